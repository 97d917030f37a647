import { z } from 'zod'
import { locate } from '../../blood/organisation/service-area'
import type { Action } from './action'
import type { ActionDeps } from './deps'
import { findPlace } from './find-place'
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
      const { area, bloodCentre } = locate(placeOf(hospital), { organisation, findPlace })
      if (area === 'inside') return { ok: true, values: { centre: bloodCentre ?? null, area } }
      const { stockPage, helpline } = organisation
      return { ok: false, reason: 'outside', values: { centres: stockPage, helpline } }
    },
  }
}
