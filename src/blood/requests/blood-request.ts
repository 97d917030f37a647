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

export type RequestState =
  /** Nobody of ours has spoken to the family yet; no donor is asked. */
  | { readonly status: 'unverified' }
  | { readonly status: 'closed'; readonly closedAt: Instant; readonly reason: 'cancelled' | 'met' }

export type BloodRequest = RequestDraft & {
  readonly id: string
  /** What people say on the phone: four characters, unique among all requests. */
  readonly code: string
  readonly createdAt: Instant
  readonly state: RequestState
}
