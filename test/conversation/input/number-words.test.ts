import { numbersIn } from '../../../src/conversation/input/number-words'
import { utterance } from '../../../src/conversation/input/utterance'
import { vocabularies } from '../../../src/conversation/input/words'

const read = (text: string): (number | undefined)[] => numbersIn(utterance(text)).map(({ value }) => value)

describe('the number words', () => {
  const upTo99 = Array.from({ length: 100 }, (_, i) => i)

  it.each(['en', 'hi', 'hi-Latn'])('of %s go from 0 to 99 without a gap', (locale) => {
    const known = vocabularies('numbers').get(locale) ?? {}
    expect(upTo99.filter((value) => !known[String(value)]?.length)).toEqual([])
  })

  it.each(['en', 'hi', 'hi-Latn'])('of %s are read as what they stand for', (locale) => {
    const wrong = upTo99.flatMap((value) =>
      (vocabularies('numbers').get(locale)?.[String(value)] ?? [])
        .filter((word) => numbersIn(utterance(word), locale)[0]?.value !== value)
        .map((word) => `${word} is not ${value}`),
    )
    expect(wrong).toEqual([])
  })
})

describe('numbersIn', () => {
  it.each([
    ['2', [2]],
    ['२ यूनिट', [2]],
    ['5.5', [5.5]],
    ['007', [7]],
    ['twenty-five', [25]],
    ['twenty five', [25]],
    ['saath saal', [60]],
    ['saat saal', [7]],
    ['साठ', [60]],
    ['सात', [7]],
    ['saadhe pachpan', [55.5]],
    ['saadhe 55', [55.5]],
    ['sava teen', [3.25]],
    ['paune do', [1.75]],
    ['sava', [1.25]],
    ['dedh', [1.5]],
    ['ढाई', [2.5]],
    ['fifty five and a half', [55.5]],
    ['60 point 5', [60.5]],
    ['do sau pachas', [250]],
    ['dhai sau', [250]],
    ['sava sau', [125]],
    ['one hundred twenty', [120]],
    ['ek hazar', [1000]],
    ['do teen', [2, 3]],
    ['2 unit 3 baje', [2, 3]],
  ])('reads %j as %j', (text, want) => {
    expect(read(text)).toEqual(want)
  })

  it.each(['2-3', '12/5/2026', '10:30', '1/2', '1.2.3'])('makes no one number of %j', (text) => {
    expect(read(text)).toEqual([undefined])
  })

  it.each(['for you', 'thin', 'at home', 'to', 'Neha', 'satish', 'sath me'])('finds none in %j', (text) => {
    expect(read(text)).toEqual([])
  })
})
