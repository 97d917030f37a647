import { suggestion } from '../suggestion'
import { fileOf } from './finding'
import type { Check, Finding } from './finding'

/** Intents that begin two flows, and intents that nobody understands. */
export const sharedIntents: Check = ({ flows, intents }) =>
  flows.flatMap((flow, index) =>
    flow.intents.flatMap((intent) => {
      const other = flows.slice(0, index).find((one) => one.intents.includes(intent))
      const problems = [
        ...(other
          ? [`begins with the intent "${intent}", and so does ${other.id}; leave it to one of them`]
          : []),
        ...(intents && !intents.includes(intent)
          ? [`begins with the intent "${intent}", which is unknown${suggestion(intent, intents)}; correct it`]
          : []),
      ]
      return problems.map((message): Finding => ({
        check: 'shared-intents',
        level: 'error',
        file: fileOf(flow),
        message,
      }))
    }),
  )
