import { join } from 'node:path'
import { createTexts } from '../../../../src/conversation/text/i18n-texts'
import { loadTexts } from '../../../../src/conversation/text/load-texts'
import type { Texts } from '../../../../src/conversation/text/texts'
import type { Clock } from '../../../../src/base/clock'

export const LOCALES = ['en', 'hi', 'hi-Latn'] as const

/** Sunday, 22 November 2026, noon in Kanpur. */
export const still: Clock = {
  now: () => Date.parse('2026-11-22T12:00:00+05:30'),
  sleep: async () => undefined,
}

export const ourSource = loadTexts(join(__dirname, '../../../../locales'))

/** The texts of `locales/`, or of the given source. */
export function ourTexts(source = ourSource): Texts {
  return createTexts({ source, clock: still, timeZone: 'Asia/Kolkata' })
}
