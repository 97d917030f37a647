import type { Flow } from './flow'
import { neededTexts } from './needed-texts'

/** What a flow needs to run. */
export interface FlowNeeds {
  /** Whether a text (`<namespace>:<key>`) exists in every language. */
  hasText(key: string): boolean
  hasAction(name: string): boolean
}

/** Whether every text and every action that the flow names exists. (A kind that is gone does not even load.) */
export function canRun(flow: Flow, needs: FlowNeeds): boolean {
  return (
    neededTexts(flow).every(({ key }) => needs.hasText(key)) &&
    flow.steps.every((step) => step.type !== 'do' || needs.hasAction(step.do))
  )
}
