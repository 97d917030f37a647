import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import type { CertificateDesign, Organisation } from '../blood/organisation/organisation'
import { certificateDesign, certificateFile } from './certificate-design'
import { localised } from './localised'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'give a time in quotes, such as "09:30"')
const date = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)), {
    message: 'give a day that the calendar has, such as 2026-12-06',
  })
const shortPhone = z.string().regex(/^\+?[\d -]{3,16}$/, 'give a phone number in quotes, such as "112"')
const name = z.string().min(1)

const general = z.strictObject({
  name: localised,
  city: localised,
  helpline: shortPhone,
  ambulance: shortPhone,
  health_line: shortPhone,
  social_handle: name.optional(),
  service_area: z.array(name).min(1, 'name at least one city'),
  stock_page: name,
  on_call: z
    .strictObject({ from: time, until: time, answer_within_minutes: z.number().int().positive() })
    .refine(({ from, until }) => from < until, 'let `from` be earlier than `until`'),
  notice: z.strictObject({ version: name, link: name }),
  most_open_requests: z.number().int().positive(),
})

const centre = z.strictObject({
  name,
  kind: z.enum(['government', 'private', 'charity']),
  address: name,
  pincode: z
    .string()
    .regex(/^[1-9]\d{5}$/, 'give a PIN code of six digits in quotes')
    .optional(),
  at: z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }),
  processing_days: z.number().int().min(0).optional(),
  intake: z.number().int().positive().optional(),
  components: z.boolean(),
  hours: name.optional(),
  phones: z.array(z.strictObject({ number: shortPhone, confirmed_on: date.optional() })),
})

const hospital = z.strictObject({ name, blood_centre: name.optional() })

const camp = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/, 'use small letters, digits and hyphens'),
    name: localised,
    place: localised,
    when: z.union([z.strictObject({ date }), z.strictObject({ sunday: z.number().int().positive() })], {
      message: 'give { date: 2026-12-06 } or { sunday: 1 }',
    }),
    from: time,
    until: time,
    blood_centre: name,
    map_link: name.optional(),
  })
  .refine(({ from, until }) => from < until, 'let `from` be earlier than `until`')

const FILES = {
  'organisation.yaml': general,
  'blood-centres.yaml': z.array(centre),
  'hospitals.yaml': z.array(hospital),
  'camps.yaml': z.array(camp),
  'certificate.yaml': certificateFile,
} as const

type FileName = keyof typeof FILES
type Content<F extends FileName> = z.infer<(typeof FILES)[F]>

/** The organisation's files cannot be used; every problem names its file, its key and the repair. */
export class OrganisationError extends Error {
  override readonly name = 'OrganisationError'

  constructor(readonly problems: readonly string[]) {
    super(`The organisation's files cannot be used:\n${problems.map((line) => `  ${line}\n`).join('')}`)
  }
}

/** Reads the files of the folder. Throws one `OrganisationError` that names every problem. */
export function loadOrganisation(folder: string): Organisation {
  const problems: string[] = []
  const read = <F extends FileName>(file: F): Content<F> | undefined => {
    const parsed = parseFile(join(folder, file), FILES[file])
    if ('problems' in parsed) problems.push(...parsed.problems.map((line) => `organisation/${file}: ${line}`))
    return 'content' in parsed ? (parsed.content as Content<F>) : undefined
  }
  const files = {
    general: read('organisation.yaml'),
    centres: read('blood-centres.yaml'),
    hospitals: read('hospitals.yaml'),
    camps: read('camps.yaml'),
    certificate: read('certificate.yaml'),
  }
  const { general: facts, centres, hospitals, camps, certificate } = files
  if (centres && hospitals && camps) problems.push(...unknownNames({ centres, hospitals, camps }))
  const design = certificate && certificateDesign(certificate, folder)
  if (design?.problem !== undefined) problems.push(`organisation/certificate.yaml: ${design.problem}`)
  if (problems.length > 0 || !facts || !centres || !hospitals || !camps || !design?.design)
    throw new OrganisationError(problems)
  return organisation(facts, { centres, hospitals, camps, design: design.design })
}

function parseFile(
  path: string,
  schema: z.ZodType<unknown>,
): { readonly content: unknown } | { readonly problems: readonly string[] } {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return { problems: ['cannot be read; put the file there (the project has one for Kanpur)'] }
  }
  const document = parseDocument(text, { uniqueKeys: true })
  if (document.errors.length > 0)
    return { problems: document.errors.map((error) => firstLine(error.message)) }
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return { content: parsed.data }
  return {
    problems: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`),
  }
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? text
}

interface Lists {
  readonly centres: Content<'blood-centres.yaml'>
  readonly hospitals: Content<'hospitals.yaml'>
  readonly camps: Content<'camps.yaml'>
}

interface Parts extends Lists {
  readonly design: CertificateDesign
}

function unknownNames({ centres, hospitals, camps }: Lists): string[] {
  const known = new Set(centres.map((one) => one.name))
  const check = (file: string, where: string, centreName: string | undefined): string[] =>
    centreName === undefined || known.has(centreName)
      ? []
      : [
          `organisation/${file}: ${where}: blood-centres.yaml has no "${centreName}"; add it there, or correct the name`,
        ]
  return [
    ...hospitals.flatMap((one) => check('hospitals.yaml', one.name, one.blood_centre)),
    ...camps.flatMap((one) => check('camps.yaml', one.id, one.blood_centre)),
    ...repeated(
      'blood-centres.yaml',
      centres.map((one) => one.name),
    ),
    ...repeated(
      'hospitals.yaml',
      hospitals.map((one) => one.name),
    ),
    ...repeated(
      'camps.yaml',
      camps.map((one) => one.id),
    ),
  ]
}

function repeated(file: string, names: readonly string[]): string[] {
  const twice = names.filter((one, at) => names.indexOf(one) < at)
  return [...new Set(twice)].map((one) => `organisation/${file}: "${one}" is there twice; keep one`)
}

function organisation(
  facts: Content<'organisation.yaml'>,
  { centres, hospitals, camps, design }: Parts,
): Organisation {
  return {
    name: facts.name,
    city: facts.city,
    helpline: facts.helpline,
    ambulance: facts.ambulance,
    healthLine: facts.health_line,
    ...(facts.social_handle !== undefined && { socialHandle: facts.social_handle }),
    serviceArea: facts.service_area,
    stockPage: facts.stock_page,
    onCall: {
      from: facts.on_call.from,
      until: facts.on_call.until,
      answerWithinMinutes: facts.on_call.answer_within_minutes,
    },
    notice: facts.notice,
    mostOpenRequests: facts.most_open_requests,
    bloodCentres: centres.map(({ phones, pincode, hours, processing_days, intake, ...rest }) => ({
      ...rest,
      ...(processing_days !== undefined && { processingDays: processing_days }),
      ...(intake !== undefined && { intake }),
      ...(pincode !== undefined && { pincode }),
      ...(hours !== undefined && { hours }),
      phones: phones.map(({ number, confirmed_on }) => ({
        number,
        ...(confirmed_on !== undefined && { confirmedOn: confirmed_on }),
      })),
    })),
    hospitals: hospitals.map(({ name: hospitalName, blood_centre }) => ({
      name: hospitalName,
      ...(blood_centre !== undefined && { bloodCentre: blood_centre }),
    })),
    camps: camps.map(({ blood_centre, map_link, ...rest }) => ({
      ...rest,
      bloodCentre: blood_centre,
      ...(map_link !== undefined && { mapLink: map_link }),
    })),
    certificate: design,
  }
}
