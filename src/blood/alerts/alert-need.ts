import type { CalendarDate, Instant } from '../../base/clock'
import type { BloodGroup, Component } from '../groups/blood-group'
import type { Point } from './distance'

/** A verified blood request, as donors are looked for. */
export interface AlertNeed {
  readonly requestId: string
  readonly patientId: string
  /** Contacts who asked or speak for the patient: they are never asked to give. */
  readonly requesterIds: readonly string[]
  readonly component: Component
  readonly group: BloodGroup
  /** Units not given yet. */
  readonly unitsLeft: number
  /** See `donorsMustGiveBy`. */
  readonly mustGiveBy: CalendarDate
  readonly centre: AlertCentre
  /** Known antibodies or the Bombay group: no donor is matched by a table. */
  readonly byHand: boolean
  /** A coordinator's word that groups of fit `on_word` may be asked. */
  readonly onWord: boolean
  /** A named coordinator allows alerts this night; only to donors who agreed to calls at night. */
  readonly nightApproval?: { readonly by: string; readonly until: Instant }
  readonly closed: boolean
}

/** The licensed centre where donors are sent. */
export interface AlertCentre {
  readonly name: string
  readonly point?: Point
  /** So many donors it can take for one request. */
  readonly intake?: number
}
