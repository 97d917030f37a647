import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import type { Locale } from '../../base/locale'

/** One language: the texts of each namespace by key, as written (placeholders unfilled). */
export type LocaleTexts = {
  readonly [namespace: string]: { readonly [key: string]: string }
}

/** Every text of every language, as the files in `locales/` hold them. */
export type TextSource = { readonly [locale: Locale]: LocaleTexts }

/** A text file that cannot be used; the message names the file, the key and the repair. */
export class TextFileError extends Error {
  override readonly name = 'TextFileError'
}

/**
 * Reads `<folder>/<locale>/<namespace>.json` of every locale folder. Folders inside a locale (`words/`: what people
 * type, not what they read) are not texts. Throws `TextFileError`.
 */
export function loadTexts(folder: string): TextSource {
  const locales = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  return Object.fromEntries(locales.map((locale) => [locale, loadLocale(folder, locale)]))
}

function loadLocale(folder: string, locale: Locale): LocaleTexts {
  const files = readdirSync(join(folder, locale), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => entry.name)
    .sort()
  const namespaces = files.map((file) => {
    const shown = `locales/${locale}/${file}`
    const texts = parseTexts(readFileSync(join(folder, locale, file), 'utf8'), shown)
    return [file.replace(/\.json$/, ''), texts]
  })
  return Object.fromEntries(namespaces) as LocaleTexts
}

/** Checks the content of one text file: one flat object of non-empty texts. `file` is used in messages only. */
export function parseTexts(json: string, file: string): { readonly [key: string]: string } {
  const content = parseJson(json, file)
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new TextFileError(`${file}: must be one object of "key": "text"`)
  }
  for (const [key, text] of Object.entries(content)) {
    if (typeof text !== 'string' || text.trim() === '') {
      throw new TextFileError(
        `${file}: "${key}" must be a non-empty text (keys are flat; nest nothing under them)`,
      )
    }
  }
  return content as { readonly [key: string]: string }
}

function parseJson(json: string, file: string): unknown {
  try {
    const content: unknown = JSON.parse(json)
    // JSON.parse silently keeps the last of two equal keys; YAML, of which JSON is a part, refuses them.
    const repeated = parseDocument(json, { uniqueKeys: true }).errors.find(
      (error) => error.code === 'DUPLICATE_KEY',
    )
    if (repeated) {
      const line = repeated.linePos?.[0].line
      throw new TextFileError(`${file}: line ${line} repeats a key of a line above; keep one of them`)
    }
    return content
  } catch (error) {
    if (error instanceof TextFileError) throw error
    throw new TextFileError(
      `${file}: is not valid JSON: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
