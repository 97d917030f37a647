import { alertId } from '../../../../src/blood/alerts/alert'
import { placesTaken, type Places } from '../../../../src/blood/alerts/places'
import { hasCome, takesPlace, type Pledge } from '../../../../src/blood/alerts/pledge'
import type { Donor } from '../../../../src/blood/donors/donor'
import { fitOf } from '../../../../src/blood/groups/compatibility'
import type { BloodRequest } from '../../../../src/blood/requests/blood-request'
import { donorsMustGiveBy } from '../../../../src/blood/requests/donors-must-give-by'
import type { ActionResult } from '../../../../src/conversation/flow/walk'
import type { Ledger } from './ledger'
import type { PledgeWorld, Snapshot } from './pledge-world'
import type { Step } from './story'

/** An effect that was performed alone, and what it answered. */
export interface Answered {
  readonly step: Extract<Step, { readonly request: number }>
  readonly result: ActionResult
  /** To the same message once more. */
  readonly again?: ActionResult
  readonly at: number
}

/** What holds at every moment, whatever is still to be done. */
export function brokenAlways({ places }: Snapshot, { claims, rows }: Ledger): readonly string[] {
  return [
    ...[...places.values()].flatMap((one) => [...everyDonorOnce(one), ...standbyWaits(one)]),
    ...claims.flatMap(({ claimed }) =>
      claimed.ok || claimed.reason !== 'full' || claimed.standby ? [] : ['somebody found no room on standby'],
    ),
    ...standbyInOrder(rows),
  ]
}

function everyDonorOnce({ id, pledges, standby }: Places): readonly string[] {
  const donors = [...pledges, ...standby].map(({ donorId }) => donorId)
  return new Set(donors).size === donors.length ? [] : [`${id}: a donor stands there twice`]
}

function standbyWaits({ id, pledges, standby }: Places): readonly string[] {
  const odd = standby.filter(({ state }) => state !== 'stood_down')
  const lost = pledges.filter(({ state }) => state === 'stood_down')
  return [...odd, ...lost].map(({ state }) => `${id}: ${state} is in the wrong list`)
}

/** Of those who said yes in vain, nobody is asked before another who said it sooner and may give. */
function standbyInOrder(rows: Ledger['rows']): readonly string[] {
  return [...rows.values()]
    .filter(({ passedOver }) => passedOver.length > 0)
    .map(({ draft }) => `${draft.contactId} was asked before others on standby`)
}

/** Whether one effect, performed alone, answered what is right for the request as it is now. */
export function brokenAnswer(answered: Answered, before: Snapshot, after: Snapshot): readonly string[] {
  const { step, result, again } = answered
  const about = `${step.deed} on request ${step.request}`
  const twice =
    again && JSON.stringify(again) !== JSON.stringify(result)
      ? [`${about}: ${short(result)}, and to the same message again ${short(again)}`]
      : []
  if (step.by !== 'donor') return twice
  const one = { donorId: donorOf(step.donor, before), before, after, request: before.requests[step.request] }
  if (!one.request || !one.donorId) return twice
  const found = judge(step.deed, result, { ...one, donorId: one.donorId, request: one.request })
  return [...twice, ...found.map((what) => `${about} by donor ${step.donor}: ${what}`)]
}

interface About {
  readonly donorId: string
  readonly request: BloodRequest
  readonly before: Snapshot
  readonly after: Snapshot
}

function judge(deed: Answered['step']['deed'], result: ActionResult, about: About): readonly string[] {
  const { after, request, donorId } = about
  const places = after.places.get(request.id)
  const own = pledgeIn(places, donorId)
  switch (deed) {
    case 'yes':
    case 'yes_in_time':
    case 'yes_too_late': {
      const right = rightAnswers(deed, about)
      const said = result.ok ? 'place' : result.reason
      return [
        ...(right.includes(said) ? [] : [`answered ${said} instead of ${right.join(' or ')}`]),
        ...(result.ok && own?.state !== 'place_held' ? [`no place is held, but ${String(own?.state)}`] : []),
        ...(said === 'standby' && own?.state !== 'stood_down' ? ['is not on standby'] : []),
        ...(result.ok && places && placesTaken(places) > places.places ? ['a place too many'] : []),
      ]
    }
    case 'names_time': {
      const closed = request.state.status === 'closed'
      if (!result.ok) return closed || own?.state !== 'pledged' ? [] : [`answered ${String(result.reason)}`]
      return [
        ...(closed ? ['pledged for a closed request'] : []),
        ...(misfits(about) ? ['pledged for another group'] : []),
        ...(own && ['pledged', 'reminded'].includes(own.state) ? [] : [`is ${String(own?.state)}`]),
      ]
    }
    case 'no':
    case 'later':
    case 'cannot':
    case 'stop':
    case 'wrong_number':
      return own && ['place_held', 'pledged', 'reminded', 'stood_down'].includes(own.state)
        ? [`is still ${own.state}`]
        : []
    default:
      return []
  }
}

