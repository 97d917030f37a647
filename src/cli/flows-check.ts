import { parseArgs } from 'node:util'
import { flowsReport } from './flows-report'
import type { FlowsReportOptions } from './flows-report'

/** What the command cannot read from files: the registry's actions, what is understood, and live conversations. */
export type FlowsCheckFacts = Omit<FlowsReportOptions, 'flowsFolder' | 'localesFolder' | 'everyLength'>

/**
 * The command `flows:check`: `--flows <folder>`, `--locales <folder>`, `--lengths` (how long every text is as an SMS).
 * Gives what to print and the exit code: 1 when there is an error.
 */
export function flowsCheck(
  args: readonly string[],
  facts: FlowsCheckFacts,
): { readonly output: string; readonly exitCode: 0 | 1 } {
  const { values } = parseArgs({
    args: [...args],
    options: {
      flows: { type: 'string', default: 'flows' },
      locales: { type: 'string', default: 'locales' },
      lengths: { type: 'boolean', default: false },
    },
  })
  const { text, ok } = flowsReport({
    ...facts,
    flowsFolder: values.flows,
    localesFolder: values.locales,
    everyLength: values.lengths,
  })
  return { output: text, exitCode: ok ? 0 : 1 }
}
