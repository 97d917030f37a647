import type { Check, CheckInput, Finding } from './finding'
import { smsLengths } from './sms-lengths'
import type { SmsLength, Unmeasured } from './sms-lengths'
import { unreadableTexts } from './unreadable-texts'

// The price of one SMS reply: segments in the cheap alphabet, and in Devanagari (70 signs each).
const MAX_SEGMENTS = 2
const MAX_SEGMENTS_DEVANAGARI = 3

/** Texts that are too long as an SMS, with sample values and the choices below them. */
export const smsSegments: Check = (input) => {
  // Texts that cannot be read cannot be measured either; they have findings of their own.
  if (unreadableTexts(input).length > 0) return []
  const { lengths, unmeasured } = smsLengths(input)
  return [
    ...lengths.flatMap((length) => tooLong(length, input)),
    ...unmeasured.map((text) => notFilled(text)),
  ]
}

function tooLong(length: SmsLength, { texts }: CheckInput): readonly Finding[] {
  const { key, locale, segments, encoding, units, costly } = length
  const max = mostSegments(length)
  const name = key.slice(key.indexOf(':') + 1)
  const hasOwn = texts[locale]?.[key.slice(0, key.indexOf(':'))]?.[`${name}_sms`] !== undefined
  const repair = hasOwn ? `shorten "${name}_sms"` : `shorten it, or add a shorter "${name}_sms"`
  const found: Finding[] = []
  if (segments > max) {
    const size = `${segments} SMS segments (${units} signs, ${encoding}); at most ${max}`
    found.push(finding(length, 'error', `"${name}" (${locale}) is ${size}: ${repair}`))
  }
  if (costly.length > 0) {
    const signs = costly.map((sign) => `"${sign}"`).join(' ')
    const why = 'which halves what an SMS segment holds; write it with a simpler sign'
    found.push(finding(length, 'warning', `"${name}" (${locale}) has ${signs}, ${why}, or add "${name}_sms"`))
  }
  return found
}

/** How many segments one reply may have. */
export function mostSegments({ encoding, costly }: Pick<SmsLength, 'encoding' | 'costly'>): number {
  return encoding === 'UCS-2' && costly.length === 0 ? MAX_SEGMENTS_DEVANAGARI : MAX_SEGMENTS
}

function notFilled(text: Unmeasured): Finding {
  return finding(text, 'error', `cannot be filled with sample values: ${text.reason}`)
}

function finding(text: SmsLength | Unmeasured, level: Finding['level'], message: string): Finding {
  const { flow, step, locale, key } = text
  const file =
    flow === undefined ? `locales/${locale}/${key.slice(0, key.indexOf(':'))}.json` : `flows/${flow}.yaml`
  return { check: 'sms-segments', level, file, ...(step !== undefined && { step }), message }
}
