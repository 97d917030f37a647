import { z } from 'zod'
import { dateAt } from '../../base/calendar'
import { nextEligibleDate } from '../../blood/donors/eligibility/next-eligible-date'
import { recognise } from '../input/recognise'
import { waitNamed } from '../input/wait-named'
import type { Action } from './action'
import type { ActionDeps } from './deps'

const args = z.object({ topic: z.enum(['vaccine', 'procedure']) })

/** From which day blood may be given after the vaccine or the like that the person names with its day. */
export function findFirstDay({ timeZone }: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'find_first_day',
    type: 'look',
    args,
    reasons: ['over', 'unknown'],
    perform: async ({ topic }, { text, locale, now }) => {
      const rule = waitNamed(text, topic, locale)
      const on = recognise('date_past', text, { now, timeZone, locale })
      if (rule === undefined || on === undefined) return { ok: false, reason: 'unknown' }
      const told = [{ rule, on }]
      // What this one rule asks for; the person's other answers are the pre-screen's.
      const today = dateAt(now, timeZone)
      const next = nextEligibleDate({ sex: 'other', donations: [], told }, 'whole_blood', today)
      if (next.when !== 'date') return { ok: false, reason: 'unknown' }
      return next.date > today
        ? { ok: true, values: { on, from: next.date } }
        : { ok: false, reason: 'over', values: { on } }
    },
  }
}
