import type { CalendarDate } from '../../base/clock'

/** A blood donation camp. Names and places are written per locale where they differ. */
export interface Camp {
  readonly id: string
  readonly name: { readonly [locale: string]: string }
  readonly place: { readonly [locale: string]: string }
  readonly date: CalendarDate
  /** `HH:MM` in `TIME_ZONE`. */
  readonly from: string
  readonly until: string
  readonly bloodCentre: string
  readonly mapLink?: string
  /** It came from the organisation's file, and goes when the file names it no more. */
  readonly planned?: true
}
