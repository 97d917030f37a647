import type { Address, Channel } from '../../base/channel'
import type { CalendarDate, Instant } from '../../base/clock'
import type { Locale } from '../../base/locale'
import type { BloodGroup, Component } from '../groups/blood-group'

/** A place as the parent means it: known to the gazetteer by `name`, or kept `asWritten` for the coordinator. */
export type Place = { readonly name: string } | { readonly asWritten: string }

/** What a confirmed conversation says about a need. */
export interface RequestDraft {
  readonly contactId: string
  readonly channel: Channel
  readonly locale: Locale
  readonly group: BloodGroup
  readonly component: Component
  /** 1 to 99. */
  readonly units: number
  readonly hospital: Place
  /** The licensed centre that issues; absent: the coordinator fills it. */
  readonly bloodCentre?: string
  /** Ends at 23:59 that day in `TIME_ZONE`. */
  readonly neededBy: CalendarDate
  readonly contactPhone?: Address
  readonly patientId: string
  /** The hospital is outside the configured service area: no donor is alerted for it here. */
  readonly outsideServiceArea: boolean
}

/** Where the blood is to come from: a blood centre's stock, donors who are alerted, or both at once. */
export const SUPPLIES = ['stock', 'alert', 'both'] as const
export type Supply = (typeof SUPPLIES)[number]

/** Why a coordinator may turn a request down: a fixed list, each with a kind text for the family. */
export const REJECTIONS = [
  'duplicate',
  'unreachable',
  'no_prescription',
  'not_confirmed',
  'elsewhere',
] as const
export type Rejection = (typeof REJECTIONS)[number]

/** How a request ended. */
export const OUTCOMES = ['met', 'met_from_stock', 'cancelled', 'expired'] as const
export type Outcome = (typeof OUTCOMES)[number]

export type RequestState =
  /** Nobody of ours has spoken to the family yet; no donor is asked. */
  | { readonly status: 'unverified' }
  /** The coordinator `by` made sure that it is right. */
  | { readonly status: 'verified'; readonly at: Instant; readonly by: string; readonly supply: Supply }
  | { readonly status: 'closed'; readonly closedAt: Instant; readonly reason: Outcome }
  | {
      readonly status: 'closed'
      readonly closedAt: Instant
      readonly reason: 'rejected'
      readonly because: Rejection
    }

export type BloodRequest = RequestDraft & {
  readonly id: string
  /** What people say on the phone: four characters, unique among all requests. */
  readonly code: string
  readonly createdAt: Instant
  /** When a coordinator first verified it; it stays when the request is closed. */
  readonly verifiedAt?: Instant
  readonly state: RequestState
}
