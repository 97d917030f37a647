/** What is believed of a rate before anything was seen: as if so many of so many had been seen. */
export interface Prior {
  readonly mean: number
  readonly strength: number
}

/** What was seen: so many yes among so many. */
export interface Seen {
  readonly of: number
  readonly yes: number
}

/** One alert in ten is said yes to: Beta(1, 9), as facts on Indian donors suggest before any of our own. */
export const YES_PRIOR: Prior = { mean: 0.1, strength: 10 }

/** Standing donors of a child answer far more often. */
export const BRIDGE_YES_PRIOR: Prior = { mean: 0.4, strength: 10 }

/** Of those who pledged, so many arrive (70 %) and may give (78 %): camps in Kanpur, 2022-23. */
export const SHOW_AND_PASS_PRIOR: Prior = { mean: 0.55, strength: 20 }

/** The rate as learnt so far: the mean of the Beta distribution that the prior and what was seen make. */
export function learntRate(prior: Prior, { of, yes }: Seen): number {
  return (prior.mean * prior.strength + yes) / (prior.strength + of)
}
