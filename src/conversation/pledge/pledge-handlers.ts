import type { Instant } from '../../base/clock'
import { keyedId } from '../../base/keyed-id'
import { heldUntil, type Pledge } from '../../blood/alerts/pledge'
import type { BloodRequest } from '../../blood/requests/blood-request'
import type { JobHandler } from '../../schedule/run-due-jobs'
import type { ActionDeps } from '../action/deps'
import { tellContact } from '../action/messages'
import { todosOf, type TodoWork } from '../action/todos'
import { placesForUnits } from '../alerts/places-for-units'
import { pledgeOf, shownAsked, shownInstant } from './asked-request'
import { pledgeJobOf, type PledgeJob, type PledgeJobKind } from './pledge-jobs'
import { lookAgain, oneFewer, tellDonor } from './pledge-news'

interface Due {
  readonly key: string
  readonly now: Instant
  readonly request: BloodRequest
  readonly pledge: Pledge
}

/** What the clock does for pledges, by the kind of the job. A pledge that changed meanwhile is left alone. */
export function pledgeHandlers(deps: ActionDeps): Readonly<Record<PledgeJobKind, JobHandler>> {
  return {
    hold: handler(deps, isHeld, async ({ now, ...due }) => {
      if (now < heldUntil(due.pledge)) return
      const { request, pledge } = due
      await move(
        'time_runs_out',
        { now, ...due },
        {
          deps,
          works: [
            tellDonor(pledge.donorId, 'place_released', shownFor(request, pledge, deps)),
            lookAgain(request),
          ],
        },
      )
    }),
    remind: handler(deps, isComing, async (due) => {
      const { request, pledge } = due
      await move('is_reminded', due, {
        deps,
        works: [tellDonor(pledge.donorId, 'pledge_reminder', shownFor(request, pledge, deps))],
      })
    }),
    follow_up: handler(deps, isComing, async ({ key, now, request, pledge }) => {
      const told = tellDonor(pledge.donorId, 'pledge_follow_up', shownFor(request, pledge, deps))
      await tellContact(told.contactId, { id: keyedId(key), message: told, now, purpose: 'reminder' }, deps)
    }),
    no_show: handler(deps, isComing, async (due) => {
      await move('does_not_come', due, {
        deps,
        works: oneFewer(due.request, due.pledge.state),
      })
    }),
  }
}

function handler(
  { stores }: ActionDeps,
  still: (pledge: Pledge, job: PledgeJob) => boolean,
  act: (due: Due) => Promise<void>,
): JobHandler {
  return async (job, now) => {
    const about = pledgeJobOf(job)
    const request = await stores.requests.get(about.requestId)
    const pledge = pledgeOf(await stores.places.get(about.requestId), about.donorId)
    if (!request || !pledge || !still(pledge, about)) return
    await act({ key: job.id, now, request, pledge })
  }
}

function isHeld({ state, saidYesAt }: Pledge, { of }: PledgeJob): boolean {
  return state === 'place_held' && saidYesAt === of
}

function isComing({ state, arrivesAt }: Pledge, { of }: PledgeJob): boolean {
  return (state === 'pledged' || state === 'reminded') && arrivesAt === of
}

async function move(
  event: 'time_runs_out' | 'is_reminded' | 'does_not_come',
  { key, now, request, pledge }: Due,
  { deps, works }: { readonly deps: ActionDeps; readonly works: readonly TodoWork[] },
): Promise<void> {
  await deps.stores.places.move(key, request.id, {
    event,
    by: 'clock',
    at: now,
    donorId: pledge.donorId,
    placesFor: placesForUnits(request, deps),
    todo: todosOf(key, works),
  })
}

function shownFor(
  request: BloodRequest,
  { arrivesAt }: Pledge,
  deps: ActionDeps,
): ReturnType<typeof shownAsked> {
  const shown = shownAsked(request, deps)
  return arrivesAt === undefined ? shown : { ...shown, when: shownInstant(arrivesAt, deps.timeZone) }
}
