import { answerLine } from '../../src/cli/understand-line'

const NOW = Date.parse('2026-11-24T10:00:00+05:30')
const answer = (line: object): unknown => {
  const result = answerLine(JSON.stringify(line), NOW)
  return result.ok ? JSON.parse(result.json) : result.problem
}

describe('answerLine', () => {
  it('gives the value under the id of the question', () => {
    expect(answer({ id: 7, kind: 'intent', text: 'khoon chahiye' })).toEqual({
      id: 7,
      value: 'request_blood',
    })
  })

  it('gives null for nothing', () => {
    expect(answer({ id: 'x', kind: 'intent', text: 'khoon' })).toEqual({ id: 'x', value: null })
  })

  it.each([
    ['an ISO date-time', '2026-12-30T09:00:00+05:30'],
    ['milliseconds', Date.parse('2026-12-30T09:00:00+05:30')],
  ])('reads dates at the moment given as %s', (_form, now) => {
    expect(answer({ id: 1, kind: 'date', text: 'kal', now })).toEqual({ id: 1, value: '2026-12-31' })
  })

  it('reads dates at the fallback moment without one', () => {
    expect(answer({ id: 1, kind: 'date', text: 'kal' })).toEqual({ id: 1, value: '2026-11-25' })
  })

  it('numbers five options when the menu is not given', () => {
    expect(answer({ id: 1, kind: 'menu', text: '5' })).toEqual({ id: 1, value: 5 })
    expect(answer({ id: 1, kind: 'menu', text: '6' })).toEqual({ id: 1, value: null })
  })

  it.each([
    ['JSON', 'not json', /JSON/],
    ['a text', '{"id":1,"kind":"intent"}', /text/],
    ['a known kind', '{"id":1,"kind":"colour","text":"red"}', /unknown kind "colour"/],
    ['a moment', '{"id":1,"kind":"intent","text":"hi","now":"soon"}', /now "soon"/],
  ])('says what is wrong without %s', (_what, line, problem) => {
    expect(answerLine(line, NOW)).toEqual({ ok: false, problem: expect.stringMatching(problem) as unknown })
  })
})
