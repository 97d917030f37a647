import { answerReference } from '../answers'
import type { Flow, Step } from '../flow'
import { suggestion } from '../suggestion'
import { eachStep } from './finding'

/** Names of answers and results that no step saves and nobody brings along. */
export const unknownAnswers = eachStep('unknown-answers', (step, flow) => {
  const known = knownAnswers(flow)
  return [...new Set(namesIn(step))]
    .filter((name) => !known.includes(name))
    .map(
      (name) =>
        `uses the answer "${name}", which no step saves${suggestion(name, known)}; save it, or list it in "given"`,
    )
})

/** Everything that a conversation in this flow may know, by name. */
export function knownAnswers(flow: Flow): readonly string[] {
  const saved = flow.steps.flatMap((step) => (step.type === 'say' ? [] : (step.save ?? [])))
  return [...new Set([...flow.given, ...saved])]
}

function namesIn(step: Step): readonly string[] {
  const paths = [
    ...Object.keys(step.when ?? {}),
    ...(step.type === 'do' ? Object.values(step.with).flatMap((value) => answerReference(value) ?? []) : []),
    ...(step.type === 'ask' && step.options && 'from' in step.options ? [step.options.from] : []),
  ]
  return paths.map((path) => path.split('.')[0] ?? path)
}
