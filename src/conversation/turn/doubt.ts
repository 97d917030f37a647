import { SECOND, type Clock, type Instant } from '../../base/clock'

/** Twilio may still deliver again within 15 s; before that its list proves nothing. */
export const DOUBT_RESTS_FOR = 20 * SECOND

/**
 * Whether something may have got lost between the provider and us, so that its list must be read: not before the doubt
 * has rested, because the list is judged up to that time only.
 */
export class Doubt {
  private since: Instant | undefined

  constructor(private readonly clock: Clock) {}

  /** From now on there is doubt about everything up to this moment. */
  raise(): void {
    this.since = this.clock.now()
  }

  get raised(): boolean {
    return this.since !== undefined
  }

  /** Runs `compare` if the doubt has rested, and ends the doubt unless that fails or doubt is raised meanwhile. */
  async settle(compare: () => Promise<void>): Promise<void> {
    const { since } = this
    if (since === undefined || this.clock.now() < since + DOUBT_RESTS_FOR) return
    await compare()
    if (this.since === since) this.since = undefined
  }
}
