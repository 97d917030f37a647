import type { TextSource } from '../../text/load-texts'
import type { Json } from '../../turn/conversation'
import type { Flow, Step } from '../flow'

/** `error`: must not be published. `warning`: probably wrong. `note`: good to know. */
export type Level = 'error' | 'warning' | 'note'

/** One thing that a check found; the message ends with the repair. */
export interface Finding {
  /** The check that found it, named like its file. */
  readonly check: string
  readonly level: Level
  /** The file to look into. */
  readonly file: string
  readonly step?: string
  readonly message: string
}

/** What a checker must know of an action. */
export interface ActionFacts {
  readonly name: string
  readonly type: 'look' | 'effect'
  readonly reasons: readonly string[]
}

/** Where a running conversation stands. */
export interface LivePosition {
  readonly flow: string
  readonly version: string
  readonly step: string
}

export interface CheckInput {
  readonly flows: readonly Flow[]
  readonly texts: TextSource
  readonly actions: readonly ActionFacts[]
  /** Intents that are understood; without them no intent is called unknown. */
  readonly intents?: readonly string[]
  /** Texts that code says: `<namespace>:<key>`, or `<namespace>:<beginning>*`. */
  readonly spoken?: readonly string[]
  readonly live?: readonly LivePosition[]
  /** Values for measuring texts, by name: `org` and whatever the built-in samples do not know. */
  readonly samples?: { readonly [name: string]: Json }
}

export type Check = (input: CheckInput) => readonly Finding[]

/** The file of a flow, as findings name it. */
export function fileOf(flow: Flow): string {
  return `flows/${flow.id}.yaml`
}

/** A check that looks at every flow by itself. */
export function eachFlow(look: (flow: Flow, input: CheckInput) => readonly Finding[]): Check {
  return (input) => input.flows.flatMap((flow) => look(flow, input))
}

/** A check that looks at every step by itself and gives what is wrong with it. */
export function eachStep(
  check: string,
  look: (step: Step, flow: Flow, input: CheckInput) => readonly string[],
): Check {
  return eachFlow((flow, input) =>
    flow.steps.flatMap((step) =>
      look(step, flow, input).map((message): Finding => ({
        check,
        level: 'error',
        file: fileOf(flow),
        step: step.id,
        message,
      })),
    ),
  )
}
