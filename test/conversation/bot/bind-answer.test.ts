import { bindAnswer, readTap, type Bound, type SaidByDonor } from '../../../src/conversation/bot/bind-answer'
import type { AlertWord } from '../../../src/conversation/input/alert-answer'
import type { AskedOf } from '../../../src/conversation/pledge/asked-of'

const T = 1_000_000
const asked = (code: string, more: Partial<AskedOf> = {}): AskedOf => ({
  requestId: `of ${code}`,
  code,
  title: `${code}: B+`,
  at: T,
  waits: true,
  coming: false,
  pledged: false,
  ...more,
})
const held = (code: string): AskedOf => asked(code, { waits: false, coming: true })
const pledged = (code: string): AskedOf => asked(code, { waits: false, coming: true, pledged: true })
const bare = (said: AlertWord): SaidByDonor => ({ words: { said, bare: true } })
const clear = (said: AlertWord): SaidByDonor => ({ words: { said, bare: false } })
const later = { question: { askedAt: T + 1 } }
const earlier = { question: { askedAt: T - 1 } }
const which = (...codes: string[]) => codes.map((id) => ({ id, title: `${id}: B+` }))

type Row = readonly [string, SaidByDonor, readonly AskedOf[], Omit<Bound, 'sure'> | undefined]

describe('an answer is bound', () => {
  it.each<Row>([
    [
      'by its button, whatever else is open',
      { tap: 'yes:K7F3', ...later },
      [],
      { said: 'yes', code: 'K7F3' },
    ],
    [
      'by its button to withdraw',
      { tap: 'cannot:K7F3' },
      [pledged('M3AC')],
      { said: 'cannot', code: 'K7F3' },
    ],
    [
      'by the message that is quoted',
      { ...bare('yes'), quoted: 'K7F3', ...later },
      [asked('K7F3'), asked('M3AC')],
      { said: 'yes', code: 'K7F3' },
    ],
    [
      'by the code in the text',
      { ...bare('yes'), code: 'M3AC', ...later },
      [asked('K7F3')],
      { said: 'yes', code: 'M3AC' },
    ],
    ['to the only open alert', bare('yes'), [asked('K7F3')], { said: 'yes', code: 'K7F3' }],
    ['to the only open alert, as a no', bare('no'), [asked('K7F3')], { said: 'no', code: 'K7F3' }],
    [
      'to the alert before a pledge',
      bare('no'),
      [asked('K7F3'), pledged('M3AC')],
      { said: 'no', code: 'K7F3' },
    ],
    [
      'to nothing before it is asked which of two alerts',
      bare('yes'),
      [asked('K7F3'), asked('M3AC')],
      { said: 'yes', code: null, choices: which('K7F3', 'M3AC') },
    ],
    [
      'to a question that was asked after the alert',
      { ...bare('yes'), ...later },
      [asked('K7F3')],
      undefined,
    ],
    [
      'to nothing before it is asked which, when the alert came after the question',
      { ...bare('yes'), ...earlier },
      [asked('K7F3')],
      { said: 'yes', code: null, choices: which('K7F3') },
    ],
    [
      'to the alert, with a day, beside a question',
      { words: { said: 'yes', day: '2026-11-25', bare: false }, ...later },
      [asked('K7F3')],
      { said: 'yes', day: '2026-11-25', code: 'K7F3' },
    ],
    ['to the pre-screen that is open', { ...bare('yes'), ...later }, [held('K7F3')], undefined],
    ['to the pledge: a yes says "coming"', bare('yes'), [pledged('K7F3')], { said: 'coming', code: 'K7F3' }],
    ['to the pledge: a no takes it back', bare('no'), [pledged('K7F3')], { said: 'cannot', code: 'K7F3' }],
    [
      'to the pledge at any time',
      { ...clear('cannot'), ...later },
      [held('K7F3')],
      { said: 'cannot', code: 'K7F3' },
    ],
    [
      'to the pledge, not to an alert that waits',
      clear('cannot'),
      [asked('K7F3'), pledged('M3AC')],
      { said: 'cannot', code: 'M3AC' },
    ],
    [
      'to nothing before it is asked which of two pledges',
      clear('gave'),
      [pledged('K7F3'), pledged('M3AC')],
      { said: 'gave', code: null, choices: which('K7F3', 'M3AC') },
    ],
    ['to nothing where nobody was asked', bare('yes'), [], undefined],
    ['to nothing where words say something else', {}, [asked('K7F3')], undefined],
  ])('%s', (...[, said, of, bound]) => {
    const found = bindAnswer(said, of)
    if (!bound) return expect(found).toBeUndefined()
    expect(found).toEqual({ ...bound, sure: expect.any(Boolean) as boolean })
    expect(found?.sure).toBe(said.tap !== undefined || said.quoted !== undefined || said.code !== undefined)
  })
})

describe('the id of a button', () => {
  it.each([
    ['yes:K7F3', { said: 'yes', code: 'K7F3' }],
    ['could_not:K7F3', { said: 'could_not', code: 'K7F3' }],
    ['maybe:K7F3', undefined],
    ['yes:12', undefined],
    ['available', undefined],
  ])('%s is %j', (id, read) => {
    expect(readTap(id)).toEqual(read)
  })
})
