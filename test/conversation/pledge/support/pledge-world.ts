import { dateAt, timeAt, addDays } from '../../../../src/base/calendar'
import { HOUR, MINUTE, type Instant } from '../../../../src/base/clock'
import { jobHandlers } from '../../../../src/compose/job-handlers'
import { stillStands } from '../../../../src/compose/still-stands'
import type { Places } from '../../../../src/blood/alerts/places'
import type { Donor } from '../../../../src/blood/donors/donor'
import type { BloodGroup } from '../../../../src/blood/groups/blood-group'
import type { BloodRequest } from '../../../../src/blood/requests/blood-request'
import type { Contact } from '../../../../src/contacts/contact'
import type { ActionDeps } from '../../../../src/conversation/action/deps'
import { workOffTodos } from '../../../../src/conversation/action/todo-worker'
import type { ActionResult } from '../../../../src/conversation/flow/walk'
import type { Texts } from '../../../../src/conversation/text/texts'
import { mayNotStart } from '../../../../src/messaging/may-start'
import { runDueJobs } from '../../../../src/schedule/run-due-jobs'
import type { Stores } from '../../../../src/storage/stores'
import { without } from '../../../../src/storage/transitions/without'
import { faultyStores, InjectedFault, type Fault } from '../../../support/faulty-stores'
import { aDonor } from '../../../support/records'
import {
  actionWorld,
  aNeed,
  COORDINATOR,
  MOTHER,
  NEIGHBOUR,
  NOW,
  organisation,
  textIn,
  type Act,
} from '../../action/support/action-world'
import { noted, type Ledger } from './ledger'
import { DONORS } from './story'

export const TIME_ZONE = 'Asia/Kolkata'
const GROUPS: readonly BloodGroup[] = ['B+', 'B+', 'B+', 'O+', 'B+', 'B+', 'O+', 'B-']
const LEASE = 60_000

/** Texts by key: what a row says can be read back. */
const KEYS: Texts = {
  text: (key, { values }) => `${key} ${JSON.stringify(without(values as { readonly org?: unknown }, 'org'))}`,
  fill: (text) => text,
  has: () => true,
}

/** Everything that is stored about the small world, at one moment. */
export interface Snapshot {
  readonly now: Instant
  readonly today: string
  readonly requests: readonly BloodRequest[]
  /** By request. */
  readonly places: ReadonlyMap<string, Places>
  /** Who is registered; a number that is somebody else's now has no donor. */
  readonly donors: readonly Donor[]
  /** All there were, in order. */
  readonly donorIds: readonly string[]
  readonly contacts: ReadonlyMap<string, Contact>
}

/** A turn that was begun, as its intention says; whoever finds it performs it. */
export interface Turn {
  readonly phone: string
  readonly key: string
  readonly what: Act
}

/** Two families, three requests, eight donors and a coordinator, on real stores and real actions; the clock is moved. */
export class PledgeWorld {
  now = NOW
  readonly ledger: Ledger = { moves: [], moved: new Set(), claims: [], rows: new Map() }
  readonly faults: unknown[] = []
  readonly sent: { readonly id: string; readonly at: Instant }[] = []
  requestIds: readonly string[] = []
  donorIds: readonly string[] = []
  private readonly processes: readonly Stores[]
  private readonly deps: Omit<ActionDeps, 'stores'>

  constructor(
    readonly raw: readonly Stores[],
    intake: number,
  ) {
    this.processes = raw.map((stores) => noted(stores, this.ledger))
    this.deps = without(
      actionWorld(this.stores, {
        texts: KEYS,
        organisation: {
          ...organisation,
          bloodCentres: organisation.bloodCentres.map((centre) => ({ ...centre, intake })),
        },
      }).deps,
      'stores',
    )
  }

  get stores(): Stores {
    const [first] = this.raw
    if (!first) throw new Error('no process')
    return first
  }

  async open(): Promise<void> {
    const needs = [
      { by: MOTHER, args: { group: 'B+', units: 1, initials: 'RK' } },
      { by: MOTHER, args: { group: 'B+', units: 2, initials: 'SK' } },
      { by: NEIGHBOUR, args: { group: 'O+', units: 1, initials: 'AB' } },
    ]
    const ids: string[] = []
    for (const [nth, { by, args }] of needs.entries()) {
      const need = aNeed({ ...args, needed_by: addDays(dateAt(NOW, TIME_ZONE), 5) })
      const raised = await this.perform({ phone: by, key: `need ${nth}`, what: need })
      ids.push(textIn(raised, 'id'))
    }
    this.requestIds = ids
    this.donorIds = await Promise.all(GROUPS.map((group, nth) => this.register(group, nth)))
  }

  private async register(group: BloodGroup, nth: number): Promise<string> {
    const { stores } = this
    const phone = phoneOf(nth)
    const { contact } = await stores.contacts.resolve({ phone }, `donor ${nth}`, NOW)
    const donor = aDonor({ id: contact.id, group, sex: nth % 2 === 0 ? 'male' : 'female' })
    await stores.donors.register(`register ${nth}`, without(donor, 'restUntil', 'lastDonation'), [])
    const consent = { channel: 'whatsapp', noticeVersion: '1', locale: 'en', at: NOW, sid: phone } as const
    await stores.contacts.change(contact.id, { set: 'consent', consent: { ...consent, purpose: 'alerts' } })
    return contact.id
  }

