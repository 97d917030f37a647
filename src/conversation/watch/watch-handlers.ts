import { dateAt } from '../../base/calendar'
import type { Instant } from '../../base/clock'
import { keyedId } from '../../base/keyed-id'
import { takesPlace } from '../../blood/alerts/pledge'
import type { Places } from '../../blood/alerts/places'
import type { BloodRequest } from '../../blood/requests/blood-request'
import type { JobHandler } from '../../schedule/run-due-jobs'
import type { ActionDeps } from '../action/deps'
import { familyMessage, tellFamilyAtOnce } from '../action/family-news'
import { tellCoordinators } from '../action/messages'
import type { Message } from '../action/todos'
import { asksDonors } from '../alerts/alert-need'
import { silenceJob, silentSince, watchedRequest, type WatchJobKind } from './watch-jobs'

interface Watched {
  readonly key: string
  readonly now: Instant
  readonly request: BloodRequest
  readonly deps: ActionDeps
}

/** What the clock does for requests that are open, by the kind of the job. Each may run again after a crash. */
export function watchHandlers(deps: ActionDeps): Readonly<Record<WatchJobKind, JobHandler>> {
  return {
    unseen: whileOpen(deps, async (watched) => {
      if (watched.request.state.status !== 'unverified') return
      await tellFamily(unseen(watched), watched)
      await tellTeam('coordinator_unseen', watched)
    }),
    silence: whileOpen(deps, async (watched) => {
      const { request, now } = watched
      if (dateAt(now, deps.timeZone) > request.neededBy) return dayIsOver(watched)
      const places = await deps.stores.places.get(request.id)
      const heard = lastHeard(request, places)
      const again = silentSince(heard, deps.timeZone) > now
      if (!again) await tellFamily(stillLooking(request, places), watched)
      await deps.stores.jobs.schedule([silenceJob(request.id, again ? heard : now, deps.timeZone)])
    }),
  }
}

function whileOpen(deps: ActionDeps, act: (watched: Watched) => Promise<void>): JobHandler {
  return async (job, now) => {
    const request = await deps.stores.requests.get(watchedRequest(job))
    if (!request || request.state.status === 'closed') return
    await act({ key: job.id, now, request, deps })
  }
}

/** Nobody of ours has looked: the family goes to the centre itself, by telephone where its number is known to work. */
function unseen({ request, deps }: Watched): Message {
  const centre = deps.organisation.bloodCentres.find(({ name }) => name === request.bloodCentre)
  const phone = centre?.phones.find(({ confirmedOn }) => confirmedOn !== undefined)?.number
  return phone === undefined
    ? familyMessage(request, 'family_unseen')
    : familyMessage(request, 'family_unseen_call', { values: { phone } })
}

function stillLooking(request: BloodRequest, places: Places | undefined): Message {
  const coming = places?.pledges.filter(({ state }) => takesPlace(state) && state !== 'place_held') ?? []
  return asksDonors(request) && coming.length > 0
    ? familyMessage(request, 'request_still_open', { values: { said_yes: coming.length } })
    : familyMessage(request, 'family_still_looking')
}

/** The day on which it was needed is over, and nobody said how it ended: people ask, nothing is closed by itself. */
async function dayIsOver(watched: Watched): Promise<void> {
  await tellFamily(familyMessage(watched.request, 'family_over'), watched)
  await tellTeam('coordinator_over', watched)
}

/** The latest moment at which something was said to the family that is stored: it asked, was verified, or a pledge moved. */
function lastHeard({ createdAt, state }: BloodRequest, places: Places | undefined): Instant {
  const pledges = places?.pledges.filter((pledge) => pledge.arrivesAt !== undefined) ?? []
  const verified = state.status === 'verified' ? [state.at] : []
  return Math.max(createdAt, ...verified, ...pledges.map(({ since }) => since))
}

function tellFamily(message: Message, { key, now, request, deps }: Watched): Promise<void> {
  return tellFamilyAtOnce(request, { id: keyedId(`family ${key}`), message, now }, deps)
}

function tellTeam(text: string, { key, now, request, deps }: Watched): Promise<void> {
  const message = { text, values: { code: request.code } }
  return tellCoordinators({ id: keyedId(`team ${key}`), message, now }, deps)
}
