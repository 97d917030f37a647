import type { CalendarDate, Instant } from '../../base/clock'
import type { Locale } from '../../base/locale'

export type BloodGroup = 'A+' | 'A-' | 'B+' | 'B-' | 'AB+' | 'AB-' | 'O+' | 'O-'
export type Component = 'packed_red_cells' | 'whole_blood' | 'platelets' | 'plasma'

/** Everything one free message states; a key is missing when the message does not state it. */
export interface StatedSlots {
  readonly intent?: string
  readonly blood_group?: BloodGroup
  readonly component?: Component
  readonly units?: number
  readonly date?: CalendarDate
  readonly phone?: string
  readonly place?: string
  readonly age?: number
  readonly weight?: number
}

/** What each kind of input is read as. */
export interface ValueOf {
  readonly yes_no: 'yes' | 'no'
  readonly blood_group: BloodGroup
  readonly component: Component
  /** 1..99 */
  readonly units: number
  /** 1-based index into `options` */
  readonly menu: number
  readonly date: CalendarDate
  readonly date_past: CalendarDate
  /** `HH:MM` */
  readonly time: string
  /** completed years */
  readonly age: number
  /** kilograms, one decimal at most */
  readonly weight: number
  /** E.164 Indian mobile, or `self` for the number the person writes from */
  readonly phone: string
  readonly pincode: string
  /** canonical English name from the gazetteer */
  readonly place: string
  readonly language: Locale
  readonly intent: string
  readonly multi: StatedSlots
}

export type Kind = keyof ValueOf

export interface RecogniseOptions {
  /** When the message was received. */
  readonly now: Instant
  readonly timeZone: string
  /** The person's language: it only breaks ties, the words of all languages are always understood. */
  readonly locale?: Locale
  /** For `multi`: the conversation is about blood, so that the message need not say so. */
  readonly aboutBlood?: true
  /** For `menu`: the choices shown, in order; further lines of one hold words that mean it too. */
  readonly options?: readonly string[]
}

/** Reads exactly one value out of a message; `undefined` means "ask again", never a guess. */
export type Recogniser<V> = (text: string, options: RecogniseOptions) => V | undefined
