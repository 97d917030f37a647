import { buildLexicon, lexicon, segments } from '../../../src/conversation/input/lexicon'
import { utterance } from '../../../src/conversation/input/utterance'

const vocabulary = new Map([
  ['en', { yes: ['yes'], no: ['no', 'not now'], maybe: ['ya'] }],
  ['hi-Latn', { yes: ['haan', 'theek hai'], nine: ['no'], or: ['ya'] }],
])
const words = (text: string): readonly string[] => utterance(text).words

describe('buildLexicon', () => {
  const plain = buildLexicon([vocabulary])
  const heard = buildLexicon([vocabulary], { sound: true })

  it('finds the longest phrase', () => {
    expect(plain.at(words('not now'), 0)).toEqual({ meaning: 'no', length: 2 })
  })

  it('knows phrases written as one word, and words written apart', () => {
    expect(plain.at(words('theekhai'), 0)).toEqual({ meaning: 'yes', length: 1 })
    expect(plain.at(words('y es'), 0)).toEqual({ meaning: 'yes', length: 2 })
    expect(buildLexicon([vocabulary], { joined: false }).at(words('theekhai'), 0)).toBeUndefined()
  })

  it('forgives doubled letters, and by sound only when asked', () => {
    expect(plain.at(words('yess'), 0)?.meaning).toBe('yes')
    expect(plain.at(words('thik hai'), 0)).toBeUndefined()
    expect(heard.at(words('thik hai'), 0)?.meaning).toBe('yes')
  })

  it('lets the locale decide between two meanings, and nothing else', () => {
    expect(plain.at(words('ya'), 0)).toBeUndefined()
    expect(plain.at(words('ya'), 0, 'en')?.meaning).toBe('maybe')
    expect(plain.at(words('ya'), 0, 'hi-Latn')?.meaning).toBe('or')
    expect(plain.ambiguous).toContain('ya')
  })

  it('keeps the meaning of the first kind', () => {
    const both = buildLexicon([new Map([['en', { first: ['ok'] }]]), new Map([['en', { second: ['ok'] }]])])
    expect(both.at(['ok'], 0)?.meaning).toBe('first')
  })
})

describe('segments', () => {
  it('cuts phrases from the left and leaves other words alone', () => {
    expect(segments(words('theek hai Neha'), buildLexicon([vocabulary]))).toEqual([
      { meaning: 'yes', at: 0, length: 2 },
      { meaning: undefined, at: 2, length: 1 },
    ])
  })
})

describe('the closed vocabularies', () => {
  it.each([
    ['yes-no', ['ya']],
    ['fillers', []],
    ['ordinals', []],
  ])('of %s hold no spelling with two meanings but %j', (kind, known) => {
    const exact = lexicon(kind, { joined: false }).ambiguous.filter((key) => !known.includes(key))
    expect(
      exact.filter((key) => lexicon(kind, { joined: false }).at(key.split(' '), 0) === undefined),
    ).toEqual([])
  })
})
