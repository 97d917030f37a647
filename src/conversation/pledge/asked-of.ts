import { DAY, type Instant } from '../../base/clock'
import { takesPlace, type PledgeState } from '../../blood/alerts/pledge'
import type { Alert } from '../../blood/alerts/alert'
import type { ActionDeps } from '../action/deps'

/** A request that somebody was asked to give for, or said yes to. */
export interface AskedOf {
  readonly requestId: string
  readonly code: string
  /** As it stands in a choice. */
  readonly title: string
  /** When this person was asked. */
  readonly at: Instant
  /** No answer yet, or "later", or asked again since. */
  readonly waits: boolean
  /** Has a place. */
  readonly coming: boolean
  /** Has a place, and named the time of arrival. */
  readonly pledged: boolean
}

/** An older alert is not what a bare "yes" is about. */
const ASKED_LATELY = 7 * DAY

/** Everything that a person may be answering to, the latest first; closed requests only where nothing else waits. */
export async function askedOf(
  { stores }: Pick<ActionDeps, 'stores'>,
  contactId: string,
  now: Instant,
): Promise<readonly AskedOf[]> {
  const [alerts, places] = await Promise.all([
    stores.alerts.ofContact(contactId, now - ASKED_LATELY),
    stores.places.ofDonor(contactId),
  ])
  const pledges = new Map(
    places.flatMap(({ id, pledges: of, standby }) =>
      [...of, ...standby]
        .filter(({ donorId }) => donorId === contactId)
        .map((pledge) => [id, pledge] as const),
    ),
  )
  const ids = [...new Set([...alerts.map(({ requestId }) => requestId), ...pledges.keys()])]
  const found = await Promise.all(ids.map((id) => stores.requests.get(id)))
  const asked = found.flatMap((request) => {
    if (!request) return []
    const alert = alerts.find(({ requestId }) => requestId === request.id)
    const pledge = pledges.get(request.id)
    const at = alert?.askedAgainAt ?? alert?.at ?? pledge?.saidYesAt ?? now
    const state = stateOf(alert, pledge?.state)
    const { id, code, group } = request
    const one = { requestId: id, code, title: `${code}: ${group}`, at, ...state }
    return [{ one, open: request.state.status !== 'closed' }]
  })
  const open = asked.filter((one) => one.open)
  return (open.length > 0 ? open : asked).map(({ one }) => one).sort((a, b) => b.at - a.at)
}

function stateOf(
  alert: Alert | undefined,
  pledge: PledgeState | undefined,
): Pick<AskedOf, 'waits' | 'coming' | 'pledged'> {
  const coming = pledge !== undefined && takesPlace(pledge)
  return {
    waits: !coming && alert !== undefined && (pledge === undefined ? isOpen(alert) : isAskedAgain(alert)),
    coming,
    pledged: coming && pledge !== 'place_held',
  }
}

function isOpen({ answer }: Alert): boolean {
  return answer === undefined || answer.said === 'later'
}

function isAskedAgain({ answer, askedAgainAt }: Alert): boolean {
  return askedAgainAt !== undefined && (answer === undefined || answer.at <= askedAgainAt)
}
