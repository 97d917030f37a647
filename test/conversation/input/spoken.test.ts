import { spoken } from '../../../src/conversation/input/spoken'

describe('spoken', () => {
  it.each([
    ['the two scripts', 'खून', 'khoon'],
    ['a vowel that is not written', 'करना', 'karna'],
    ['a word typed without its short vowels', 'banwaya', 'bnwaya'],
    ['the dialects', 'हमका', 'हमको'],
    ['a dialect in Latin letters', 'kauno', 'koi'],
    ['words of one meaning', 'rakt', 'khoon'],
  ])('hears no difference between %s', (_what, one, other) => {
    expect(spoken(one)).toBe(spoken(other))
  })

  it.each([
    ['khoon', 'kaun'],
    ['dena', 'lena'],
    ['chahiye', 'chahte'],
    ['मिला', 'मेला'],
  ])('tells %j from %j', (one, other) => {
    expect(spoken(one)).not.toBe(spoken(other))
  })
})
