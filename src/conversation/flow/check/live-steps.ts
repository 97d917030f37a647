import { fileOf } from './finding'
import type { Check, Finding, LivePosition } from './finding'

/** Steps that running conversations stand on and the new version lacks. They go on with the version they began with. */
export const liveSteps: Check = ({ flows, live = [] }) =>
  [...grouped(live)].flatMap(([position, count]) => {
    const { flow: id, version, step } = JSON.parse(position) as LivePosition
    const flow = flows.find((one) => one.id === id)
    if (flow?.version === version) return []
    if (flow?.steps.some((one) => one.id === step || one.was.includes(step))) return []
    const who = count === 1 ? '1 conversation stands' : `${count} conversations stand`
    const finding: Finding = {
      check: 'live-steps',
      level: 'warning',
      file: flow ? fileOf(flow) : `flows/${id}.yaml`,
      step,
      message: `${who} on this step of version ${version}, and it is gone; add "was: [${step}]" to the step that replaces it`,
    }
    return [finding]
  })

function grouped(live: readonly LivePosition[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { flow, version, step } of live) {
    const position = JSON.stringify({ flow, version, step })
    counts.set(position, (counts.get(position) ?? 0) + 1)
  }
  return counts
}
