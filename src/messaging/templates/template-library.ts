import type { Clock, Instant } from '../../base/clock'
import { MINUTE } from '../../base/clock'
import type { Locale } from '../../base/locale'
import type { TemplateUse } from '../outbox-store'
import { fillSlots, languageOf, type MessageTemplate } from './message-template'
import { fillNumbered, variableValue } from './provider-content'
import type { TemplateRecord, TemplateStore } from './template-store'

/** What the provider approved is read again after so long: another process may have pushed. */
const READ_AGAIN_AFTER = MINUTE
/** Longer bodies are refused by WhatsApp. */
const MAX_TEMPLATE_BODY = 1024

/** A content that can be sent for one use of a template. */
export interface SendableContent {
  readonly contentSid: string
  readonly variables: { readonly [number: string]: string }
  /** What the person will read. */
  readonly text: string
}

export interface TemplateLibrary {
  /** The newest approved content for this use, in its language or the one it falls back to; nothing where none is. */
  approved(use: TemplateUse): Promise<SendableContent | undefined>
  /** The newest content with buttons, approved or not: inside the 24-hour window no approval is needed. */
  withButtons(use: TemplateUse): Promise<SendableContent | undefined>
  /** Every text that was or may be sent for this use, for finding it in the provider's list. */
  texts(use: TemplateUse): Promise<readonly string[]>
  /** The registered SMS text for this use. */
  sms(use: TemplateUse): string | undefined
}

/** Answers from our files and from what the store says of the provider. */
export function templateLibrary(deps: {
  readonly files: readonly MessageTemplate[]
  readonly store: TemplateStore
  readonly clock: Clock
}): TemplateLibrary {
  let read: { readonly at: Instant; readonly records: Promise<readonly TemplateRecord[]> } | undefined
  const records = (): Promise<readonly TemplateRecord[]> => {
    const now = deps.clock.now()
    if (!read || now - read.at >= READ_AGAIN_AFTER) {
      const asked = deps.store.list()
      read = { at: now, records: asked }
      asked.catch(() => (read = undefined))
    }
    return read.records
  }
  const sendable = async (
    use: TemplateUse,
    fits: (record: TemplateRecord) => boolean,
  ): Promise<readonly SendableContent[]> => {
    const known = (await records()).filter((record) => record.key === use.key && fits(record))
    return localesFor(use.locale).flatMap((locale) =>
      known
        .filter((record) => record.locale === locale)
        .reverse()
        .map((record) => contentOf(record, use))
        .filter((content) => content !== undefined),
    )
  }
  return {
    approved: async (use) => (await sendable(use, ({ status }) => status === 'approved'))[0],
    withButtons: async (use) => {
      const found = await sendable(use, ({ buttons, locale }) => buttons.length > 0 && locale === use.locale)
      return found[0]
    },
    texts: async (use) => (await sendable(use, () => true)).map(({ text }) => text),
    sms: (use) => {
      const file = deps.files.find(({ key, locale }) => key === use.key && locale === use.locale)
      return file?.sms && fillSlots(file.sms.text, use.values)
    },
  }
}

/** Hindi in Latin letters falls back to Hindi. */
function localesFor(locale: Locale): readonly Locale[] {
  return [...new Set([locale, languageOf(locale)])]
}

/** Nothing where the record wants what the use does not have, or the text would be too long. */
function contentOf(record: TemplateRecord, use: TemplateUse): SendableContent | undefined {
  const values = record.variables.map((name) => variableValue(use.values[name] ?? ''))
  const text = fillNumbered(record.body, values)
  if (values.includes('') || text.length > MAX_TEMPLATE_BODY) return undefined
  return {
    contentSid: record.contentSid,
    variables: Object.fromEntries(values.map((value, i) => [String(i + 1), value])),
    text,
  }
}
