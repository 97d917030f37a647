import type { Flow, Step } from '../flow'
import { staysInFlow, waysOf } from '../steps'

/** `ask`, `say` and `do` are steps; `out` is what lies behind the flow: its end, or another flow. */
export interface DrawnNode {
  readonly id: string
  readonly shape: 'ask' | 'say' | 'do' | 'out'
  readonly lines: readonly string[]
}

export interface DrawnEdge {
  readonly from: string
  readonly to: string
  /** The answers or results that take this way; '' for the only one. */
  readonly label: string
  /** The way of a step that is passed over. */
  readonly over: boolean
}

export interface Drawing {
  readonly title: string
  readonly nodes: readonly DrawnNode[]
  readonly edges: readonly DrawnEdge[]
}

/** A flow as boxes and arrows, for whichever program draws them. */
export function drawingOf(flow: Flow): Drawing {
  const edges = flow.steps.flatMap(edgesOf)
  const outs = [...new Set(edges.map((edge) => edge.to).filter((to) => !staysInFlow(to)))]
  return {
    title: flow.intents.length === 0 ? flow.id : `${flow.id} (${flow.intents.join(', ')})`,
    nodes: [...flow.steps.map(nodeOf), ...outs.map((id): DrawnNode => ({ id, shape: 'out', lines: [id] }))],
    edges,
  }
}

function nodeOf(step: Step): DrawnNode {
  const when = step.when ? [`when ${conditionText(step.when)}`] : []
  return { id: step.id, shape: step.type, lines: [step.id, whatOf(step), ...when] }
}

function whatOf(step: Step): string {
  switch (step.type) {
    case 'ask':
      return step.save === undefined ? `ask ${step.kind}` : `ask ${step.kind}: ${step.save}`
    case 'say':
      return 'say'
    case 'do':
      return step.save === undefined ? `do ${step.do}` : `do ${step.do}: ${step.save}`
  }
}

function conditionText(condition: NonNullable<Step['when']>): string {
  return Object.entries(condition)
    .map(([name, wanted]) => `${name} = ${[wanted].flat().map(String).join(' / ')}`)
    .join(', ')
}

/** Ways to the same place are one arrow with several words. */
function edgesOf(step: Step): readonly DrawnEdge[] {
  const ways = waysOf(step)
  const targets = [...new Set(ways.filter((way) => !way.over).map((way) => way.to))]
  const taken = targets.map((to) => {
    const words = ways.filter((way) => !way.over && way.to === to).map((way) => way.on)
    return { from: step.id, to, label: words.join(', '), over: false }
  })
  return step.over === undefined || targets.includes(step.over)
    ? taken
    : [...taken, { from: step.id, to: step.over, label: 'passed over', over: true }]
}
