import type { Channel } from '../../../base/channel'
import type { LocaleTexts } from '../../text/load-texts'

/** Endings by which a text has forms: for SMS, and for numbers. */
const FORM = /^(.+?)(?:_sms)?(?:_(?:zero|one|two|few|many|other))?$/

/** The key without the endings of its forms; a key without endings as it is. */
export function baseKey(key: string): string {
  return FORM.exec(key)?.[1] ?? key
}

/** Whether `key` is `wanted`, or one of its forms. */
export function isFormOf(key: string, wanted: string): boolean {
  return (
    key === wanted || (key.startsWith(`${wanted}_`) && FORM.exec(`x${key.slice(wanted.length)}`)?.[1] === 'x')
  )
}

/** Whether the language has the text (a text with numbers has at least the form `_other`). */
export function hasText(texts: LocaleTexts | undefined, qualifiedKey: string): boolean {
  const [namespace, key] = splitKey(qualifiedKey)
  const found = texts?.[namespace]
  return found !== undefined && (Object.hasOwn(found, key) || Object.hasOwn(found, `${key}_other`))
}

/** The text as the language's file has it, by SMS its SMS form; nothing when the language lacks it. */
export function textOf(
  texts: LocaleTexts | undefined,
  qualifiedKey: string,
  channel: Channel = 'whatsapp',
): string | undefined {
  const [namespace, key] = splitKey(qualifiedKey)
  const found = texts?.[namespace]
  return (channel === 'sms' ? found?.[`${key}_sms`] : undefined) ?? found?.[key]
}

/** `<namespace>:<key>` in its two parts. */
export function splitKey(qualifiedKey: string): readonly [namespace: string, key: string] {
  const colon = qualifiedKey.indexOf(':')
  return [qualifiedKey.slice(0, colon), qualifiedKey.slice(colon + 1)]
}
