import { z } from 'zod'
import { weightProblem } from '../../blood/donors/donor-rules'
import type { Action } from './action'

const args = z.object({ weight: z.number() })

/** Whether somebody of this weight, in kilograms, may give blood. */
export function checkWeight(): Action<z.infer<typeof args>> {
  return {
    name: 'check_weight',
    type: 'look',
    args,
    reasons: ['underweight'],
    perform: async ({ weight }) => {
      const reason = weightProblem(weight)
      return reason ? { ok: false, reason } : { ok: true }
    },
  }
}
