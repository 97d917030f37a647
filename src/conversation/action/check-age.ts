import { z } from 'zod'
import { ageProblem } from '../../blood/donors/donor-rules'
import { isChildAt } from '../../blood/patients/is-child-at'
import type { Action } from './action'

const args = z.object({ age: z.number() })

/** Whether somebody of this age may give blood at all; `child` whether a guardian has to say yes. */
export function checkAge(): Action<z.infer<typeof args>> {
  return {
    name: 'check_age',
    type: 'look',
    args,
    reasons: ['too_young', 'too_old'],
    perform: async ({ age }) => {
      const reason = ageProblem(age, { first: false })
      const values = { child: isChildAt(age) }
      return reason ? { ok: false, reason, values } : { ok: true, values }
    },
  }
}
