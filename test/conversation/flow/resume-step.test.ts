import { loadFlow } from '../../../src/conversation/flow/load-flow'
import { resumeStep } from '../../../src/conversation/flow/resume-step'
import type { Flow } from '../../../src/conversation/flow/flow'
import { Talk } from './support/talk'

const NAME = '{ id: name, ask: name, kind: initials, save: name }'
const GROUP = '{ id: group, ask: group, kind: blood_group, save: group }'
const UNITS = '{ id: units, ask: units, kind: units, save: units }'
const DAY = '{ id: day, ask: day, kind: date, save: day }'
const CONFIRM = '{ id: confirm, ask: confirm, kind: yes_no, next: { yes: store, no: end } }'
const STORE = '{ id: store, do: store, save: stored }'
const DONE = '{ id: done, say: done, next: end }'
const TAIL = [CONFIRM, STORE, DONE]

function flow(steps: readonly string[]): Flow {
  return loadFlow(`id: test\nsteps:\n${steps.map((step) => `  - ${step}\n`).join('')}`, 'test.yaml')
}

const OLD = flow([NAME, GROUP, UNITS, DAY, ...TAIL])

/** Answers in the old version, then goes on in the new one, as a conversation does whose version cannot run. */
function move(answered: readonly string[], steps: readonly string[]): Talk {
  const talk = new Talk(OLD).answer(...answered)
  const current = flow(steps)
  const { state, sameStep } = resumeStep(talk.state, { pinned: OLD, current })
  talk.flow = current
  talk.walked = { state, says: [], stop: { at: 'question', step: state.step, missed: false } }
  return sameStep ? talk : talk.give({ type: 'resume' })
}

/** Answers every question that comes, and gives the questions in their order. */
function finish(talk: Talk, others: { readonly [step: string]: string } = {}): readonly string[] {
  const answers: { readonly [step: string]: string } = {
    name: 'RK',
    initials: 'RK',
    group: 'B+',
    blood: 'B+',
    units: '2',
    packets: '2',
    day: '2026-01-26',
    age: '9',
    confirm: 'yes',
    ...others,
  }
  const asked: string[] = []
  while (talk.stop.at === 'question') {
    asked.push(talk.stop.step)
    talk.answer(answers[talk.stop.step] ?? '?')
  }
  return asked
}

const TWO = ['RK', 'B+']
const AGE = '{ id: age, ask: age, kind: age, save: age }'

describe('resumeStep, while somebody is asked for the units', () => {
  it.each<[string, readonly string[], readonly string[], object]>([
    ['nothing moved', [NAME, GROUP, UNITS, DAY], ['units', 'day'], { name: 'RK', group: 'B+' }],
    ['a question inserted after', [NAME, GROUP, UNITS, AGE, DAY], ['units', 'age', 'day'], { age: 9 }],
    ['a question inserted before', [NAME, GROUP, AGE, UNITS, DAY], ['units', 'age', 'day'], { age: 9 }],
    ['questions in another order', [DAY, UNITS, GROUP, NAME], ['units', 'day'], { group: 'B+' }],
    [
      'the open question renamed',
      [NAME, GROUP, '{ id: packets, was: [units], ask: p, kind: units, save: units }', DAY],
      ['packets', 'day'],
      { units: 2 },
    ],
    [
      'the open question and its answer renamed',
      [NAME, GROUP, '{ id: packets, was: [units], ask: p, kind: units, save: packets }', DAY],
      ['packets', 'day'],
      { packets: 2 },
    ],
    ['the open question removed', [NAME, GROUP, DAY], ['day'], { name: 'RK', group: 'B+' }],
    [
      'an answered question renamed without `was`',
      [NAME, '{ id: blood, ask: b, kind: blood_group, save: group }', UNITS, DAY],
      ['units', 'day'],
      { group: 'B+' },
    ],
    [
      'an answered question and its answer renamed',
      [NAME, '{ id: blood, was: [group], ask: b, kind: blood_group, save: blood }', UNITS, DAY],
      ['units', 'day'],
      { blood: 'B+' },
    ],
    ['an answered question removed', [NAME, UNITS, DAY], ['units', 'day'], { name: 'RK' }],
    [
      'the names of two answers exchanged',
      [
        '{ id: name, ask: n, kind: initials, save: group }',
        '{ id: group, ask: g, kind: blood_group, save: name }',
        UNITS,
        DAY,
      ],
      ['units', 'day'],
      { name: 'B+', group: 'RK' },
    ],
    [
      'the name of a removed question given to another one',
      [NAME, GROUP, '{ id: day, ask: d, kind: date, save: units }'],
      ['day'],
      { units: '2026-01-26' },
    ],
  ])('%s: asks for the rest, each once, and loses nothing', (...[, steps, questions, answers]) => {
    const talk = move(TWO, [...steps, ...TAIL])
    expect(finish(talk)).toEqual([...questions, 'confirm'])
    expect(talk.stop).toMatchObject({ at: 'action', step: 'store' })
    expect(talk.state.answers).toMatchObject(answers)
  })

  it('asks a question anew that was answered when it was of another kind', () => {
    const talk = move(TWO, [NAME, '{ id: group, ask: g, kind: age, save: group }', UNITS, DAY, ...TAIL])
    expect(talk.state.answers).toEqual({ name: 'RK' })
    expect(finish(talk, { group: '9' })).toEqual(['units', 'group', 'day', 'confirm'])
    expect(talk.state.answers).toMatchObject({ name: 'RK', group: 9, units: 2 })
  })

  it('asks a retyped question anew, and takes no text for its answer', () => {
    const current = flow([
      NAME,
      GROUP,
      '{ id: units, ask: u, kind: menu, options: [one, two], save: units }',
      ...TAIL,
    ])
    const { state, sameStep } = resumeStep(new Talk(OLD).answer(...TWO).state, { pinned: OLD, current })
    expect(sameStep).toBe(false)
    expect(state).toMatchObject({ step: 'units', answers: { name: 'RK', group: 'B+' } })
  })

  it('takes no number for an answer when the list is another one', () => {
    const menu = (options: string): Flow =>
      flow([`{ id: a, ask: a, kind: menu, save: a, options: ${options}, next: end }`])
    const { state } = new Talk(menu('[x, y]'))
    const from = menu('[x, y]')
    expect(resumeStep(state, { pinned: from, current: menu('[x, y]') }).sameStep).toBe(true)
    expect(resumeStep(state, { pinned: from, current: menu('[y, x]') }).sameStep).toBe(false)
  })

  it('goes back through the questions under their new ids', () => {
    const renamed = '{ id: blood, was: [group], ask: b, kind: blood_group, save: blood }'
    expect(move(TWO, [NAME, renamed, UNITS, DAY, ...TAIL]).give({ type: 'back' }).said).toEqual(['b'])
  })
})

