import { z } from 'zod'
import { dateAt } from '../../base/calendar'
import { heldCampsByCode } from '../../blood/camps/camp-code'
import { impactId, type Impact } from '../../blood/donations/impact'
import { donationsOf, impactJob } from '../donations/impact-job'
import { readPeriod } from '../donations/read-period'
import { shownCamps } from '../donations/shown-camps'
import { utterance } from '../input/utterance'
import type { Action, ActionContext } from './action'
import type { ActionDeps } from './deps'
import { isCoordinator } from './is-coordinator'

const args = z.object({ text: z.string().nullish() })

type Stated = Pick<Impact, 'from' | 'to' | 'patients'> & { readonly campId?: string }

/**
 * How many patients the blood of a camp ("X4K7 12") or a period ("April 12") has helped. Everybody who gave there is told
 * once; entered again, only the figures are corrected.
 */
export function recordImpact(deps: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'record_impact',
    type: 'effect',
    args,
    reasons: ['corrected', 'not_understood', 'nobody', 'not_coordinator'],
    perform: async ({ text }, context) => {
      if (!isCoordinator(deps, context)) return { ok: false, reason: 'not_coordinator' }
      const { impacts, jobs } = deps.stores
      const { contactId, locale, now } = context
      const camps = await heldCampsByCode(deps.stores.camps, dateAt(now, deps.timeZone))
      const stated = statedIn(text ?? '', { camps, context, deps })
      if (!stated)
        return { ok: false, reason: 'not_understood', values: { camps: shownCamps(camps, locale) } }
      const given = await donationsOf(stated, deps)
      if (given.length === 0) return { ok: false, reason: 'nobody' }
      const { campId, ...period } = stated
      const id = impactId(campId === undefined ? period : { campId })
      const kept = await impacts.put({ ...stated, id, recordedBy: contactId, at: now })
      const first = kept.at === now && kept.recordedBy === contactId
      if (!first) return { ok: false, reason: 'corrected', values: { patients: kept.patients } }
      await jobs.schedule([impactJob(kept, now)])
      const people = new Set(given.map(({ donorId }) => donorId)).size
      return { ok: true, values: { patients: kept.patients, people } }
    },
  }
}

function statedIn(
  text: string,
  {
    camps,
    context,
    deps,
  }: {
    readonly camps: Awaited<ReturnType<typeof heldCampsByCode>>
    readonly context: ActionContext
    readonly deps: ActionDeps
  },
): Stated | undefined {
  const [first = '', ...rest] = text.split(/\s+/u)
  const camp = camps.get(first.toUpperCase())
  const named = camp
    ? { period: { from: camp.date, to: camp.date }, numbers: numbersIn(rest.join(' ')) }
    : readPeriod(text, dateAt(context.now, deps.timeZone))
  const [patients, ...others] = named?.numbers ?? []
  if (!named || patients === undefined || patients === 0 || others.length > 0) return undefined
  return { ...named.period, patients, ...(camp && { campId: camp.id }) }
}

function numbersIn(text: string): readonly number[] {
  return utterance(text)
    .words.filter((word) => /^\d+$/u.test(word))
    .map(Number)
}
