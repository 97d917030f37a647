import type { Claimed } from '../../../../src/blood/alerts/places'
import { takesPlace, type Pledge, type PledgeState } from '../../../../src/blood/alerts/pledge'
import type { PledgeEvent, SaidBy } from '../../../../src/blood/alerts/move-pledge'
import { dateAt } from '../../../../src/base/calendar'
import type { Instant } from '../../../../src/base/clock'
import { fitOf } from '../../../../src/blood/groups/compatibility'
import type { OutboxDraft } from '../../../../src/messaging/outbox-store'
import type { Stores } from '../../../../src/storage/stores'

/** A pledge moved, once for its key. */
export interface NotedMove {
  readonly key: string
  readonly requestId: string
  readonly donorId: string
  readonly event: PledgeEvent
  readonly by: SaidBy
  readonly at: Instant
  readonly from: PledgeState | undefined
  readonly to: PledgeState
  /** Whether its request was open; nobody knows of one that was closed at that very moment. */
  readonly requestOpen: boolean | 'closing'
}

/** What was put into the outbox, the first time. */
export interface NotedRow {
  readonly draft: OutboxDraft
  readonly at: Instant
  /** At that moment, of an alert: who waited before this donor, and was never asked again. */
  readonly passedOver: readonly string[]
  readonly wasOnStandby: boolean
}

/** What really happened to the stores, whatever the processes that asked for it have learnt. */
export interface Ledger {
  readonly moves: NotedMove[]
  /** Their keys. */
  readonly moved: Set<string>
  readonly claims: { readonly requestId: string; readonly donorId: string; readonly claimed: Claimed }[]
  readonly rows: Map<string, NotedRow>
}

/** The same stores, noting in the ledger. To be put beneath stores that fail. */
export function noted(stores: Stores, ledger: Ledger): Stores {
  return {
    ...stores,
    places: {
      ...stores.places,
      claim: async (key, requestId, claim) => {
        const claimed = await stores.places.claim(key, requestId, claim)
        ledger.claims.push({ requestId, donorId: claim.donorId, claimed })
        return claimed
      },
      move: async (key, requestId, moving) => {
        const before = await pledgeIn(stores, requestId, moving.donorId)
        const moved = await stores.places.move(key, requestId, moving)
        const { donorId, event, by, at } = moving
        if (!moved.ok || ledger.moved.has(key)) return moved
        ledger.moved.add(key)
        const state = (await stores.requests.get(requestId))?.state
        const closing = state?.status === 'closed' && state.closedAt === at
        const requestOpen = closing ? 'closing' : state?.status !== 'closed'
        const to = moved.pledge.state
        ledger.moves.push({ key, requestId, donorId, event, by, at, from: before?.state, to, requestOpen })
        return moved
      },
    },
    outbox: {
      ...stores.outbox,
      enqueue: async (drafts, at) => {
        for (const draft of drafts) {
          if (ledger.rows.has(draft.id)) continue
          ledger.rows.set(draft.id, { draft, at, ...(await aboutStandby(draft, stores, at)) })
        }
        await stores.outbox.enqueue(drafts, at)
      },
    },
  }
}

async function pledgeIn(stores: Stores, requestId: string, donorId: string): Promise<Pledge | undefined> {
  const places = await stores.places.get(requestId)
  return [...(places?.pledges ?? []), ...(places?.standby ?? [])].find((one) => one.donorId === donorId)
}

async function aboutStandby(
  { subject }: OutboxDraft,
  stores: Stores,
  at: Instant,
): Promise<Pick<NotedRow, 'passedOver' | 'wasOnStandby'>> {
  const none = { passedOver: [], wasOnStandby: false }
  const alert = subject?.kind === 'alert' ? await stores.alerts.get(subject.id) : undefined
  const standby = alert ? ((await stores.places.get(alert.requestId))?.standby ?? []) : []
  const nth = standby.findIndex(({ donorId }) => donorId === alert?.contactId)
  if (!alert || nth < 0) return none
  // Asked as one among others, after coming without an alert.
  if (alert.askedAgainAt === undefined) return { wasOnStandby: true, passedOver: [] }
  const alerts = await stores.alerts.ofRequest(alert.requestId)
  const passed = standby.slice(0, nth).flatMap(({ donorId, saidYesAt }) => {
    const own = alerts.find(({ contactId }) => contactId === donorId)
    return own && own.askedAgainAt === undefined && own.at <= saidYesAt ? [donorId] : []
  })
  const may = await Promise.all(passed.map((id) => mayGive(id, alert.requestId, { stores, at })))
  return { wasOnStandby: true, passedOver: passed.filter((_, i) => may[i]) }
}

async function mayGive(
  donorId: string,
  requestId: string,
  { stores, at }: { readonly stores: Stores; readonly at: Instant },
): Promise<boolean> {
  const [donor, contact, request] = await Promise.all([
    stores.donors.get(donorId),
    stores.contacts.get(donorId),
    stores.requests.get(requestId),
  ])
  if (!donor || !request || contact?.optOut || !donor.available) return false
  const today = dateAt(at, 'Asia/Kolkata')
  const { deferral, restUntil = '' } = donor
  const until = deferral === undefined ? '' : deferral.class === 'do_not_ask' ? '9999' : deferral.until
  if (until > today || restUntil > today) return false
  const elsewhere = (await stores.places.ofDonor(donorId)).flatMap(({ id, closed, pledges }) =>
    id === requestId || closed ? [] : pledges,
  )
  const fits = fitOf(request.component, donor.group, request.group) !== undefined
  return fits && !elsewhere.some((one) => one.donorId === donorId && takesPlace(one.state))
}
