import { z } from 'zod'
import { areaOf, bloodCentreFor } from '../../blood/organisation/service-area'
import { gazetteer } from '../input/gazetteer'
import type { Action } from './action'
import type { ActionDeps } from './deps'
import { placeArgument, placeOf } from './place-argument'

const args = z.object({ hospital: placeArgument })

/** Whether our donors can give for this hospital, and which licensed centre issues there. */
export function checkPlace({ organisation }: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'check_place',
    type: 'look',
    args,
    reasons: ['outside'],
    perform: async ({ hospital }) => {
      const place = placeOf(hospital)
      const known = 'name' in place ? gazetteer().places.find(({ name }) => name === place.name) : undefined
      if (areaOf(organisation, known) === 'outside') {
        return {
          ok: false,
          reason: 'outside',
          values: { centres: organisation.stockPage, helpline: organisation.helpline },
        }
      }
      return { ok: true, values: { centre: bloodCentreFor(organisation, place) ?? null, area: 'inside' } }
    },
  }
}
