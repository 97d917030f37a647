import type { Flow } from '../flow/flow'
import type { FlowState } from '../flow/walk'

/** The flows in use, and those of running conversations. */
export interface FlowSource {
  /** The flow as it begins now. Throws when there is none of this id. */
  current(flowId: string): Flow
  /** The flow that an intent begins. */
  forIntent(intent: string): Flow | undefined
  /**
   * The version a conversation began with; where that can no longer run, today's version with the state moved to the
   * step where it goes on. Nothing when the flow is gone altogether. `moved`: the question may be another one.
   */
  continuing(
    state: FlowState,
  ): Promise<{ readonly flow: Flow; readonly state: FlowState; readonly moved: boolean } | undefined>
}
