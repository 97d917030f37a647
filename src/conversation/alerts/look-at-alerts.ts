import { HOUR, type Instant } from '../../base/clock'
import { alertId, type Alert } from '../../blood/alerts/alert'
import { USUAL_POLICY } from '../../blood/alerts/alert-policy'
import { historyOf } from '../../blood/alerts/alert-records'
import type { Choice } from '../../blood/alerts/choose-wave'
import { placesTaken, type Places } from '../../blood/alerts/places'
import type { WavePlan } from '../../blood/alerts/plan-wave'
import type { Patient } from '../../blood/patients/patient'
import type { BloodRequest } from '../../blood/requests/blood-request'
import type { Job } from '../../schedule/job-store'
import type { ActionDeps } from '../action/deps'
import { completeRequest } from '../pledge/complete-request'
import { alertDrafts, alertMessageIds } from './alert-drafts'
import { alertNeed, asksDonors, type AskedFor } from './alert-need'
import { callPerson, type WhyCall } from './call-person'
import { chooseDonors } from './choose-donors'
import { keepPlaces, standDown } from './keep-places'
import { mayBeAsked } from './may-be-asked'
import { nextLook, requestOf, waveJob } from './wave-job'

/** When nobody is left to ask, it is looked again so often: somebody may register, or be rested. */
const LOOK_FOR_NEW_DONORS = HOUR

interface Look extends AskedFor {
  readonly request: BloodRequest & { readonly state: { readonly status: 'verified' } }
  readonly patient: Patient | undefined
  readonly alerts: readonly Alert[]
  readonly places: Places
  readonly now: Instant
  readonly deps: ActionDeps
}

/**
 * Looks at a request's alerts and does what is to be done now: opens, fits or closes its places, stands donors down, asks
 * the next ones, brings a person in, and says when to look again. It goes by what is stored, so that it may run at any
 * moment, twice, in two processes, or again after a crash: nobody is asked twice for one request.
 */
export async function lookAtAlerts(job: Job, now: Instant, deps: ActionDeps): Promise<void> {
  const { stores, organisation } = deps
  const request = await stores.requests.get(requestOf(job))
  const places = request && (await keepPlaces(request, deps))
  if (!request || !places) return
  // The last unit was given, or no more are wanted than were.
  if (isAsked(request) && places.unitsLeft <= 0)
    return completeRequest(request, { key: `met ${request.id}`, now }, deps)
  await standDown(places, { request, now, deps })
  if (!isAsked(request)) return
  const patient = await stores.patients.get(request.patientId)
  const asked = alertNeed(request, { patient, unitsLeft: places.unitsLeft, organisation })
  if (!asked) return
  const alerts = await stores.alerts.ofRequest(request.id)
  const kept = (await stores.places.get(request.id)) ?? places
  const look: Look = { ...asked, request, patient, alerts, places: kept, now, deps }
  // An earlier run may have died between keeping its alerts and sending them.
  if (job.attempt > 1) {
    await send(lastWave(alerts), look)
    await sendAgain(look)
  }
  await carryOut(await planOf(look), look)
}

function isAsked(request: BloodRequest): request is Look['request'] {
  return asksDonors(request)
}

async function planOf(look: Look): Promise<WavePlan> {
  const { alerts, places, now, deps } = look
  const history = historyOf(alerts, places, {
    askedAgain: await notToBeAskedAgain(look),
    segments: {},
  })
  return chooseDonors(look, { history, policy: USUAL_POLICY, now, timeZone: deps.timeZone }, deps)
}

/**
 * On standby: who was asked again, who came without an alert of ours, which a second one could repeat, and who may not
 * give for it any more.
 */
async function notToBeAskedAgain(look: Look): Promise<readonly string[]> {
  const { standby } = look.places
  if (standby.length === 0) return []
  const waiting: string[] = []
  for (const { donorId, saidYesAt } of standby) {
    const alert = look.alerts.find(({ contactId }) => contactId === donorId)
    // Who came without one may have been asked among others since.
    if (alert && alert.at <= saidYesAt && (await waitsToBeAsked(alert, look))) waiting.push(donorId)
  }
  const may = await mayBeAsked(waiting, look, look.deps)
  return standby.map(({ donorId }) => donorId).filter((donorId) => !may.has(donorId))
}

