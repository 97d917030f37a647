import type { CalendarDate, Instant } from '../../base/clock'
import type { Period } from './donation-store'

/**
 * How many patients the blood of a camp, or of a period, has helped, as a coordinator entered it: never of one unit, since
 * a donor whose unit was discarded would infer an infection.
 */
export interface Impact {
  /** `camp <id>` or `period <from> <to>`: entered again, it is corrected. */
  readonly id: string
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly campId?: string
  readonly patients: number
  /** The coordinator's contact, and when it was entered first. */
  readonly recordedBy: string
  readonly at: Instant
}

/** The id of what is entered for a camp or for a period. */
export function impactId(of: { readonly campId: string } | Period): string {
  return 'campId' in of ? `camp ${of.campId}` : `period ${of.from} ${of.to}`
}

export interface ImpactStore {
  /** Keeps it; of one that is known only the number is taken. What is kept now. */
  put(impact: Impact): Promise<Impact>
  get(id: string): Promise<Impact | undefined>
  /** Those whose days all lie in the period, by their first day. */
  within(period: Period): Promise<readonly Impact[]>
}
