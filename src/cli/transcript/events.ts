import { DAY, HOUR, MINUTE } from '../../base/clock'
import type { SendExtras } from '../../channels/twilio-stand-in/inbound-form'
import { MAX_FILE_BYTES } from '../../files/file-store'

/** What a line with `@` makes happen. */
export type TranscriptEvent =
  | { readonly what: 'send'; readonly text: string; readonly extras: SendExtras }
  | { readonly what: 'wait'; readonly ms: number }
  | { readonly what: 'phone'; readonly who: string }
  /** Sent right after the message before, without waiting for its answer. */
  | { readonly what: 'at_once'; readonly text: string }
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
  huge_photo: { media: [{ contentType: 'image/jpeg', bytes: new Uint8Array(MAX_FILE_BYTES + 1) }] },
  video: { media: [{ contentType: 'video/mp4', bytes: BYTES }] },
  contact_card: { media: [{ contentType: 'text/vcard', bytes: BYTES }] },
  text_document: { media: [{ contentType: 'application/msword', bytes: BYTES }] },
  empty: {},
  forwarded: { forwarded: true },
}

/** In the middle of nowhere, and at the gate of a hospital that we know. */
const PINS: { readonly [what: string]: { readonly latitude: number; readonly longitude: number } } = {
  pin: { latitude: 26.47, longitude: 80.3 },
  hospital_pin: { latitude: 26.4812, longitude: 80.3078 },
}

/** Every event as it is written, for whoever asks. */
export const EVENTS = [
  ...Object.keys(WORDLESS).map((what) => `${what} <caption>`),
  ...Object.keys(PINS).map((what) => `${what} <label>`),
  'tap <id> <title>',
  'wait 20m',
  'phone <who>',
  'at_once <text>',
  'again',
  'restart',
] as const

/** Reads an event; nothing when there is none of this name. */
export function readEvent(line: string): TranscriptEvent | undefined {
  const [what = '', ...rest] = line.split(' ')
  const about = rest.join(' ')
  const extras = WORDLESS[what]
  if (extras) return { what: 'send', text: about, extras }
  const point = PINS[what]
  if (point) {
    const location = { ...point, ...(about !== '' && { label: about }) }
    return { what: 'send', text: '', extras: { location } }
  }
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
    case 'at_once':
      return { what, text: about }
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