/** Never asked again, or with a message that nobody got, since the place was taken before it left. */
async function waitsToBeAsked(alert: Alert, { deps }: Look): Promise<boolean> {
  const { askedAgain } = alertMessageIds(alert)
  if (askedAgain === undefined) return true
  const row = await deps.stores.outbox.get(askedAgain)
  return row?.reason === 'not_relevant' || row?.reason === 'too_late'
}

async function carryOut(plan: WavePlan, look: Look): Promise<void> {
  switch (plan.next) {
    case 'wave':
      await ask(plan, look)
      await callSoon(plan.callList, look)
      return lookAgain(plan.reviewAt, look.now, look)
    case 'wait':
      await callSoon(plan.callList, look)
      if (plan.why === 'quiet_hours') return schedule(plan.until, look)
      return lookAgain(plan.until, sinceOf(look), look)
    case 'ask_standby':
      await askAgain(plan.donorIds, look)
      return lookAgain(look.now + USUAL_POLICY.lookAgainMs, sinceOf(look), look)
    case 'person': {
      const why: WhyCall = plan.why === 'too_late' ? 'too_late' : 'nobody_left'
      await call(why, plan.callList, look)
      if (why === 'too_late') return
      const since = look.request.state.at
      return schedule(nextLook(look.now + 1, { since, stepMs: LOOK_FOR_NEW_DONORS }), look)
    }
    case 'stop':
      return
  }
}

async function ask(
  { choices, wave }: Extract<WavePlan, { readonly next: 'wave' }>,
  look: Look,
): Promise<void> {
  const { request, now, deps } = look
  const alerts = choices.map(({ donorId, ...choice }): Alert => {
    const id = alertId(request.id, donorId)
    return { ...choice, id, requestId: request.id, code: request.code, contactId: donorId, wave, at: now }
  })
  await deps.stores.alerts.add(alerts)
  await send(alerts, look)
}

async function send(alerts: readonly Alert[], { need, patient, now, deps }: Look): Promise<void> {
  const drafts = await alertDrafts(alerts, { need, patient, now, deps })
  if (drafts.length > 0) await deps.stores.outbox.enqueue(drafts, now)
}

/** Noted first: the message's id follows from the note, so that whoever finds it noted sends the same. */
async function askAgain(donorIds: readonly string[], look: Look): Promise<void> {
  const { now, deps } = look
  const alerts = look.alerts.filter(({ contactId }) => donorIds.includes(contactId))
  const asks = alerts.map(({ id, askedAgainAt: before }) => ({ id, ...(before !== undefined && { before }) }))
  await deps.stores.alerts.askAgain(asks, now)
  await sendAgain(look)
}

/** To whoever waits on standby and was noted as asked again; who got the message gets no other. */
async function sendAgain({ request, need, patient, places, now, deps }: Look): Promise<void> {
  const { alerts, outbox } = deps.stores
  const standby = places.standby.map(({ donorId }) => donorId)
  const noted = (await alerts.ofRequest(request.id)).filter(
    ({ contactId, askedAgainAt }) => askedAgainAt !== undefined && standby.includes(contactId),
  )
  const drafts = await alertDrafts(noted, { need, patient, now, again: true, deps })
  if (drafts.length > 0) await outbox.enqueue(drafts, now)
}

function lastWave(alerts: readonly Alert[]): readonly Alert[] {
  const last = alerts.at(-1)?.wave
  return alerts.filter(({ wave, answer }) => wave === last && answer === undefined)
}

async function callSoon(callList: readonly Choice[] | undefined, look: Look): Promise<void> {
  if (callList !== undefined && callList.length > 0) await call('soon', callList, look)
}

function call(why: WhyCall, callList: readonly Choice[], look: Look): Promise<void> {
  const { request, need, places, now, deps } = look
  const tellsFamily = placesTaken(places) < places.unitsLeft
  return callPerson(request, { why, callList, now, mustGiveBy: need.mustGiveBy, tellsFamily }, deps)
}

/** Looks are counted from the latest wave, or from the verification. */
function sinceOf({ alerts, request }: Look): Instant {
  return alerts.at(-1)?.at ?? request.state.at
}

function lookAgain(until: Instant, since: Instant, look: Look): Promise<void> {
  return schedule(nextLook(until, { since, stepMs: USUAL_POLICY.lookAgainMs }), look)
}

function schedule(due: Instant, { request, deps }: Look): Promise<void> {
  return deps.stores.jobs.schedule([waveJob(request.id, { due })])
}
