/** How long a rule keeps somebody from giving. */
export type Wait =
  /** So many days from the day that is asked for: eligible again on that day plus these. */
  | { readonly days: number }
  /** Until it is over, which nobody can say beforehand; asked again after so many days at the latest. */
  | { readonly untilOver: true; readonly askAgainAfter: number }
  /** Today still: after a meal. */
  | { readonly laterToday: true }
  /** For good. Kept as "do not ask", never as what it was. */
  | { readonly forGood: true }

/** Days of so many months, rounded up to the safe side: 30.5 days a month. */
export function months(count: number): number {
  return Math.ceil(count * 30.5)
}

/** Days of so many years, rounded up to the safe side: 365.25 days a year. */
export function years(count: number): number {
  return Math.ceil(count * 365.25)
}

export const FOR_GOOD: Wait = { forGood: true }

/** A wait of so many days. */
export function wait(days: number): Wait {
  return { days }
}

/** A wait until it is over, to be asked about again after so many days. */
export function untilOver(askAgainAfter: number): Wait {
  return { untilOver: true, askAgainAfter }
}
