import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Locale } from '../../base/locale'
import type { MessageTemplate } from './message-template'

const text = z.string().trim().min(1)

const template = z
  .object({
    category: z.enum(['UTILITY', 'MARKETING']),
    body: text,
    samples: z.record(text).default({}),
    buttons: z.array(z.object({ id: text, title: text }).strict()).default([]),
    sms: z
      .object({ text, dltId: z.string().regex(/^\d{10,25}$/, 'the number of the registered text') })
      .strict()
      .optional(),
  })
  .strict()

const file = z.record(
  z.string().regex(/^[a-z][a-z_]*$/, 'a key is of small letters and underscores'),
  template,
)

/** A template file that cannot be used; the message names the file, the place and the repair. */
export class TemplateFileError extends Error {
  override readonly name = 'TemplateFileError'
}

/**
 * Reads every template of `<folder>/<locale>/templates/*.json`: objects of key and template. Throws a `TemplateFileError`
 * for a file that is not of this form; whether WhatsApp would take what it says is `checkTemplates`' matter.
 */
export function loadTemplates(folder: string): MessageTemplate[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .flatMap((locale) => loadLocale(folder, locale))
}

function loadLocale(folder: string, locale: Locale): MessageTemplate[] {
  const templates = join(folder, locale, 'templates')
  if (!existsSync(templates)) return []
  const names = readdirSync(templates).filter((name) => name.endsWith('.json'))
  const loaded = names.sort().flatMap((name) => {
    const shown = `locales/${locale}/templates/${name}`
    return parseTemplates(readFileSync(join(templates, name), 'utf8'), { locale, file: shown })
  })
  const keys = loaded.map(({ key }) => key)
  const twice = keys.find((key, i) => keys.indexOf(key) !== i)
  if (twice !== undefined)
    throw new TemplateFileError(`locales/${locale}/templates: "${twice}" is there twice`)
  return loaded
}

/** The templates of one file; its name is used in messages only. */
export function parseTemplates(
  json: string,
  { locale, file: shown }: { readonly locale: Locale; readonly file: string },
): MessageTemplate[] {
  const parsed = file.safeParse(parseJson(json, shown))
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`,
    )
    throw new TemplateFileError(`${shown}: ${problems.join('; ')}`)
  }
  return Object.entries(parsed.data).map(([key, { sms, ...fields }]) => ({
    key,
    locale,
    ...fields,
    ...(sms && { sms }),
  }))
}

function parseJson(json: string, shown: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new TemplateFileError(`${shown}: is not valid JSON: ${String(error)}`)
  }
}
