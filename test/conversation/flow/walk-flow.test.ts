import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCorrection } from '../../../src/conversation/flow/corrections'
import { loadFlow } from '../../../src/conversation/flow/load-flow'
import { walkFlow } from '../../../src/conversation/flow/walk-flow'
import { plainContext } from './support/plain-context'
import { Talk } from './support/talk'

const REQUEST = loadFlow(readFileSync(join(__dirname, 'fixtures/request.yaml'), 'utf8'), 'request.yaml')

function flow(yaml: string): ReturnType<typeof loadFlow> {
  return loadFlow(`id: test\n${yaml}`, 'test.yaml')
}

/** Stands at `group`, the patient unknown. */
function request(slots = {}): Talk {
  return new Talk(REQUEST, { slots }).result({ ok: false, reason: 'none' })
}

/** Stands at `confirm`. */
function asked(): Talk {
  return request().answer('B+', '2', 'GSVM', '2', 'RK')
}

describe('walkFlow', () => {
  it('asks question by question and performs with the answers', () => {
    const talk = asked()
    expect(talk.said).toEqual(['confirm'])
    expect(talk.answer('yes').stop).toEqual({
      at: 'action',
      step: 'store',
      action: 'raise_request',
      args: {
        group: 'B+',
        units: 2,
        hospital: 'GSVM Medical College',
        initials: 'RK',
        purpose: 'thalassemia',
      },
    })
    talk.result({ ok: true, values: { code: 'K7F2' } }, true)
    expect(talk.said).toEqual(['stored', 'news'])
    expect(talk.walked.says[0]?.values).toMatchObject({ request: { code: 'K7F2' } })
    expect(talk.answer('no').stop).toEqual({ at: 'end', target: 'flow:menu' })
  })

  it('goes where the reason of a refused action leads', () => {
    const talk = asked().answer('yes').result({ ok: false, reason: 'too_many' }, true)
    expect(talk.said).toEqual(['too_many'])
    expect(talk.stop).toEqual({ at: 'end', target: 'leave' })
  })

  it('says which flow and step have no way on', () => {
    expect(() => asked().answer('yes').result({ ok: false, reason: 'strange' })).toThrow(
      'flow request: step store has no way on for "strange"',
    )
  })

  it.each([
    ['{ group: B+ }', { group: 'B+' }, true],
    ['{ group: B+ }', { group: 'A+' }, false],
    ['{ group: [A+, B+] }', { group: 'A+' }, true],
    ['{ group: null }', {}, true],
    ['{ group: null }', { group: 'A+' }, false],
    ['{ group: null }', { group: null }, true],
    ['{ known.area: outside }', { known: { area: 'outside' } }, true],
    ['{ known.area: outside }', { known: { area: 'inside' } }, false],
    ['{ known.area: outside }', {}, false],
    ['{ age: 3, group: A+ }', { age: 3 }, false],
    ['{ constructor: null }', {}, true],
  ])('passes a step over unless `when: %s` holds with %j', (when, answers, holds) => {
    const one = flow(`steps: [{ id: a, say: a, when: ${when} }, { id: b, say: b, next: end }]`)
    expect(new Talk(one, { answers }).said).toEqual(holds ? ['a', 'b'] : ['b'])
  })

  it('asks the one of two questions that applies', () => {
    expect(request().answer('B+', '2', 'GSVM', '1').said).toEqual(['confirm'])
  })

  describe('answers', () => {
    it.each([
      ['the kind', (talk: Talk) => talk.answer('B+')],
      ['the number of a choice', (talk: Talk) => talk.answer('3')],
      ['the title of a choice', (talk: Talk) => talk.answer('title of B+')],
      ['a tap on a choice', (talk: Talk) => talk.tap('B+')],
    ])('are read by %s', (_, reply) => {
      expect(reply(request()).state.answers).toEqual({ group: 'B+' })
    })

    it('ignores a tap that belongs to another question and reads the text', () => {
      const talk = request().give({ type: 'answer', text: 'A-', tap: 'yes' })
      expect(talk.state.answers).toEqual({ group: 'A-' })
    })

    it('offers what an action found, and further choices after it', () => {
      const patients = [{ id: 'p1', title: 'R.K., B+' }]
      const talk = new Talk(REQUEST).result({ ok: true, values: { patients } })
      expect(talk.walked.says[0]?.choices).toEqual([
        { id: 'p1', title: 'R.K., B+' },
        { id: 'other', titleKey: 'whose_other' },
      ])
      expect(talk.answer('1').state.answers['patient']).toBe('p1')
    })

    it('takes "none" for nothing where the question is optional, even when its kind accepts any word', () => {
      const talk = request().answer('B+', '2', 'GSVM', '2', 'none')
      expect(talk.state.answers['initials']).toBeNull()
      expect(talk.said).toEqual(['confirm'])
    })

    it.each([
      ['Chacha  Nehru Hospital', { asWritten: 'Chacha Nehru Hospital' }],
      ['हैलट', { asWritten: 'हैलट' }],
      ['x', undefined],
      ['12345', undefined],
      ['y'.repeat(121), undefined],
    ])('keeps %j as written only when it can be a name', (text, kept) => {
      expect(request().answer('B+', '2', text).state.answers['hospital']).toEqual(kept)
    })
  })

  describe('misses', () => {
    it('asks again twice, hands over at the third, and goes on listening', () => {
      const talk = request()
      expect(talk.answer('?').walked).toMatchObject({ stop: { at: 'question', step: 'group', missed: true } })
      expect(talk.said).toEqual(['group_again'])
      expect(talk.walked.says[0]?.choices).toHaveLength(8)
      expect(talk.answer('?').said).toEqual(['group_again'])
      expect(talk.answer('?').walked).toMatchObject({ says: [], stop: { at: 'lost', step: 'group' } })
      expect(talk.answer('B+').said).toEqual(['units'])
    })

    it('counts only misses in a row at one question', () => {
      const talk = request().answer('?', '?', 'B+', '?', '?')
      expect(talk.said).toEqual(['units_again'])
    })

    it('counts no miss when the question is repeated', () => {
      const talk = request().answer('?').give({ type: 'repeat' })
      expect(talk.said).toEqual(['group'])
      expect(talk.state.misses).toBe(1)
    })
  })

  describe('slots', () => {
    it('answer their questions and are repeated once, in the order of the steps, before anything else', () => {
      const talk = new Talk(REQUEST, { slots: { place: 'GSVM', blood_group: 'B+' } })
      expect(talk.walked.says).toMatchObject([
        {
          text: 'understood',
          understood: [
            { kind: 'blood_group', value: 'B+' },
            { kind: 'place', value: 'GSVM' },
          ],
        },
      ])
      talk.result({ ok: false, reason: 'none' })
      expect(talk.said).toEqual(['units'])
      expect(talk.answer('2').said).toEqual(['writer'])
      expect(talk.state.answers).toEqual({ group: 'B+', units: 2, hospital: 'GSVM' })
    })

    it('that no question takes are not repeated', () => {
      expect(new Talk(REQUEST, { slots: { weight: 50 } }).said).toEqual([])
    })

    it('stated at a question go on from it when they answer it', () => {
      const talk = request().give({ type: 'slots', slots: { blood_group: 'O-', units: 3 } })
      expect(talk.said).toEqual(['understood', 'hospital'])
    })

    it('stated at a question that they do not answer repeat it without a miss', () => {
      const talk = request().give({ type: 'slots', slots: { units: 3 } })
      expect(talk.said).toEqual(['understood', 'group'])
      expect(talk.state.misses).toBe(0)
      expect(talk.answer('B+').said).toEqual(['hospital'])
    })

    it('that say otherwise than an earlier answer change it and repeat it, and the open question is asked again', () => {
      const talk = request()
        .answer('B+')
        .give({ type: 'slots', slots: { blood_group: 'A+' } })
      expect(talk.said).toEqual(['understood', 'units'])
      expect(talk.state.answers).toEqual({ group: 'A+' })
    })

    it('that say the same as an earlier answer change nothing', () => {
      const talk = request()
        .answer('B+')
        .give({ type: 'slots', slots: { blood_group: 'B+' } })
      expect(talk.said).toEqual(['units'])
    })

    it('do not change what was answered before an action that changed something', () => {
      const talk = asked()
        .answer('yes')
        .result({ ok: true, values: { code: 'K7F2' } }, true)
      talk.give({ type: 'slots', slots: { units: 3 } })
      expect(talk.said).toEqual(['news'])
      expect(talk.state.answers['units']).toBe(2)
    })

    it('stated beside an answer are taken by their questions, and both are repeated', () => {
      const two = flow(`understood: u
steps:
  - { id: a, ask: a, kind: menu, save: a, options: [x, y] }
  - { id: b, ask: b, kind: units, save: b, fill: units }
  - { id: c, ask: c, kind: place, save: c, fill: place }
  - { id: d, ask: d, kind: yes_no, next: end }`)
      const talk = new Talk(two)
      expect(talk.answer('title of x units=2').said).toEqual(['a_again'])
      const read = { ...plainContext, recognise: () => 2 }
      const { state, says } = walkFlow(two, talk.answer('1').state, {
        input: { type: 'answer', text: '2 place=GSVM' },
        context: read,
      })
      expect(state.answers).toEqual({ a: 'x', b: 2, c: 'GSVM' })
      expect(says.map(({ text, understood }) => ({ text, understood }))).toEqual([
        {
          text: 'u',
          understood: [
            { kind: 'units', value: 2 },
            { kind: 'place', value: 'GSVM' },
          ],
        },
        { text: 'd', understood: undefined },
      ])
    })

    it('answer only one of two questions that they could fill', () => {
      const two = flow(`understood: u
steps:
  - { id: a, ask: a, kind: age, save: child_age, fill: age }
  - { id: b, ask: b, kind: age, save: own_age, fill: age, next: end }`)
      expect(new Talk(two, { slots: { age: 9 } }).state).toMatchObject({
        step: 'b',
        answers: { child_age: 9 },
      })
    })
  })

  describe('back', () => {
    it('asks the question before again and takes the new answer', () => {
      const talk = request().answer('B+').give({ type: 'back' })
      expect(talk.said).toEqual(['group'])
      expect(talk.answer('O-').state).toMatchObject({ step: 'units', answers: { group: 'O-' } })
    })

    it('repeats the first question at the first question', () => {
      expect(request().give({ type: 'back' }).said).toEqual(['group'])
    })

    it('goes back to what a first message filled', () => {
      expect(request({ blood_group: 'B+' }).give({ type: 'back' }).said).toEqual(['group'])
    })

    it('does not ask again for the answers between', () => {
      const talk = request().answer('B+', '2').give({ type: 'back' }).give({ type: 'back' }).answer('O-')
      expect(talk.state).toMatchObject({ step: 'hospital', answers: { group: 'O-', units: 2 } })
      expect(talk.give({ type: 'back' }).said).toEqual(['units'])
    })

    it('never goes back behind an action that changed something', () => {
      const talk = asked().answer('yes').result({ ok: true }, true).give({ type: 'back' })
      expect(talk.said).toEqual(['news'])
    })

    it('goes from a revised question to the confirmation, with the old answer', () => {
      const talk = asked().answer('no', '2').give({ type: 'back' })
      expect(talk.said).toEqual(['confirm'])
      expect(talk.state.answers['units']).toBe(2)
    })
  })

  describe('revise', () => {
    it('asks the chosen question again and comes back with only that answer changed', () => {
      const talk = asked().answer('no')
      expect(talk.said).toEqual(['edit'])
      expect(talk.answer('1').said).toEqual(['group'])
      expect(talk.answer('AB-').said).toEqual(['confirm'])
      expect(talk.state.answers).toMatchObject({ group: 'AB-', units: 2, initials: 'RK' })
    })

    it('asks what applies only now, and forgets what no longer applies', () => {
      const talk = asked().answer('no', '3', '1')
      expect(talk.said).toEqual(['confirm'])
      expect(talk.state.answers).not.toHaveProperty('initials')
      expect(talk.answer('no').walked.says[0]?.choices?.map((choice) => choice.id)).toEqual([
        'group',
        'units',
        'writer',
      ])
      expect(talk.answer('3', '2').said).toEqual(['initials'])
    })
  })

  describe('correct', () => {
    const correct = (text: string): Talk => asked().give({ type: 'correct', text })

    it('changes just what a text states otherwise at a confirmation, and shows it again', () => {
      const talk = correct('units=3')
      expect(talk.said).toEqual(['confirm'])
      expect(talk.state.answers).toMatchObject({ group: 'B+', units: 3, initials: 'RK' })
    })

    it('changes several answers at once', () => {
      const { said, state } = correct('units=3 blood_group=B-')
      expect(said).toEqual(['confirm'])
      expect(state.answers).toMatchObject({ group: 'B-', units: 3 })
    })

    it('asks the question whose title is named', () => {
      const talk = correct('units')
      expect(talk.said).toEqual(['units'])
      expect(talk.answer('4').said).toEqual(['confirm'])
      expect(talk.state.answers['units']).toBe(4)
    })

    it('performs again what looks an answer up', () => {
      const looks = flow(`understood: u
steps:
  - { id: a, ask: a, kind: units, save: a, fill: units }
  - { id: look, do: look, with: { a: $a } }
  - { id: sure, ask: sure, kind: yes_no, next: { yes: end, no: edit } }
  - { id: edit, ask: edit, kind: menu, options: [a], revise: sure }`)
      const talk = new Talk(looks).answer('1').result({ ok: true }).give({ type: 'correct', text: 'units=2' })
      expect(talk.stop).toMatchObject({ at: 'action', args: { a: 2 } })
    })

    it.each([
      ['confirm', 'units=2', undefined],
      ['confirm', '2', undefined],
      ['confirm', 'what', undefined],
      ['confirm', 'units group', undefined],
      ['confirm', 'all the long story of how the units came', undefined],
      ['units', 'units=3', undefined],
    ])('finds nothing to correct at %s in "%s"', (step, text) => {
      const state = { ...asked().state, step }
      expect(readCorrection(REQUEST, state, { text, context: plainContext })).toBeUndefined()
    })
  })

  describe('a question that is never asked', () => {
    const QUIET = flow(`understood: u
steps:
  - { id: a, ask: a, kind: units, save: a, fill: units }
  - { id: quiet, ask: quiet, kind: blood_group, save: group, fill: blood_group, unasked: true }
  - { id: sure, ask: sure, kind: yes_no, next: { yes: end, no: edit } }
  - { id: edit, ask: edit, kind: menu, options: [a], revise: sure }`)

    it('is passed over, and no way back leads to it', () => {
      const talk = new Talk(QUIET).answer('1')
      expect(talk.said).toEqual(['sure'])
      expect(talk.give({ type: 'back' }).said).toEqual(['a'])
    })

    it('takes what a message states, before or later', () => {
      expect(new Talk(QUIET, { slots: { blood_group: 'B-' } }).answer('1').state.answers).toEqual({
        a: 1,
        group: 'B-',
      })
      const later = new Talk(QUIET).answer('1').give({ type: 'correct', text: 'blood_group=B-' })
      expect(later.state).toMatchObject({ step: 'sure', answers: { group: 'B-' } })
    })
  })

  it('asks again for a choice that is no longer offered', () => {
    const lists = flow(`steps:
  - { id: look, do: look, save: found }
  - { id: a, ask: a, kind: menu, save: a, options: { from: found.items } }
  - { id: b, ask: b, kind: yes_no, next: { yes: look, no: end } }`)
    const items = (id: string) => ({ ok: true, values: { items: [{ id, title: id }] } }) as const
    const talk = new Talk(lists).result(items('x')).answer('1').answer('yes')
    expect(talk.result(items('x')).said).toEqual(['b'])
    expect(talk.answer('yes').result(items('y')).said).toEqual(['a'])
  })

  it('stops a flow that runs in a circle and names it', () => {
    const circle = flow('steps: [{ id: a, say: a }, { id: b, say: b, next: a }]')
    expect(() => new Talk(circle)).toThrow('flow test: more than 100 steps without a question, now at step a')
  })

  it('removes a former result when the action gives none now', () => {
    const looks = flow(`steps:
  - { id: look, do: look, save: found }
  - { id: a, ask: a, kind: yes_no, next: { yes: look, no: end } }`)
    const talk = new Talk(looks).result({ ok: true, values: { n: 1 } })
    expect(talk.state.answers).toEqual({ found: { n: 1 } })
    expect(talk.answer('yes').result({ ok: true }).state.answers).toEqual({})
  })
})
