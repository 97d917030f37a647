import type { AskStep, Flow } from '../flow'
import { reachable } from '../steps'
import { eachStep } from './finding'

/** Menus of answers to correct that do not lead to such a question, or not back. */
export const reviseMenus = eachStep('revise-menus', (step, flow) => {
  if (step.type !== 'ask' || step.revise === undefined) return []
  const saved =
    step.save === undefined ? [] : ['has "revise" and "save"; remove "save", the choice is no answer']
  const ids = step.options && 'ids' in step.options ? step.options.ids : undefined
  if (!ids) return [...saved, 'has "revise", but options made by an action; list the ids of steps']
  return [...saved, ...ids.flatMap((id) => choiceProblems(flow, { ...step, revise: step.revise ?? '' }, id))]
})

function choiceProblems(
  flow: Flow,
  menu: AskStep & { readonly revise: string },
  id: string,
): readonly string[] {
  const step = flow.steps.find((one) => one.id === id)
  // A step that does not exist, and a step that says goodbye, need no way back.
  if (!step || step.type !== 'ask') return []
  if (step.save === undefined) return [`lets "${id}" be corrected, which saves no answer; leave it out`]
  return reachable(flow, id).has(menu.revise)
    ? []
    : [`lets "${id}" be corrected, but from there no way leads to "${menu.revise}"; change its "next"`]
}
