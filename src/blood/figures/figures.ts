import type { CalendarDate } from '../../base/clock'
import type { Donation } from '../donations/donation'
import type { Period } from '../donations/donation-store'
import type { DonationKind } from '../donors/eligibility/donation-kind'

/** A camp and how many gave there. */
export interface CampTurnOut {
  readonly id: string
  readonly date: CalendarDate
  /** In English, or the id of a camp that is no longer known. */
  readonly place: string
  readonly donations: number
  readonly units: number
}

/** What was given and reached in a period: sums only, and nobody by name. */
export interface Figures {
  readonly period: Period
  /** Name of a blood centre or town; absent: everywhere. */
  readonly area?: string
  readonly units: { readonly total: number } & { readonly [kind in DonationKind]: number }
  /** `people` gave `total` times; the parts count times, so that each pair sums up to the total. */
  readonly donations: { readonly total: number; readonly people: number } & {
    readonly [category in Donation['category']]: number
  } & { readonly firstTime: number; readonly returning: number }
  readonly months: readonly { readonly month: string; readonly units: number }[]
  readonly camps: {
    readonly held: number
    readonly donations: number
    readonly units: number
    readonly each: readonly CampTurnOut[]
  }
  /** Those raised in the period, by what has become of them: met or not, they sum up to `raised`. */
  readonly requests: {
    readonly raised: number
    readonly met: number
    readonly metFromStock: number
    readonly open: number
    readonly endedOtherwise: number
    /** Median minutes from the verification to the first donor's yes; absent: nobody was waited for. */
    readonly minutesToFirstYes?: number
  }
  /** As coordinators entered it; absent: nobody entered it yet. */
  readonly patientsHelped?: number
}
