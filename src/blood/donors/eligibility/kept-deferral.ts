import type { CalendarDate } from '../../../base/clock'

/**
 * All that may be stored about why somebody is not asked: a day and a class, never the rule or words. Superiors, parents
 * and coordinators must not be able to read an illness from it. Rest after a donation is not a deferral: it follows from
 * the donations.
 */
export type Deferral =
  /** May give again from this day on. */
  | { readonly class: 'wait'; readonly until: CalendarDate }
  /** Has no known end; from this day on it is asked again. */
  | { readonly class: 'until_well'; readonly until: CalendarDate }
  | { readonly class: 'do_not_ask' }
