import type { Json } from '../turn/conversation'
import { holds, isAnswered, valueAt } from './answers'
import type { Answers } from './answers'
import type { AskStep, Flow } from './flow'
import type { Choice } from './walk'

/** The text key of a choice's title: `<ask>_<id>` for a menu or a titled question, else `common:<kind>_<id>`. */
export function titleKey(step: AskStep, id: string): string {
  return step.titled ? `${step.ask}_${id}` : `common:${step.kind}_${id}`
}

/** The choices of a question, in the order of their numbers. */
export function choicesOf(flow: Flow, step: AskStep, answers: Answers): readonly Choice[] {
  if (!step.options) return []
  if ('ids' in step.options) {
    return step.options.ids
      .filter((id) => step.revise === undefined || applies(flow, id, answers))
      .map((id) => ({ id, titleKey: titleKey(step, id) }))
  }
  return [
    ...listed(valueAt(answers, step.options.from)),
    ...step.options.also.map((id) => ({ id, titleKey: titleKey(step, id) })),
  ]
}

/** Whether the answer is known, and still one of the choices where an action makes them. */
export function isKnown(flow: Flow, step: AskStep, answers: Answers): boolean {
  if (!isAnswered(step, answers)) return false
  const { save = '', options } = step
  if (!options || 'ids' in options) return true
  return choicesOf(flow, step, answers).some(({ id }) => id === answers[save])
}

/** A question that was passed over cannot be revised: its answer would change nothing. */
function applies(flow: Flow, id: string, answers: Answers): boolean {
  const when = flow.steps.find((step) => step.id === id)?.when
  return !when || holds(when, answers)
}

function listed(items: Json | undefined): readonly Choice[] {
  if (!Array.isArray(items)) return []
  return (items as readonly { readonly id: string; readonly title: string }[]).map(({ id, title }) => ({
    id,
    title,
  }))
}
