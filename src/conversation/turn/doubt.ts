import { SECOND, type Clock, type Instant } from '../../base/clock'

/** Twilio may still deliver again within 15 s; before that its list proves nothing. */
export const DOUBT_RESTS_FOR = 20 * SECOND

/**
 * Whether something may have got lost between the provider and us, so that its list must be read: not before the doubt
 * has rested, because the list is judged up to that long ago only.
 */
export class Doubt {
  private since: Instant | undefined
  private latest: Instant = 0

  constructor(private readonly clock: Clock) {}

  /** There is doubt about everything up to this moment. */
  raise(): void {
    this.latest = this.clock.now()
    this.since ??= this.latest
  }

  get raised(): boolean {
    return this.since !== undefined
  }

  /** Runs `compare` if the doubt has rested. It ends what doubt there was so long ago, unless it fails. */
  async settle(compare: () => Promise<void>): Promise<void> {
    const now = this.clock.now()
    if (this.since === undefined || now < this.since + DOUBT_RESTS_FOR) return
    await compare()
    this.since = this.latest > now - DOUBT_RESTS_FOR ? Math.min(this.latest, now) : undefined
  }
}