  /** Performs a turn's effect in the process of that number. */
  perform(turn: Turn, process = 0, fault?: Fault): Promise<ActionResult> {
    return this.performBy(turn, this.processOf(process, fault))
  }

  private performBy({ phone, key, what }: Turn, stores: Stores): Promise<ActionResult> {
    return actionWorld(stores, this.deps).act(phone, key, {
      ...what,
      context: { locale: 'en', ...what.context },
    })
  }

  /** The same with a crash: nothing when it died on the way. */
  async dies(turn: Turn, fault: Fault): Promise<ActionResult | undefined> {
    return this.perform({ ...turn }, 0, fault).catch(expectInjected)
  }

  private processOf(nth: number, fault?: Fault): Stores {
    const stores = this.processes[nth % this.processes.length] ?? this.stores
    return fault ? faultyStores(stores, [fault]).stores : stores
  }

  /** What actions and jobs of a process work with. */
  depsOf(process = 0, fault?: Fault): ActionDeps {
    return { ...this.deps, stores: this.processOf(process, fault) }
  }

  /** Follow-ups and due jobs, once through. */
  async work(process = 0, fault?: Fault): Promise<void> {
    const deps = this.depsOf(process, fault)
    const onFault = (error: unknown): void => {
      if (!(error instanceof InjectedFault)) this.faults.push(error)
    }
    const clock = { now: () => this.now, sleep: () => Promise.reject(new Error('nobody waits')) }
    const handlers = jobHandlers(deps)
    try {
      await workOffTodos({ ...deps, now: () => this.now, onFault })
      await runDueJobs({ jobs: deps.stores.jobs, handlers, clock, onFault: ({ error }) => onFault(error) })
    } catch (error) {
      expectInjected(error)
    }
  }

  /** What the dispatcher does: every due message leaves, or is withheld. */
  async send(process = 0): Promise<void> {
    const { outbox, contacts } = this.processOf(process)
    const deps = { ...this.deps, stores: this.stores } as ActionDeps
    const relevantOf = stillStands(deps, { now: () => this.now })
    for (;;) {
      const rows = await outbox.claim({ now: this.now, leaseMs: LEASE, limit: 20 })
      if (rows.length === 0) return
      for (const row of rows) {
        const contact = await contacts.get(row.contactId)
        const relevant = await relevantOf(row)
        const kept = mayNotStart(row, { now: this.now, timeZone: TIME_ZONE, contact, relevant })
        await outbox.settle(row.id, row.attempts, kept ?? { state: 'sent', sid: `SM ${row.id}` })
        if (!kept) this.sent.push({ id: row.id, at: this.now })
      }
    }
  }

  /** Until nothing is left to do now; what a dead process had claimed is free a minute later. */
  async settle(): Promise<void> {
    for (let round = 0; round < 4; round++) {
      if (round > 0) this.now += MINUTE
      // What jobs leave to do is done after them.
      for (let again = 0; again < 3; again++) await this.work()
      await this.send()
    }
  }

  async snapshot(): Promise<Snapshot> {
    const { stores, now } = this
    const requests = await Promise.all(this.requestIds.map((id) => stores.requests.get(id)))
    const places = await Promise.all(this.requestIds.map((id) => stores.places.get(id)))
    const donors = await Promise.all(this.donorIds.map((id) => stores.donors.get(id)))
    const contacts = await Promise.all(this.donorIds.map((id) => stores.contacts.get(id)))
    return {
      now,
      today: dateAt(now, TIME_ZONE),
      requests: requests.filter((one) => one !== undefined),
      places: new Map(places.flatMap((one) => (one ? [[one.id, one] as const] : []))),
      donorIds: this.donorIds,
      donors: donors.filter((one) => one !== undefined),
      contacts: new Map(contacts.flatMap((one) => (one ? [[one.id, one] as const] : []))),
    }
  }

  /** Two hours from now at the earliest, at an hour when centres are open. */
  soon(): { readonly day: string; readonly time: string } {
    const at = this.now + 3 * HOUR
    return { day: dateAt(at, TIME_ZONE), time: timeAt(at, TIME_ZONE) }
  }

  dayOf(days: number): string {
    return addDays(dateAt(this.now, TIME_ZONE), days)
  }

  families(): readonly string[] {
    return [MOTHER, MOTHER, NEIGHBOUR]
  }

  get coordinator(): string {
    return COORDINATOR
  }
}

export function phoneOf(donor: number): string {
  return `+91700000${String(100 + donor).padStart(4, '0')}`
}

if (GROUPS.length !== DONORS) throw new Error('every donor has a group')

function expectInjected(error: unknown): undefined {
  if (!(error instanceof InjectedFault)) throw error
  return undefined
}
