import { z } from 'zod'
import type { Action } from './action'

const args = z.object({})

/** Whether we see the number of whoever writes: WhatsApp may show none, and then nobody can call "this same number". */
export function ownNumber(): Action<z.infer<typeof args>> {
  return {
    name: 'own_number',
    type: 'look',
    args,
    reasons: [],
    perform: async (_args, { phone }) => ({ ok: true, values: { shown: phone !== undefined } }),
  }
}
