import { DAY, HOUR, MINUTE } from '../../base/clock'
import type { SendExtras } from '../../channels/twilio-stand-in/inbound-form'

/** What a line with `@` makes happen. */
export type TranscriptEvent =
  | { readonly what: 'send'; readonly text: string; readonly extras: SendExtras }
  | { readonly what: 'wait'; readonly ms: number }
  | { readonly what: 'phone'; readonly who: string }
  /** Twilio delivers the last message once more; the process ends and another begins. */
  | { readonly what: 'again' | 'restart' }

const BYTES = Uint8Array.from([1])
const UNITS: { readonly [unit: string]: number } = { m: MINUTE, h: HOUR, d: DAY }

/** Things that arrive without words. */
const WORDLESS: { readonly [what: string]: SendExtras } = {
  photo: { media: [{ contentType: 'image/jpeg', bytes: BYTES }] },
  voice: { media: [{ contentType: 'audio/ogg', bytes: BYTES }] },
  sticker: { media: [{ contentType: 'image/webp', bytes: BYTES }] },
  file: { media: [{ contentType: 'application/pdf', bytes: BYTES }] },
  pin: { location: { latitude: 26.47, longitude: 80.3 } },
}

/** Every event as it is written, for whoever asks. */
export const EVENTS = [
  ...Object.keys(WORDLESS),
  'tap <id> <title>',
  'wait 20m',
  'phone <who>',
  'again',
  'restart',
] as const

/** Reads an event; nothing when there is none of this name. */
export function readEvent(line: string): TranscriptEvent | undefined {
  const [what = '', ...rest] = line.split(' ')
  const about = rest.join(' ')
  const extras = WORDLESS[what]
  if (extras) return { what: 'send', text: about, extras }
  switch (what) {
    case 'tap':
      return {
        what: 'send',
        text: '',
        extras: { tap: { id: rest[0] ?? '', title: rest.slice(1).join(' ') } },
      }
    case 'wait':
      return readWait(about)
    case 'phone':
      return { what, who: about }
    case 'again':
    case 'restart':
      return { what }
    default:
      return undefined
  }
}

function readWait(time: string): TranscriptEvent | undefined {
  const [, count = '', unit = ''] = /^(\d+)([mhd])$/.exec(time) ?? []
  const ms = Number(count) * (UNITS[unit] ?? Number.NaN)
  return count === '' || Number.isNaN(ms) ? undefined : { what: 'wait', ms }
}
