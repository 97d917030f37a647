import type { CalendarDate } from '../../base/clock'
import type { Camp } from './camp'

export interface CampStore {
  /** Inserts or replaces. */
  put(camp: Camp): Promise<void>
  /** Repeatable. */
  remove(id: string): Promise<void>
  /** Camps that came from the organisation's file, on whatever day. */
  planned(): Promise<readonly Camp[]>
  /** Camps on or after the day, nearest first. */
  from(date: CalendarDate, limit: number): Promise<readonly Camp[]>
}