/** The right answers to a yes; only what the places decide leaves more than one. */
function rightAnswers(deed: 'yes' | 'yes_in_time' | 'yes_too_late', about: About): readonly string[] {
  const { before, request, donorId } = about
  const { state, units, component, group } = request
  const donor = before.donors.find(({ id }) => id === donorId)
  if (!donor) return ['stranger']
  if (state.status === 'closed')
    return [state.reason === 'met' || state.reason === 'met_from_stock' ? 'met' : 'closed']
  if (donor.deferral?.class === 'do_not_ask') return ['do_not_give']
  if (state.status !== 'verified') return ['closed']
  const places = before.places.get(request.id)
  const own = pledgeIn(places, donorId)
  if (own?.state === 'place_held') return ['place']
  if (own && takesPlace(own.state)) return ['has_place']
  if (own && hasCome(own.state)) return ['has_come']
  if (units <= donationsIn(places)) return ['met']
  const mustGiveBy = donorsMustGiveBy(request)
  if (before.today > mustGiveBy) return ['too_late']
  const fit = fitOf(component, donor.group, group)
  if (fit === undefined) return ['wrong_group']
  const right = rightInTime(deed, { about, donor, mustGiveBy })
  // A group given on a coordinator's word: a donor whom we asked has it, others do not.
  return fit === 'on_word' ? [...right, 'wrong_group'] : right
}

function rightInTime(
  deed: 'yes' | 'yes_in_time' | 'yes_too_late',
  { about, donor, mustGiveBy }: { readonly about: About; readonly donor: Donor; readonly mustGiveBy: string },
): readonly string[] {
  const notBefore = restOf(donor)
  if (notBefore !== undefined && notBefore > mustGiveBy) return ['resting']
  if (deed === 'yes_too_late') return ['too_late_to_come']
  const now = about.after.places.get(about.request.id)
  if (!now) return ['place']
  const others = now.pledges.filter((one) => one.donorId !== donor.id && takesPlace(one.state)).length
  return others < now.places ? ['place'] : ['standby']
}

function misfits({ before, request, donorId }: About): boolean {
  const donor = before.donors.find(({ id }) => id === donorId)
  return donor !== undefined && fitOf(request.component, donor.group, request.group) === undefined
}

/** Nobody is asked who must not be asked at the moment when the message leaves. */
export function brokenSent(
  sent: PledgeWorld['sent'],
  before: Snapshot,
  { ledger }: PledgeWorld,
): readonly string[] {
  return sent.flatMap(({ id }) => {
    const row = ledger.rows.get(id)
    if (row?.draft.purpose !== 'alert') return []
    const donor = before.donors.find((one) => one.id === row.draft.contactId)
    const request = before.requests.find(
      (one) => donor && row.draft.subject?.id === alertId(one.id, donor.id),
    )
    const why = donor && request ? whyNot(donor, request, before) : undefined
    return why === undefined
      ? []
      : [`donor ${before.donorIds.indexOf(row.draft.contactId)} was asked: ${why}`]
  })
}

function whyNot(donor: Donor, request: BloodRequest, before: Snapshot): string | undefined {
  if (request.state.status !== 'verified') return `the request is ${request.state.status}`
  if (before.contacts.get(donor.id)?.optOut) return 'opted out'
  const rest = restOf(donor)
  if (rest !== undefined && rest > before.today) return `rests until ${rest}`
  if (fitOf(request.component, donor.group, request.group) === undefined) return 'of another group'
  if (before.today > donorsMustGiveBy(request)) return 'it is too late'
  const elsewhere = before.requests.some(
    ({ id, state }) =>
      id !== request.id &&
      state.status !== 'closed' &&
      takesPlace(pledgeIn(before.places.get(id), donor.id)?.state ?? 'released'),
  )
  if (elsewhere) return 'pledged elsewhere'
  const own = pledgeIn(before.places.get(request.id), donor.id)
  return own && (takesPlace(own.state) || hasCome(own.state)) ? `is ${own.state}` : undefined
}

/** How many gave. */
export function donationsIn(places: Places | undefined): number {
  return places?.pledges.filter(({ state }) => state === 'donated').length ?? 0
}

/** What this donor said, with a place or on standby. */
export function pledgeIn(places: Places | undefined, donorId: string): Pledge | undefined {
  return [...(places?.pledges ?? []), ...(places?.standby ?? [])].find((one) => one.donorId === donorId)
}

function restOf({ deferral, restUntil }: Donor): string | undefined {
  const waits = deferral === undefined || deferral.class === 'do_not_ask' ? [] : [deferral.until]
  return [...waits, ...(restUntil === undefined ? [] : [restUntil])].sort().at(-1)
}

function donorOf(nth: number, { donorIds }: Snapshot): string | undefined {
  return donorIds[nth]
}

function short(result: ActionResult): string {
  return result.ok ? 'ok' : String(result.reason)
}
