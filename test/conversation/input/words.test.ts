import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseVocabulary, vocabularies, VocabularyError } from '../../../src/conversation/input/words'

describe('parseVocabulary', () => {
  it('gives the spellings of each meaning', () => {
    expect(parseVocabulary('locales/xx/words/yes-no.json', '{"yes": ["y"]}')).toEqual({ yes: ['y'] })
  })

  it.each([
    ['{"yes": ["y"]', /^locales\/xx\/words\/a\.json: not valid JSON/],
    ['["y"]', /a\.json: must be an object of meaning: \[spelling, \.\.\.\]/],
    ['null', /must be an object/],
    ['{"yes": "y"}', /a\.json: "yes" must be a list of non-empty spellings/],
    ['{"no": ["n", " "]}', /a\.json: "no" must be a list of non-empty spellings/],
    ['{"no": [1]}', /"no" must be a list/],
  ])('names the file and the key in %j', (json, message) => {
    expect(() => parseVocabulary('locales/xx/words/a.json', json)).toThrow(VocabularyError)
    expect(() => parseVocabulary('locales/xx/words/a.json', json)).toThrow(message)
  })
})

describe('vocabularies', () => {
  it('finds every language by its folder', () => {
    const folders = readdirSync(join(__dirname, '../../../locales')).sort()
    expect([...vocabularies('numbers').keys()].sort()).toEqual(folders)
  })

  it('says which file is missing', () => {
    expect(() => vocabularies('no-such-kind')).toThrow(/words\/no-such-kind\.json is missing/)
  })
})
