import type { Flow } from '../../../../src/conversation/flow/flow'
import type { FlowState, Say, WalkContext, WalkInput, Walked } from '../../../../src/conversation/flow/walk'
import { walkFlow } from '../../../../src/conversation/flow/walk-flow'
import type { Json } from '../../../../src/conversation/turn/conversation'
import { SAMPLE_RESULTS } from './sample-results'

const AS_WRITTEN = 'Nursing home, gali 4'
const UNREADABLE = '?'

/** What a person might answer, by kind; a menu is answered by its choices. */
const ANSWERS: { readonly [kind: string]: Json } = {
  yes_no: 'yes',
  blood_group: 'AB-',
  component: 'packed_red_cells',
  units: 12,
  date: '2026-11-25',
  date_past: '2026-11-01',
  time: '16:30',
  age: 17,
  weight: 62.5,
  phone: '+919876543210',
  pincode: '208012',
  place: 'LLR Hospital',
  language: 'hi-Latn',
  initials: 'RKS',
  card: 'TH-123456',
  name: 'Sunita Sharma',
  text: '3 unit chahiye',
}

const context: WalkContext = {
  stated: () => ({}),
  title: (choice) => choice.id,
  recognise: (kind, text) => {
    if (kind === 'none') return text === 'none' ? true : undefined
    return text === 'sample' ? ANSWERS[kind] : undefined
  },
}

/** The first way on is the usual one; a path may leave it this often. */
const MAX_TURNINGS = 4

/** Every message that the flow can say on paths that leave the usual way up to four times, misses included. */
export function* crawl(
  flow: Flow,
  { answers = {}, slots = {} }: Partial<Pick<FlowState, 'answers' | 'slots'>> = {},
): Generator<readonly Say[]> {
  const seen = new Set<string>()
  let paths = [walk(flow, undefined, { type: 'start', slots, answers })]
  for (let turnings = 0; turnings <= MAX_TURNINGS; turnings++) {
    const turned: Walked[] = []
    for (let walked = paths.pop(); walked; walked = paths.pop()) {
      if (walked.says.length > 0) yield walked.says
      const key = JSON.stringify([{ ...walked.state, trail: [] }, walked.stop])
      if (seen.has(key)) continue
      seen.add(key)
      const [usual, ...others] = inputs(flow, walked)
      if (usual) paths.push(walk(flow, walked.state, usual))
      for (const input of others) turned.push(walk(flow, walked.state, input))
    }
    paths = turned
  }
}

function walk(flow: Flow, state: FlowState | undefined, input: WalkInput): Walked {
  return walkFlow(flow, state, { input, context })
}

function inputs(flow: Flow, { stop, says, state }: Walked): readonly WalkInput[] {
  if (stop.at === 'action') {
    const results = SAMPLE_RESULTS[stop.action]
    if (!results)
      throw new Error(`sample-results.ts has no result of ${stop.action}; add one for each reason`)
    return results.map((result) => ({ type: 'result', result, effect: false }))
  }
  if (stop.at !== 'question') return []
  const step = flow.steps.find(({ id }) => id === stop.step)
  if (step?.type !== 'ask') return []
  const choices = says.at(-1)?.choices ?? []
  const taps = step.kind === 'blood_group' ? choices.slice(0, 1) : choices
  const typed = [
    ...(choices.length === 0 || step.kind === 'phone' ? ['sample'] : []),
    ...(step.optional ? ['none'] : []),
    ...(step.keepAsWritten ? [AS_WRITTEN] : []),
    ...(state.misses === 0 ? [UNREADABLE] : []),
  ]
  return [
    ...taps.map(({ id }): WalkInput => ({ type: 'answer', text: '', tap: id })),
    ...typed.map((text): WalkInput => ({ type: 'answer', text })),
  ]
}
