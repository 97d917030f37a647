import type { CalendarDate } from '../../base/clock'
import type { Camp } from './camp'

export interface CampStore {
  /** Inserts or replaces. */
  put(camp: Camp): Promise<void>
  /** Camps on or after the day, nearest first. */
  from(date: CalendarDate, limit: number): Promise<readonly Camp[]>
}
