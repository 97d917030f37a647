import { SECOND } from '../../../../src/base/clock'
import { createStandIn, type StandIn } from '../../../../src/channels/twilio-stand-in/stand-in'
import { twilioHistory } from '../../../../src/channels/twilio/history'
import { twilioRestClient } from '../../../../src/channels/twilio/rest-client'
import { twilioSender } from '../../../../src/channels/twilio/sender'
import type { InboundMessage } from '../../../../src/messaging/inbound-message'
import type { MessageHistory, Sender } from '../../../../src/messaging/sender'
import type { Stores } from '../../../../src/storage/stores'
import { inProcessPost, type InProcessApp } from '../../../channels/support/in-process-post'
import { manualClock, type ManualClock } from '../../../channels/support/manual-clock'
import { seededRandom } from '../../../channels/support/seeded-random'
import type { Fault } from '../../../support/faulty-stores'
import { watchedStores, type WatchedStores } from './watched-stores'
import { TurnProcess } from './turn-process'

const ACCOUNT = `AC${'a'.repeat(32)}`
const TOKEN = 't'.repeat(32)
const PUBLIC_URL = 'https://saathi.example.org'
export const OUR_NUMBER = '+14155238886'
/** As we register it: Twilio tries again on what we refuse or do not answer. */
export const WITH_RETRIES = '#rc=2&rp=ct,rt,5xx&rt=4500'
export const WITHOUT_RETRIES = '#rc=0&rt=4500'

const STEP = 250
/** A held store call is let go after so long: much later than the budget. */
const HELD_FOR = 6 * SECOND
const NEVER = 600 * SECOND

/** Twilio, its phones, and processes of ours that come and go on the same data. */
export class TurnWorld {
  readonly clock: ManualClock
  readonly standIn: StandIn
  readonly sender: Sender
  readonly history: MessageHistory
  readonly processes: TurnProcess[] = []
  /** What the disk of this machine keeps of the spool, whoever writes it. */
  readonly disk = new Map<string, InboundMessage>()
  /** Which process gets the next webhook. */
  route: (living: readonly TurnProcess[]) => TurnProcess | undefined = (living) => living[0]
  private readonly watched = new Map<Stores, WatchedStores>()

  constructor(
    private readonly seed: number,
    options: { readonly start: number; readonly fragment: string },
  ) {
    this.clock = manualClock(options.start)
    this.standIn = createStandIn({
      clock: this.clock,
      random: seededRandom(seed),
      accountSid: ACCOUNT,
      authToken: TOKEN,
      senders: { whatsapp: OUR_NUMBER, sms: OUR_NUMBER },
      webhookUrl: `${PUBLIC_URL}/webhooks/twilio/messages${options.fragment}`,
      post: inProcessPost(() => this.app()),
    })
    const client = twilioRestClient({
      accountSid: ACCOUNT,
      credentials: { username: ACCOUNT, password: TOKEN },
      httpClient: this.standIn.httpClient,
    })
    this.sender = twilioSender(client, { publicUrl: PUBLIC_URL })
    this.history = twilioHistory(client)
  }

  get living(): readonly TurnProcess[] {
    return this.processes.filter((process) => !process.dead)
  }

  /** Starts a process on these stores that fail as scheduled. */
  start(raw: Stores, faults: readonly Fault[] = []): TurnProcess {
    const watched = this.watched.get(raw) ?? watchedStores(raw)
    this.watched.set(raw, watched)
    const nth = this.processes.length
    const process = new TurnProcess(this, {
      raw: watched.stores,
      faults,
      random: seededRandom(this.seed * 100 + nth + 1),
    })
    this.processes.push(process)
    return process
  }

  /** Lets time pass until something is done: never while a store is at work, so that only held calls are slow. */
  async until(done: Promise<unknown>): Promise<void> {
    const state = { over: false }
    const end = (): void => {
      state.over = true
    }
    done.then(end, end)
    for (let waited = STEP; !state.over; waited += STEP) {
      await this.quiet()
      if (!state.over) await this.clock.advance(STEP)
      if (waited % HELD_FOR === 0) for (const { faulty } of this.processes) faulty.release()
      if (waited > NEVER) throw new Error('it never ends')
    }
    await done
  }

  /** Resolves when no store is at work, but for calls that are held. */
  async quiet(): Promise<void> {
    for (let calm = 0; calm < 6; calm++) {
      await new Promise((resolve) => setImmediate(resolve))
      while ([...this.watched.values()].some((one) => one.working() > 0)) {
        await new Promise((resolve) => setImmediate(resolve))
        calm = 0
      }
    }
  }

  /** Every living process does what its workers do, in the minutes after; throws when it never comes to rest. */
  async settle(): Promise<void> {
    for (let round = 0, calm = 0; calm < 2 && this.living.length > 0; round++) {
      if (round > 40) throw new Error('it never comes to rest')
      const rested = await this.workRound()
      calm = rested ? calm + 1 : 0
    }
  }

  private async workRound(): Promise<boolean> {
    const works = this.living.map((process) => process.work())
    await this.until(Promise.all(works))
    await this.until(this.standIn.settled())
    await this.clock.advance(15 * SECOND)
    const [some] = this.living
    if (!some || this.disk.size > 0 || this.living.some(({ doubts }) => doubts)) return false
    return some.rests(this.clock.now())
  }

  private app(): InProcessApp | undefined {
    const process = this.route(this.living)
    return (
      process && { authToken: TOKEN, clock: this.clock, inbound: process.inbound, status: process.status }
    )
  }
}
