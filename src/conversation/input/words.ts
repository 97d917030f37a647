import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Locale } from '../../base/locale'

/** The spellings of each meaning in one language, as they stand in the file. */
export type Vocabulary = Readonly<Record<string, readonly string[]>>

const ROOT = resolve(__dirname, '../../..')
const LOCALES = join(ROOT, 'locales')
const loaded = new Map<string, ReadonlyMap<Locale, Vocabulary>>()

/** A vocabulary file that cannot be used; the message names the file, the key and the repair. */
export class VocabularyError extends Error {
  override readonly name = 'VocabularyError'
}

/** Checks the text of a vocabulary file. `file` is used in messages only. */
export function parseVocabulary(file: string, json: string): Vocabulary {
  let content: unknown
  try {
    content = JSON.parse(json)
  } catch (error) {
    throw new VocabularyError(
      `${file}: not valid JSON (${error instanceof Error ? error.message : String(error)})`,
    )
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new VocabularyError(`${file}: must be an object of meaning: [spelling, ...]`)
  }
  for (const [meaning, spellings] of Object.entries(content)) {
    if (
      !Array.isArray(spellings) ||
      !spellings.every((one) => typeof one === 'string' && one.trim() !== '')
    ) {
      throw new VocabularyError(`${file}: "${meaning}" must be a list of non-empty spellings`)
    }
  }
  return content as Vocabulary
}

function load(kind: string): ReadonlyMap<Locale, Vocabulary> {
  const all = new Map<Locale, Vocabulary>()
  for (const entry of readdirSync(LOCALES, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const path = join(LOCALES, entry.name, 'words', `${kind}.json`)
    const file = relative(ROOT, path)
    if (!existsSync(path))
      throw new VocabularyError(`${file} is missing: every language lists its ${kind} words ({} if none)`)
    all.set(entry.name, parseVocabulary(file, readFileSync(path, 'utf8')))
  }
  return all
}

/** `locales/<locale>/words/<kind>.json` of every language, read once per process. Throws `VocabularyError`. */
export function vocabularies(kind: string): ReadonlyMap<Locale, Vocabulary> {
  const known = loaded.get(kind)
  if (known) return known
  const fresh = load(kind)
  loaded.set(kind, fresh)
  return fresh
}