describe('resumeStep, with names that mean something else now', () => {
  const PACKETS = '{ id: packets, ask: p, kind: units, save: packets }'

  it('never takes the answer to a removed question for one to its namesake', () => {
    const old = flow([PACKETS, UNITS, DAY, ...TAIL])
    const current = flow(['{ id: now, was: [packets], ask: p, kind: units, save: units }', DAY, ...TAIL])
    const { state } = resumeStep(new Talk(old).answer('7', '2').state, { pinned: old, current })
    expect(state.answers).toEqual({ units: 7 })
  })

  it.each([
    ['drops', '', {}],
    ['keeps', 'given: [units]\n', { units: 'brought' }],
  ])('%s what was brought along when a question has its name (%j)', (_, given, answers) => {
    const old = flow([NAME, ...TAIL])
    const current = loadFlow(`id: test\n${given}steps: [${NAME}, ${UNITS}, ${TAIL.join(', ')}]`, 'test.yaml')
    const { state } = new Talk(old, { answers: { units: 'brought' } })
    expect(resumeStep(state, { pinned: old, current }).state.answers).toEqual(answers)
  })
})

describe('resumeStep, after something was stored', () => {
  const NEWS = '{ id: news, ask: news, kind: yes_no }'
  const old = flow([NAME, CONFIRM, STORE, NEWS, DONE])
  const asked = new Talk(old).answer('RK', 'yes').result({ ok: true }, true)

  it('never leads back to the confirmation', () => {
    const current = flow([NAME, AGE, CONFIRM, STORE, DONE])
    expect(resumeStep(asked.state, { pinned: old, current })).toMatchObject({
      sameStep: false,
      state: { step: 'done' },
    })
  })

  it('asks nothing more that belonged before it', () => {
    const current = flow([NAME, AGE, CONFIRM, STORE, NEWS, DONE])
    const { state } = resumeStep(asked.state, { pinned: old, current })
    const talk = new Talk(current)
    talk.walked = { state, says: [], stop: { at: 'question', step: state.step, missed: false } }
    expect(talk.answer('yes').said).toEqual(['done'])
  })

  it('applies the result of an action that was under way', () => {
    const doing = new Talk(old).answer('RK', 'yes')
    const current = flow([NAME, CONFIRM, '{ id: keep, was: [store], do: store, save: kept }', NEWS, DONE])
    const { state, sameStep } = resumeStep(doing.state, { pinned: old, current })
    expect({ step: state.step, sameStep }).toEqual({ step: 'keep', sameStep: true })
  })
})

describe('resumeStep, when nothing of the old version can be read', () => {
  it('begins again rather than misread an answer', () => {
    const { state, sameStep } = resumeStep(new Talk(OLD).answer(...TWO).state, {
      pinned: undefined,
      current: OLD,
    })
    expect({ step: state.step, answers: state.answers, sameStep }).toEqual({
      step: 'name',
      answers: {},
      sameStep: false,
    })
  })
})
