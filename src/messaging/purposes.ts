import { HOUR } from '../base/clock'
import type { ConsentPurpose } from '../contacts/contact'

/**
 * Why we send it. `reply` answers a person's own message; everything else is started by us: to those who organise
 * (`coordinator`), asking a donor (`alert`), about one's own request (`news`), a change of a camp one comes to (`camp`),
 * of what one said yes to (`reminder`), thanks (`certificate`), and whatever goes to many (`bulk`).
 */
export type Purpose =
  'reply' | 'coordinator' | 'alert' | 'news' | 'camp' | 'reminder' | 'certificate' | 'bulk'

export interface PurposeRule {
  /** Lower leaves first. */
  readonly priority: number
  /** Any one of these, given on the channel, allows it; none is needed where the list is missing. */
  readonly consents?: readonly ConsentPurpose[]
  /** Whether the quiet hours of the night hold it. */
  readonly quiet: boolean
  /** Not held at night when what it is about happens within so long. */
  readonly atNightWithinMs?: number
  /** The share of the people whom a sender may reach in a day that it may use up; the rest is kept for what matters more. */
  readonly shareOfPeople: number
  /** Counts against the daily budget. */
  readonly budgeted?: true
}

/** How each purpose is treated (CARE: consent per purpose, quiet hours, a share kept for alerts, a budget for bulk). */
export const PURPOSES: Readonly<Record<Purpose, PurposeRule>> = {
  reply: { priority: 0, quiet: false, shareOfPeople: 1 },
  coordinator: { priority: 1, quiet: false, shareOfPeople: 1 },
  alert: { priority: 2, consents: ['alerts'], quiet: true, shareOfPeople: 1 },
  news: {
    priority: 3,
    consents: ['request', 'news', 'guardian'],
    quiet: true,
    atNightWithinMs: 24 * HOUR,
    shareOfPeople: 1,
  },
  camp: { priority: 3, quiet: true, atNightWithinMs: 12 * HOUR, shareOfPeople: 0.8 },
  reminder: { priority: 4, consents: ['alerts', 'request', 'news'], quiet: true, shareOfPeople: 0.8 },
  certificate: { priority: 5, consents: ['alerts', 'news'], quiet: true, shareOfPeople: 0.6 },
  bulk: { priority: 6, consents: ['news'], quiet: true, shareOfPeople: 0.5, budgeted: true },
}

/** Every priority, the first to leave first. */
export const PRIORITIES: readonly number[] = [
  ...new Set(Object.values(PURPOSES).map(({ priority }) => priority)),
].sort((one, other) => one - other)
