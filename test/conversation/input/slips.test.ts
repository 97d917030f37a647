import { abbreviationOf, slipOf } from '../../../src/conversation/input/slips'

describe('slipOf', () => {
  it.each([
    ['a letter missing', 'certifcate', 'certificate'],
    ['a letter too many', 'certtificate', 'certificate'],
    ['a wrong letter', 'certifikate', 'certificate'],
    ['two letters swapped', 'certifciate', 'certificate'],
  ])('forgives %s', (_slip, typed, meaning) => {
    expect(slipOf(typed, 'intents')).toBe(meaning)
  })

  it.each([
    ['two slips', 'certifkaet'],
    ['short words', 'stip'],
    ['another first letter', 'gertificate'],
    ['Devanagari', 'सर्टिफिकेत'],
  ])('does not forgive %s', (_slip, typed) => {
    expect(slipOf(typed, 'intents')).toBeUndefined()
  })
})

describe('abbreviationOf', () => {
  it.each([
    ['mdd', 'help'],
    ['rktdn', 'donate'],
    ['hndi', 'hindi_english'],
  ])('reads %j without its vowels', (typed, meaning) => {
    expect(abbreviationOf(typed, 'intents')).toBe(meaning)
  })

  it.each(['khoon', 'kn', 'html', 'खन'])('does not read %j', (typed) => {
    expect(abbreviationOf(typed, 'intents')).toBeUndefined()
  })
})
