import { FLOW_PREFIX } from '../flow'
import type { Flow, Step } from '../flow'
import { staysInFlow, waysOf } from '../steps'
import { fileOf } from './finding'
import type { Check, Finding } from './finding'

/** Circles that nobody's answer would stop. */
export const loops: Check = ({ flows }) => [
  ...flows.flatMap((flow) => report(flow, circle(graphOf([flow], asksAlways)))),
  ...acrossFlows(flows),
]

type Graph = ReadonlyMap<string, readonly string[]>

const REPAIR =
  'let it end, or put a question without "save" into it (a question whose answer is known is passed over)'

/** Within a flow only a question without a name is asked every time round. */
function asksAlways(step: Step): boolean {
  return step.type === 'ask' && step.save === undefined
}

/** Every flow begins without answers: there every question stops the circle. */
function asks(step: Step): boolean {
  return step.type === 'ask'
}

function report(flow: Flow, ids: readonly string[]): readonly Finding[] {
  if (ids.length === 0) return []
  const steps = ids.map((id) => id.slice(flow.id.length + 1))
  return [
    {
      check: 'loops',
      level: 'error',
      file: fileOf(flow),
      step: steps[0] ?? '',
      message: `runs in a circle without a question (${steps.join(' > ')}); ${REPAIR}`,
    },
  ]
}

function acrossFlows(flows: readonly Flow[]): readonly Finding[] {
  const ids = circle(graphOf(flows, asks))
  const flow = flows.find((one) => ids[0]?.startsWith(`${one.id}/`))
  if (!flow || ids.every((id) => id.startsWith(`${flow.id}/`))) return []
  return [
    {
      check: 'loops',
      level: 'error',
      file: fileOf(flow),
      step: ids[0]?.slice(flow.id.length + 1) ?? '',
      message: `runs in a circle through other flows without a question (${ids.join(' > ')}); let one of them end`,
    },
  ]
}

function graphOf(flows: readonly Flow[], stops: (step: Step) => boolean): Graph {
  const first = new Map(flows.map((flow) => [flow.id, flow.steps[0]?.id ?? '']))
  const passing = flows.flatMap((flow) =>
    flow.steps
      .filter((step) => !stops(step))
      .map((step): [string, readonly string[]] => [
        `${flow.id}/${step.id}`,
        waysOf(step).flatMap(({ to }) => nodeOf(flow, to, first)),
      ]),
  )
  return new Map(passing)
}

function nodeOf(flow: Flow, target: string, first: ReadonlyMap<string, string>): readonly string[] {
  if (staysInFlow(target)) return [`${flow.id}/${target}`]
  if (!target.startsWith(FLOW_PREFIX)) return []
  const id = target.slice(FLOW_PREFIX.length)
  return first.has(id) ? [`${id}/${first.get(id)}`] : []
}

/** The nodes of the first circle of the graph, in their order. */
function circle(graph: Graph): readonly string[] {
  const nodes = [...graph.keys()]
  const ahead = new Map(nodes.map((node) => [node, followers(graph, node)]))
  const start = nodes.find((node) => ahead.get(node)?.has(node))
  if (start === undefined) return []
  return nodes.filter((node) => ahead.get(start)?.has(node) && ahead.get(node)?.has(start))
}

function followers(graph: Graph, from: string): ReadonlySet<string> {
  const seen = new Set<string>()
  const open = [...(graph.get(from) ?? [])]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node) || !graph.has(node)) continue
    seen.add(node)
    open.push(...(graph.get(node) ?? []))
  }
  return seen
}
