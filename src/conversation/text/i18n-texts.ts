import { createInstance, type i18n } from 'i18next'
import type { Channel } from '../../base/channel'
import type { Clock } from '../../base/clock'
import type { Locale } from '../../base/locale'
import type { Json } from '../turn/conversation'
import type { TextSource } from './load-texts'
import { fillTemplate, parseTemplate, type Template } from './template'
import type { TextAsk, Texts } from './texts'

/** A text that is missing, cannot be read or cannot be filled; the message names the key, the language and the repair. */
export class TextError extends Error {
  override readonly name = 'TextError'
}

interface TextsOptions {
  readonly source: TextSource
  /** Dates of another year are shown with their year. */
  readonly clock: Clock
  readonly timeZone: string
}

/** Plural forms are looked up once for every count up to here; larger counts are looked up each time. */
const REMEMBERED_COUNTS = 200

/** Texts from elsewhere are parsed once, up to so many. */
const MOST_TEMPLATES = 20_000

/** Both together make a counted text; one alone may be the title of a choice ("other"). */
const PLURALS = ['_one', '_other']

/**
 * Texts out of `locales/`, by i18next: it chooses the key's form (plural, SMS variant) in the person's language. The
 * placeholders are filled by our own templates: i18next's interpolator shares its state with every call inside a
 * formatter, and ours render texts themselves. Every text is read here once, so a bad one is found at start.
 */
export function createTexts({ source, clock, timeZone }: TextsOptions): Texts {
  const i18next = start(source)
  const templates = parseAll(source)
  const found = new Map<Locale, Found>()

  const lookUp = (key: string, { locale, channel, values }: TextAsk): Template => {
    const count = typeof values['count'] === 'number' ? values['count'] : undefined
    const forms = formsOf(found, locale, channel)
    const form = count === undefined ? key : `${key} ${count}`
    const known = forms.get(form)
    if (known) return known
    const raw = resolve(i18next, key, { locale, sms: channel === 'sms', count })
    const template = raw === undefined ? undefined : templates.get(raw)
    if (!template) throw new TextError(missing(key, locale, source))
    if (isRemembered(count)) forms.set(form, template)
    return template
  }

  const text = (key: string, ask: TextAsk): string => filled(lookUp(key, ask), key, ask)

  const fill = (raw: string, ask: TextAsk): string => {
    const known = templates.get(raw) ?? parseTemplate(raw)
    if (templates.size < MOST_TEMPLATES) templates.set(raw, known)
    return filled(known, raw, ask)
  }

  const filled = (template: Template, key: string, ask: TextAsk): string => {
    if (template.length === 1 && typeof template[0] === 'string') return template[0]
    const qualified = (word: string): string => (word.includes(':') ? word : `common:${word}`)
    try {
      return fillTemplate(template, {
        ...ask,
        now: clock.now(),
        timeZone,
        word: (word, values = NOTHING) => text(qualified(word), { ...ask, values }),
        hasWord: (word) => has(qualified(word), ask.locale),
      })
    } catch (error) {
      if (error instanceof TextError || !(error instanceof Error)) throw error
      throw new TextError(`${key} in ${ask.locale}: ${error.message}`, { cause: error })
    }
  }

  const has = (key: string, locale: Locale): boolean => {
    const [namespace, name] = split(key)
    const texts = source[locale]?.[namespace]
    if (!texts) return false
    return Object.hasOwn(texts, name) || PLURALS.every((plural) => Object.hasOwn(texts, name + plural))
  }

  return { text, fill, has }
}

/** The forms of a language that were looked up before, by channel and by key (with its count). */
type Found = { readonly [channel in Channel]: Map<string, Template> }

function formsOf(found: Map<Locale, Found>, locale: Locale, channel: Channel): Map<string, Template> {
  let known = found.get(locale)
  if (!known) {
    known = { whatsapp: new Map(), sms: new Map() }
    found.set(locale, known)
  }
  return known[channel]
}

/** Only so many forms are kept, whatever people write. */
function isRemembered(count: number | undefined): boolean {
  return count === undefined || (Number.isInteger(count) && count >= 0 && count <= REMEMBERED_COUNTS)
}

const NOTHING: { readonly [name: string]: Json } = {}

function start(source: TextSource): i18n {
  const i18next = createInstance()
  void i18next.init({
    resources: source,
    // Nothing that a person wrote is ever a language: the list is closed, and nothing falls back silently.
    supportedLngs: Object.keys(source),
    lng: Object.keys(source)[0] ?? 'en',
    load: 'currentOnly',
    fallbackLng: false,
    ns: [...new Set(Object.values(source).flatMap((texts) => Object.keys(texts)))],
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  return i18next
}

function resolve(
  i18next: i18n,
  key: string,
  {
    locale,
    sms,
    count,
  }: { readonly locale: Locale; readonly sms: boolean; readonly count: number | undefined },
): string | undefined {
  const [ns, name] = split(key)
  const found: unknown = i18next.t(name, {
    lng: locale,
    ns,
    skipInterpolation: true,
    returnDetails: true,
    ...(sms ? { context: 'sms' } : {}),
    ...(count === undefined ? {} : { count }),
  })
  const { res, usedLng } = found as { readonly res?: string; readonly usedLng?: string }
  return usedLng === locale ? res : undefined
}

function parseAll(source: TextSource): Map<string, Template> {
  const templates = new Map<string, Template>()
  for (const [locale, namespaces] of Object.entries(source))
    for (const [namespace, texts] of Object.entries(namespaces))
      for (const [key, text] of Object.entries(texts)) {
        try {
          templates.set(text, parseTemplate(text))
        } catch (error) {
          if (!(error instanceof Error)) throw error
          throw new TextError(`locales/${locale}/${namespace}.json: "${key}": ${error.message}`)
        }
      }
  return templates
}

function split(key: string): [namespace: string, name: string] {
  const colon = key.indexOf(':')
  if (colon < 1) throw new TextError(`"${key}" names no namespace; write it as "<namespace>:<key>"`)
  return [key.slice(0, colon), key.slice(colon + 1)]
}

function missing(key: string, locale: Locale, source: TextSource): string {
  if (!source[locale]) return `${key} is wanted in "${locale}", but there is no folder locales/${locale}`
  const [namespace, name] = split(key)
  return `${key} is missing in ${locale}: add "${name}" to locales/${locale}/${namespace}.json`
}
