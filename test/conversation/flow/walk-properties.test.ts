import type { AskStep, Flow } from '../../../src/conversation/flow/flow'
import { loadFlow } from '../../../src/conversation/flow/load-flow'
import { resumeStep } from '../../../src/conversation/flow/resume-step'
import type { Json } from '../../../src/conversation/turn/conversation'
import { randomFlow, seeded } from './support/random-flow'
import { Talk } from './support/talk'

const SEEDS = Array.from({ length: 400 }, (_, index) => index + 1)
const MOST_TURNS = 200

/** An answer that names its question, as far as its kind can. */
function answerTo(
  step: AskStep,
  random: (limit: number) => number,
): { readonly text: string; readonly value: Json } {
  const number = Number(step.id.slice(1)) + 1
  if (step.optional && random(3) === 0) return { text: 'none', value: null }
  switch (step.kind) {
    case 'menu': {
      const choice = 1 + random(2)
      return { text: String(choice), value: choice === 1 ? 'x' : 'y' }
    }
    case 'units':
    case 'age':
      return { text: String(number), value: number }
    case 'date':
      return { text: `2026-01-${String(10 + number)}`, value: `2026-01-${String(10 + number)}` }
    case 'initials':
      return { text: 'ABCDEFGHIJ'.charAt(number), value: 'ABCDEFGHIJ'.charAt(number) }
    case 'blood_group':
      return {
        text: ['A+', 'A-', 'B+', 'B-', 'O+'][number % 5] ?? 'A+',
        value: ['A+', 'A-', 'B+', 'B-', 'O+'][number % 5] ?? 'A+',
      }
    default:
      return { text: 'yes', value: 'yes' }
  }
}

/** One conversation from the beginning to the end, and what should be known after it. */
interface Told {
  readonly asked: readonly string[]
  /** The last answer given to each question. */
  readonly given: { readonly [save: string]: Json }
  readonly talk: Talk
}

interface Habits {
  /** Says "no" to the confirmation this often, and corrects an answer. */
  readonly corrections: number
  /** After each answer, maybe something else happens. */
  readonly disturb?: (talk: Talk, random: (limit: number) => number) => void
}

function converse(talk: Talk, random: (limit: number) => number, habits: Habits): Told {
  const asked: string[] = []
  const given: { [save: string]: Json } = {}
  let corrections = habits.corrections
  for (let turn = 0; talk.stop.at !== 'end'; turn++) {
    if (turn > MOST_TURNS) throw new Error('the conversation does not end')
    const { stop } = talk
    if (stop.at === 'action') {
      talk.result({ ok: true, values: { of: stop.step } }, stop.action === 'store')
    } else if (stop.step === 'confirm') {
      talk.answer(corrections-- > 0 ? 'no' : 'yes')
    } else if (stop.step === 'edit') {
      talk.answer('1')
    } else {
      const step = talk.flow.steps.find((one): one is AskStep => one.type === 'ask' && one.id === stop.step)
      if (!step) throw new Error(`asked at ${stop.step}, which is no question`)
      asked.push(step.id)
      const { text, value } = answerTo(step, random)
      given[step.save ?? ''] = value
      talk.answer(text)
      habits.disturb?.(talk, random)
    }
  }
  return { asked, given, talk }
}

const flows = new Map<number, Flow>()

function flowOf(seed: number): Flow {
  const flow = flows.get(seed) ?? loadFlow(randomFlow(seeded(seed)), `seed ${seed}`)
  flows.set(seed, flow)
  return flow
}

function answersOf({ talk }: Told): { readonly [save: string]: Json } {
  return Object.fromEntries(Object.entries(talk.state.answers).filter(([name]) => name.startsWith('a')))
}

