import { z } from 'zod'
import type { Pledge } from '../../blood/alerts/pledge'
import type { PledgeEvent } from '../../blood/alerts/move-pledge'
import { placesForUnits } from '../alerts/places-for-units'
import { kindNamed } from '../donations/donation-words'
import { giveForRequest } from '../donations/give-for-request'
import { pledgeMeant } from '../donations/pledge-meant'
import { askedRequest, shownAsked, type AskedRequest } from '../pledge/asked-request'
import { lookAgain, tellDonor, tellFamily } from '../pledge/pledge-news'
import type { Action, ActionContext } from './action'
import type { ActionDeps } from './deps'
import { isCoordinator } from './is-coordinator'
import { todosOf, type TodoWork } from './todos'

const VERBS = ['gave', 'came', 'noshow', 'sentback'] as const
type Verb = (typeof VERBS)[number]

const args = z.object({
  verb: z.enum(VERBS),
  codes: z.array(z.string()),
  /** The donor's phone, or its last digits; for `gave` what was given, where it is not what the request's donors usually give. */
  text: z.string().nullish(),
})

const EVENTS: { readonly [verb in Exclude<Verb, 'gave'>]: PledgeEvent } = {
  came: 'arrives',
  noshow: 'does_not_come',
  sentback: 'cannot_give',
}

/** A coordinator's word on what became of a pledge; who gave has made a donation. */
export function noteOutcome(deps: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'note_outcome',
    type: 'effect',
    args,
    reasons: ['no_code', 'unknown_code', 'which_donor', 'not_now', 'not_coordinator'],
    perform: async ({ verb, codes, text }, context) => {
      if (!isCoordinator(deps, context)) return { ok: false, reason: 'not_coordinator' }
      const [code] = codes
      if (code === undefined) return { ok: false, reason: 'no_code' }
      const asked = await askedRequest(code, deps)
      if (!asked) return { ok: false, reason: 'unknown_code' }
      const digits = (text ?? '').replace(/\D/gu, '')
      const pledge = await pledgeMeant(asked, { digits, now: context.now }, deps)
      if (!pledge) return { ok: false, reason: 'which_donor' }
      const around = { asked, pledge, context, deps }
      const done = verb === 'gave' ? await gave(text ?? '', around) : await outcome(verb, around)
      return done ? { ok: true, values: { code: asked.request.code } } : { ok: false, reason: 'not_now' }
    },
  }
}

interface Around {
  readonly asked: AskedRequest
  readonly pledge: Pledge
  readonly context: ActionContext
  readonly deps: ActionDeps
}

async function gave(text: string, { asked, pledge, context, deps }: Around): Promise<boolean> {
  const { locale, now } = context
  const kind = kindNamed(text, { locale, now, timeZone: deps.timeZone })
  const given = { asked, pledge, ...(kind !== undefined && { kind }) }
  return (await giveForRequest(given, context, deps)) !== undefined
}

async function outcome(verb: Exclude<Verb, 'gave'>, around: Around): Promise<boolean> {
  const { asked, pledge, context, deps } = around
  const { key, now } = context
  const moved = await deps.stores.places.move(key, asked.request.id, {
    event: EVENTS[verb],
    by: 'coordinator',
    at: now,
    donorId: pledge.donorId,
    placesFor: placesForUnits(asked.request, deps),
    todo: todosOf(key, newsOf(verb, around)),
  })
  return moved.ok
}

function newsOf(verb: Exclude<Verb, 'gave'>, { asked, pledge, deps }: Around): readonly TodoWork[] {
  const { request } = asked
  switch (verb) {
    case 'came':
      return [tellFamily(request, 'family_came')]
    case 'sentback':
      return [
        tellDonor(pledge.donorId, 'came_thanks', shownAsked(request, deps)),
        tellFamily(request, 'family_dropped'),
        lookAgain(request),
      ]
    case 'noshow':
      return [tellFamily(request, 'family_dropped'), lookAgain(request)]
  }
}
