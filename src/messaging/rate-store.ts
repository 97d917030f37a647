/** Asks for one more within a rate. */
export interface RateAsk {
  /** What the rate is of, such as one sender of ours. */
  readonly key: string
  readonly perSecond: number
}

/** Counts what leaves in each second, for all processes together. */
export interface RateStore {
  /** Zero: one more may leave now, and is counted; otherwise in how many milliseconds to ask again. */
  take(ask: RateAsk): Promise<number>
}
