import type { Flow } from './flow'
import { FlowFileError } from './flow-file-error'
import { loadFlow, readRetiredFlow } from './load-flow'
import type { LoadedFlow } from './load-flows'
import type { PublishedFlowStore } from './published-flow-store'
import { resumeStep } from './resume-step'
import type { FlowState } from './walk'

/** A flow to walk in. */
export type FoundFlow =
  | { readonly flow: Flow; readonly sameVersion: true }
  /**
   * The version that was asked for can no longer run; `flow` is the current one. `resumeStep` takes both; `pinned` is
   * missing when nothing of the old version can be read.
   */
  | { readonly flow: Flow; readonly sameVersion: false; readonly pinned: Flow | undefined }

/** The flows of this program, and every version that a running conversation began with. */
export interface FlowLibrary {
  /** The flows that new conversations begin with. */
  readonly flows: readonly Flow[]
  /** The flow as it begins now. Throws when there is none of this id. */
  current(flowId: string): Flow
  /** The flow that a message of this intent begins. */
  forIntent(intent: string): Flow | undefined
  /** Makes the current versions known to the database. To be done before the first conversation begins. */
  publish(): Promise<void>
  /** The version that a conversation began with. Nothing when it cannot run and the flow no longer exists. */
  get(flowId: string, version: string): Promise<FoundFlow | undefined>
  /**
   * The same for a running conversation, with its state moved to the current version where its own cannot run.
   * `moved`: the open step is another one, so walk with `resume`. Nothing when the flow is gone altogether.
   */
  continuing(
    state: FlowState,
  ): Promise<{ readonly flow: Flow; readonly state: FlowState; readonly moved: boolean } | undefined>
}

export interface FlowLibraryDeps {
  readonly flows: readonly LoadedFlow[]
  readonly published: PublishedFlowStore
  /** Whether every text and action that the flow names exists: see `canRun`. */
  readonly runs: (flow: Flow) => boolean
}

/** What is known of a version that is not the current one; `runs` false: only good to see what its steps were. */
interface Pinned {
  readonly flow: Flow | undefined
  readonly runs: boolean
}

/** A library over the loaded flows; older versions are read from the store when a conversation asks for them. */
export function createFlowLibrary(deps: FlowLibraryDeps): FlowLibrary {
  const { flows, published } = deps
  const current = new Map(flows.map(({ flow }) => [flow.id, flow]))
  const byIntent = new Map(flows.flatMap(({ flow }) => flow.intents.map((intent) => [intent, flow] as const)))
  const read = pinnedReader(deps)

  const get = async (flowId: string, version: string): Promise<FoundFlow | undefined> => {
    const now = current.get(flowId)
    if (now?.version === version) return { flow: now, sameVersion: true }
    const old = await read(version)
    if (old.flow && old.runs) return { flow: old.flow, sameVersion: true }
    return now && { flow: now, sameVersion: false, pinned: old.flow }
  }

  return {
    flows: [...current.values()],
    current: (flowId) => {
      const flow = current.get(flowId)
      if (!flow) throw new Error(`there is no flow "${flowId}"; add flows/${flowId}.yaml`)
      return flow
    },
    forIntent: (intent) => byIntent.get(intent),
    publish: async () => {
      for (const { flow, source } of flows) {
        await published.publish({ version: flow.version, flowId: flow.id, source })
      }
    },
    get,
    continuing: async (state) => {
      const found = await get(state.flow, state.version)
      if (!found || found.sameVersion) return found && { flow: found.flow, state, moved: false }
      const resumed = resumeStep(state, { pinned: found.pinned, current: found.flow })
      return { flow: found.flow, state: resumed.state, moved: !resumed.sameStep }
    },
  }
}

/** Reads published versions, each once. */
function pinnedReader({ published, runs }: FlowLibraryDeps): (version: string) => Promise<Pinned> {
  const pinned = new Map<string, Pinned>()
  return async (version) => {
    const known = pinned.get(version)
    if (known) return known
    const found = await published.get(version)
    // Not remembered: another process may publish it in a moment.
    if (!found) return { flow: undefined, runs: false }
    const old = readPinned(found.source, runs)
    pinned.set(version, old)
    return old
  }
}

function readPinned(source: string, runs: FlowLibraryDeps['runs']): Pinned {
  try {
    const flow = loadFlow(source, 'published flow')
    return { flow, runs: runs(flow) }
  } catch (error) {
    if (!(error instanceof FlowFileError)) throw error
    return { flow: readRetiredFlow(source), runs: false }
  }
}
