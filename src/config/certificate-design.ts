import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { CertificateDesign, Emblem } from '../blood/organisation/organisation'
import { localised } from './localised'

const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z]+)?$/, 'name a folder of locales/, such as hi')

/** `organisation/certificate.yaml`. */
export const certificateFile = z.strictObject({
  languages: z
    .array(language)
    .refine(
      (all): all is [string] | [string, string] => all.length === 1 || all.length === 2,
      'give one or two languages',
    ),
  emblem: z
    .string()
    .regex(/^[\w-]+\.(svg|png)$/i, 'give the name of an SVG or PNG in organisation/')
    .optional(),
  signatory: z.strictObject({ name: localised, office: localised }).optional(),
})

/** The design with its emblem read from the folder, or what is wrong and the repair. */
export function certificateDesign(
  { languages, emblem, signatory }: z.infer<typeof certificateFile>,
  folder: string,
): { readonly design?: CertificateDesign; readonly problem?: string } {
  const picture = emblem === undefined ? undefined : readEmblem(join(folder, emblem))
  if (picture === 'unreadable')
    return { problem: `emblem: ${emblem} is no picture that can be read; put it into organisation/` }
  return { design: { languages, ...(picture && { emblem: picture }), ...(signatory && { signatory }) } }
}

const PNG = Buffer.from('89504e470d0a1a0a', 'hex')

function readEmblem(path: string): Emblem | 'unreadable' {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch {
    return 'unreadable'
  }
  if (path.toLowerCase().endsWith('.png'))
    return bytes.subarray(0, PNG.length).equals(PNG) ? { type: 'png', bytes } : 'unreadable'
  const svg = bytes.toString('utf8')
  return svg.includes('<svg') ? { type: 'svg', svg } : 'unreadable'
}
