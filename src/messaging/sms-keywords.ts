/** What Twilio does by itself with a word written by SMS. */
export type SmsKeywordEffect = 'stop' | 'start' | 'help'

/**
 * Twilio's default words on SMS numbers: as the whole message, in any case, they act before our webhook sees them
 * (and are still passed on to it). No text by SMS may offer one of them as an answer.
 */
export const SMS_KEYWORDS: Readonly<Record<SmsKeywordEffect, readonly string[]>> = {
  stop: ['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout'],
  start: ['start', 'yes', 'unstop'],
  help: ['help', 'info'],
}

const EFFECTS: ReadonlyMap<string, SmsKeywordEffect> = new Map(
  (['stop', 'start', 'help'] as const).flatMap((effect) =>
    SMS_KEYWORDS[effect].map((word) => [word, effect]),
  ),
)
const LONGEST = Math.max(...[...EFFECTS.keys()].map((word) => word.length))

/** What Twilio does with this whole SMS, if anything. */
export function smsKeyword(text: string): SmsKeywordEffect | undefined {
  const word = text.trim()
  return word.length > LONGEST ? undefined : EFFECTS.get(word.toLowerCase())
}
