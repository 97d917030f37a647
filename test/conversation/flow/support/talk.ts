import type { Flow } from '../../../../src/conversation/flow/flow'
import type { ActionResult, FlowState, Stop, WalkInput, Walked } from '../../../../src/conversation/flow/walk'
import { walkFlow } from '../../../../src/conversation/flow/walk-flow'
import { plainContext } from './plain-context'

/** A conversation with one flow; its state goes through JSON between turns, as it does in the store. */
export class Talk {
  walked: Walked

  constructor(
    public flow: Flow,
    start: { slots?: FlowState['slots']; answers?: FlowState['answers'] } = {},
  ) {
    this.walked = this.walk(undefined, { type: 'start', slots: {}, ...start })
  }

  get state(): FlowState {
    return this.walked.state
  }

  get stop(): Stop {
    return this.walked.stop
  }

  /** The keys of everything said in the last step of the walk. */
  get said(): readonly string[] {
    return this.walked.says.map((say) => say.text)
  }

  give(input: WalkInput): this {
    this.walked = this.walk(this.state, input)
    return this
  }

  answer(...texts: readonly string[]): this {
    for (const text of texts) this.give({ type: 'answer', text })
    return this
  }

  tap(tap: string): this {
    return this.give({ type: 'answer', text: 'whatever its title says', tap })
  }

  result(result: ActionResult, effect = false): this {
    return this.give({ type: 'result', result, effect })
  }

  private walk(state: FlowState | undefined, input: WalkInput): Walked {
    const stored = state && (JSON.parse(JSON.stringify(state)) as FlowState)
    return walkFlow(this.flow, stored, { input, context: plainContext })
  }
}
