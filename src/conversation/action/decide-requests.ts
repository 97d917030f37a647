import { z } from 'zod'
import type { Instant } from '../../base/clock'
import { OUTCOMES, REJECTIONS, SUPPLIES, type BloodRequest } from '../../blood/requests/blood-request'
import { decideRequest, type NotDecided, type RequestDecision } from '../../blood/requests/decide-request'
import { canStillBeGivenFor } from '../../blood/requests/donors-must-give-by'
import { giveBy } from '../../blood/organisation/give-by'
import type { Json } from '../turn/conversation'
import type { Action, ActionContext } from './action'
import type { ActionDeps } from './deps'
import { familyNews } from './family-news'
import { isCoordinator } from './is-coordinator'
import { todosOf, type TodoWork } from './todos'

const args = z.object({
  codes: z.array(z.string()),
  verb: z.enum(['verify', 'reject', 'close']),
  choice: z.enum([...SUPPLIES, ...REJECTIONS, ...OUTCOMES]).nullish(),
})

type Args = z.infer<typeof args>
type Outcome = 'done' | 'unknown' | 'late' | 'asking' | NotDecided

/**
 * A coordinator's word on the requests of these codes, one after the other. What became of each is a list of codes per
 * outcome: `done`; `asking` (verified for donors, who are asked now); `late` (verified for donors, but too late for a
 * donation: a coordinator looks for stock); `closed` or `verified` (somebody was first); `no_centre`, `outside`, `unknown`.
 */
export function decideRequests(deps: ActionDeps): Action<Args> {
  return {
    name: 'decide_requests',
    type: 'effect',
    args,
    reasons: ['no_code', 'no_choice', 'not_coordinator'],
    perform: async (given, context) => {
      if (!isCoordinator(deps, context)) return { ok: false, reason: 'not_coordinator' }
      if (given.codes.length === 0) return { ok: false, reason: 'no_code' }
      const decision = decisionOf(given, context)
      if (!decision) return { ok: false, reason: 'no_choice' }
      const outcomes: Record<Outcome, string[]> = {
        done: [], late: [], asking: [], closed: [], verified: [], no_centre: [], outside: [], unknown: [],
      } // prettier-ignore
      for (const code of given.codes) {
        for (const outcome of await decide(code, decision, { deps, context })) outcomes[outcome].push(code)
      }
      return { ok: true, values: shown(outcomes) }
    },
  }
}

/** The codes of each outcome, and under `was` which outcomes there are, for the conditions of flows. */
function shown(outcomes: Readonly<Record<Outcome, readonly string[]>>): { readonly [name: string]: Json } {
  const was = Object.entries(outcomes).map(([name, codes]) => [name, codes.length > 0])
  return { ...outcomes, was: Object.fromEntries(was) as { readonly [name: string]: boolean } }
}

function decisionOf({ verb, choice }: Args, { contactId }: ActionContext): RequestDecision | undefined {
  const supply = SUPPLIES.find((one) => one === choice)
  const because = REJECTIONS.find((one) => one === choice)
  const outcome = OUTCOMES.find((one) => one === choice)
  if (verb === 'verify') return supply && { verb, by: contactId, supply }
  if (verb === 'reject') return because && { verb, because }
  return outcome && { verb, outcome }
}

interface Around {
  readonly deps: ActionDeps
  readonly context: ActionContext
}

async function decide(
  code: string,
  decision: RequestDecision,
  { deps, context }: Around,
): Promise<readonly Outcome[]> {
  const { stores, timeZone } = deps
  const request = await stores.requests.byCode(code)
  if (!request) return ['unknown']
  const { now } = context
  const key = `${context.key}#${code}`
  const late =
    decision.verb === 'verify' &&
    decision.supply !== 'stock' &&
    !canStillBeGivenFor(giveBy(request, deps.organisation), now, timeZone)
  const decided = await stores.requests.change(key, request.id, (open) =>
    decideRequest(open, decision, {
      now,
      todo: todosOf(key, followUps(open, decision, { late, now, deps })),
    }),
  )
  if (!decided.ok) return [decided.reason]
  if (decision.verb !== 'verify' || decision.supply === 'stock') return ['done']
  return ['done', late ? 'late' : 'asking']
}

function followUps(
  request: BloodRequest,
  decision: RequestDecision,
  { late, now, deps }: { readonly late: boolean; readonly now: Instant; readonly deps: ActionDeps },
): readonly TodoWork[] {
  const news = newsOf(request, decision, late)
  const wave = { kind: 'wave', requestId: request.id } as const
  // Too late for donors: the coordinator who verifies reads it at once, and the family that stock is looked for.
  if (decision.verb === 'verify') {
    const asksDonors = !late && decision.supply !== 'stock'
    return [news, ...(asksDonors ? toPassOn(request, deps) : []), ...(late ? [] : [wave])]
  }
  return [news, { kind: 'release_files', requestId: request.id, closedAt: now }, wave]
}

/**
 * What the family may pass on to people it knows: group, centre and day, and a link that goes through the same questions
 * as an alert. Nothing of the patient, and no number but ours.
 */
function toPassOn(request: BloodRequest, { organisation, senders }: ActionDeps): readonly TodoWork[] {
  const { code, contactId, group, bloodCentre } = request
  if (senders.whatsapp === undefined || bloodCentre === undefined) return []
  const link = `https://wa.me/${senders.whatsapp.replace('+', '')}?text=${code}`
  const ours = { code, link, number: senders.whatsapp }
  const values = { ...ours, group, centre: { name: bloodCentre }, give_by: giveBy(request, organisation) }
  return [{ kind: 'contact', contactId, text: 'family_share', values }]
}

/** What the family hears. Nobody is told that blood is found before it is. */
function newsOf(request: BloodRequest, decision: RequestDecision, late: boolean): TodoWork {
  return familyNews(request, newsText(decision, late))
}

function newsText(decision: RequestDecision, late: boolean): string {
  switch (decision.verb) {
    case 'verify':
      return late ? 'family_verified_stock' : `family_verified_${decision.supply}`
    case 'reject':
      return `family_rejected_${decision.because}`
    case 'close':
      return `family_closed_${decision.outcome}`
  }
}