describe.each(SEEDS.filter((seed) => seed % 40 === 1))('a walk (seeds %i to +39)', (first) => {
  const seeds = SEEDS.slice(first - 1, first + 39)

  it('ends, asks nothing twice, and keeps every answer under the name of its question', () => {
    for (const seed of seeds) {
      const told = converse(new Talk(flowOf(seed)), seeded(seed), { corrections: 0 })
      expect({ seed, twice: told.asked.length - new Set(told.asked).size }).toEqual({ seed, twice: 0 })
      expect({ seed, answers: answersOf(told) }).toEqual({ seed, answers: told.given })
    }
  })

  it('takes each slot for one question at most, and asks for none that it filled', () => {
    const slots = { blood_group: 'AB-', units: 77, age: 88, date: '2026-02-02' }
    for (const seed of seeds) {
      const told = converse(new Talk(flowOf(seed), { slots }), seeded(seed), { corrections: 0 })
      const filled = Object.entries(answersOf(told)).filter(([name]) => !Object.hasOwn(told.given, name))
      const kinds = filled.map(
        ([name]) => (told.talk.flow.steps.find((step) => `a${step.id}` === name) as AskStep).fill,
      )
      expect({ seed, kinds: kinds.length }).toEqual({ seed, kinds: new Set(kinds).size })
      for (const [name, value] of filled)
        expect(Object.values(slots)).toContain(answersOf(told)[name] ?? value)
      expect(told.asked.length).toBe(new Set(told.asked).size)
    }
  })

  it('asks again only what is corrected, and what applies only after the correction', () => {
    for (const seed of seeds) {
      const told = converse(new Talk(flowOf(seed)), seeded(seed), { corrections: 2 })
      const again = told.asked.filter((id, index) => told.asked.indexOf(id) !== index)
      const correctable = told.talk.flow.steps.find((step) => step.id === 'edit') as AskStep
      const ids = correctable.options && 'ids' in correctable.options ? correctable.options.ids : []
      for (const id of again) expect(ids).toContain(id)
      for (const [name, value] of Object.entries(answersOf(told))) {
        expect({ seed, name, value }).toEqual({ seed, name, value: told.given[name] })
      }
    }
  })

  it('survives misses, going back, repeats and stray slots without a wrong answer', () => {
    const disturb: NonNullable<Habits['disturb']> = (talk, random) => {
      if (talk.stop.at !== 'question') return
      const what = random(5)
      if (what === 0) talk.answer('?!')
      if (what === 1 && talk.stop.step !== 'confirm') talk.give({ type: 'back' })
      if (what === 2) talk.give({ type: 'repeat' })
      if (what === 3) talk.give({ type: 'slots', slots: { weight: 50 } })
    }
    for (const seed of seeds) {
      const told = converse(new Talk(flowOf(seed)), seeded(seed), { corrections: 1, disturb })
      for (const [name, value] of Object.entries(answersOf(told))) {
        expect({ seed, name, value }).toEqual({ seed, name, value: told.given[name] })
      }
    }
  })

  it('moves to another order of its questions at any moment without asking twice or losing an answer', () => {
    for (const seed of seeds) {
      const pinned = flowOf(seed)
      const random = seeded(seed + 1_000)
      const current = loadFlow(shuffled(randomFlow(seeded(seed)), random), `seed ${seed}, shuffled`)
      const when = 1 + random(3)
      let answered = 0
      const told = converse(new Talk(pinned), seeded(seed), {
        corrections: 0,
        disturb: (talk) => {
          if (++answered >= when && talk.flow === pinned && talk.stop.at === 'question')
            move(talk, { pinned, current })
        },
      })
      expect({ seed, twice: told.asked.length - new Set(told.asked).size }).toEqual({ seed, twice: 0 })
      for (const [name, value] of Object.entries(answersOf(told))) {
        expect({ seed, name, value }).toEqual({ seed, name, value: told.given[name] })
      }
      // Who came to the end before the change was never moved.
      if (told.talk.flow === pinned) continue
      const open = current.steps.filter(
        (step) =>
          step.type === 'ask' && step.save !== undefined && !step.when && !told.asked.includes(step.id),
      )
      expect({ seed, open }).toEqual({ seed, open: [] })
    }
  })
})

function move(talk: Talk, versions: { readonly pinned: Flow; readonly current: Flow }): void {
  const { state, sameStep } = resumeStep(talk.state, versions)
  talk.flow = versions.current
  talk.walked = { state, says: [], stop: { at: 'question', step: state.step, missed: false } }
  if (!sameStep) talk.give({ type: 'resume' })
}

/** The same questions in another order, without the jumps that only the old order allows. */
function shuffled(source: string, random: (limit: number) => number): string {
  const lines = source.split('\n')
  const isQuestion = (line: string): boolean => /id: (q|look)\d/.test(line)
  const questions = lines.filter(isQuestion).map((line) => line.replace(/, next: \{ x: [^}]*\}/, ''))
  const order = questions
    .map((line) => ({ line, key: random(1_000) }))
    .sort((one, other) => one.key - other.key)
  const first = lines.findIndex(isQuestion)
  const others = lines.filter((line) => !isQuestion(line))
  return [...others.slice(0, first), ...order.map(({ line }) => line), ...others.slice(first)].join('\n')
}
