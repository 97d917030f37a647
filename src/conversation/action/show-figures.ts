import { z } from 'zod'
import { dateAt } from '../../base/calendar'
import { figuresOf } from '../../blood/figures/figures-of'
import { centreNamed } from '../donations/centre-named'
import { monthOf, readPeriod } from '../donations/read-period'
import { shownFigures } from '../donations/shown-figures'
import { recognise } from '../input/recognise'
import type { Action } from './action'
import type { ActionDeps } from './deps'
import { findPlace } from './find-place'
import { isCoordinator } from './is-coordinator'

const args = z.object({
  /** A period, an area, both or nothing: this month, everywhere. */
  text: z.string().nullish(),
})

/** The figures of a period and an area, for a coordinator. */
export function showFigures(deps: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'show_figures',
    type: 'look',
    args,
    reasons: ['not_understood', 'not_coordinator'],
    perform: async ({ text }, context) => {
      if (!isCoordinator(deps, context)) return { ok: false, reason: 'not_coordinator' }
      const { stores, timeZone } = deps
      const { now, locale } = context
      const today = dateAt(now, timeZone)
      const asked = (text ?? '').trim()
      const named = readPeriod(asked, today)
      const place = recognise('place', asked, { now, timeZone, locale })
      // A hospital's blood is given at the centre that issues for it.
      const area = place && (centreNamed(place, deps) ?? place)
      const unclear = named ? named.numbers.length > 0 : asked !== '' && area === undefined
      if (unclear) return { ok: false, reason: 'not_understood' }
      const ask = { period: named?.period ?? monthOf(today), today, timeZone, findPlace }
      const figures = await figuresOf({ ...ask, ...(area !== undefined && { area }) }, stores)
      return { ok: true, values: shownFigures(figures) }
    },
  }
}
