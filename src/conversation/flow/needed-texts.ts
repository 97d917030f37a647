import { titleKey } from './choices'
import type { AskStep, Flow, Step } from './flow'

/** A text that a flow says: `<namespace>:<key>`, and the step that says it. */
export interface NeededText {
  readonly key: string
  readonly step?: string
}

/** Every text key that a flow may say. */
export function neededTexts(flow: Flow): readonly NeededText[] {
  return [
    ...(flow.understood === undefined ? [] : [{ key: `${flow.id}:${flow.understood}` }]),
    ...flow.steps.flatMap((step) =>
      keysOf(step).map((key) => ({ key: qualified(flow, key), step: step.id })),
    ),
  ]
}

/** The ids of the choices that have a text of their own (the choices that an action makes bring their titles). */
export function titledChoices(step: AskStep): readonly string[] {
  if (!step.options) return []
  return 'ids' in step.options ? step.options.ids : step.options.also
}

/** The key with its namespace. */
export function qualified(flow: Flow, key: string): string {
  return key.includes(':') ? key : `${flow.id}:${key}`
}

function keysOf(step: Step): readonly string[] {
  if (step.type === 'do' || (step.type === 'ask' && step.unasked)) return []
  if (step.type === 'say') return [step.say]
  return [step.ask, `${step.ask}_again`, ...titledChoices(step).map((id) => titleKey(step, id))]
}
