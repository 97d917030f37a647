import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadTexts, parseTexts } from '../../../src/conversation/text/load-texts'

describe('loadTexts', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'texts-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('reads every namespace of every locale, and nothing from words', () => {
    mkdirSync(join(folder, 'en/words'), { recursive: true })
    mkdirSync(join(folder, 'hi'))
    writeFileSync(join(folder, 'en/menu.json'), '{"ask":"What do you need?"}')
    writeFileSync(join(folder, 'en/words/yes_no.json'), '{"yes":["yes"]}')
    writeFileSync(join(folder, 'hi/menu.json'), '{"ask":"क्या चाहिए?"}')
    expect(loadTexts(folder)).toEqual({
      en: { menu: { ask: 'What do you need?' } },
      hi: { menu: { ask: 'क्या चाहिए?' } },
    })
  })
})

describe('parseTexts', () => {
  it.each([
    ['broken JSON', '{"a": "b"', /^f\.json: is not valid JSON/],
    ['a list', '["a"]', 'f.json: must be one object'],
    ['nested keys', '{"a": {"b": "c"}}', 'f.json: "a" must be a non-empty text'],
    ['an empty text', '{"a": " "}', 'f.json: "a" must be a non-empty text'],
    ['a key given twice', '{\n"a": "b",\n"a": "c"\n}', 'f.json: line 3 repeats a key'],
  ])('refuses %s and names the place', (_, json, message) => {
    expect(() => parseTexts(json, 'f.json')).toThrow(message)
  })
})
