import { ourTexts } from './support/our-texts'
import type { TextAsk } from '../../../src/conversation/text/texts'

const source = {
  en: {
    common: { units_one: '{{count}} unit', units_other: '{{count}} units', units_zero: 'no unit' },
    flow: {
      plain: 'Hello {{name}} in {{org.city}}',
      twice: '{{name}} and {{other}}',
      long: 'The long text',
      long_sms: 'Short',
      blood: '{{units, units}} by {{needed_by, date}}',
    },
  },
  hi: { flow: { plain: 'नमस्ते {{name}}' } },
}
const texts = ourTexts(source)
const ask = (values: TextAsk['values'], about: Partial<TextAsk> = {}): TextAsk => ({
  locale: 'en',
  channel: 'whatsapp',
  values,
  ...about,
})

describe('createTexts', () => {
  it('fills placeholders, also from inside a value', () => {
    expect(texts.text('flow:plain', ask({ name: 'Asha', org: { city: 'Kanpur' } }))).toBe(
      'Hello Asha in Kanpur',
    )
  })

  it('uses the SMS variant by SMS only, and the text itself where there is none', () => {
    expect(texts.text('flow:long', ask({}))).toBe('The long text')
    expect(texts.text('flow:long', ask({}, { channel: 'sms' }))).toBe('Short')
    const values = { name: 'A', org: { city: 'B' } }
    expect(texts.text('flow:plain', ask(values, { channel: 'sms' }))).toBe('Hello A in B')
  })

  it.each([
    [0, 'no unit'],
    [1, '1 unit'],
    [2, '2 units'],
    [1.5, '1.5 units'],
    [1_000, '1000 units'],
  ])('counts %d as "%s"', (count, wanted) => {
    expect(texts.text('common:units', ask({ count }))).toBe(wanted)
    expect(texts.text('common:units', ask({ count }))).toBe(wanted)
  })

  it.each(['{{other}}', '$t(flow:long)', '{{name, date}}', '$1 $& <b>&amp;'])(
    'shows "%s" as written when a person wrote it',
    (name) => {
      expect(texts.text('flow:twice', ask({ name, other: 'x' }))).toBe(`${name} and x`)
    },
  )

  it.each<[string, string, Partial<TextAsk>]>([
    ['flow:gone', 'flow:gone is missing in en: add "gone" to locales/en/flow.json', {}],
    ['flow:long', 'flow:long is missing in hi: add "long" to locales/hi/flow.json', { locale: 'hi' }],
    ['flow:long', 'there is no folder locales/fr', { locale: 'fr' }],
    ['long', '"long" names no namespace', {}],
    ['flow:plain', 'flow:plain in en: {{name}}: a text or a number is wanted, not nothing', {}],
    ['flow:toString', 'flow:toString is missing in en', {}],
  ])('throws for %s: %s', (key, message, about) => {
    expect(() => texts.text(key, ask({}, about))).toThrow(message)
  })

  it('knows which texts a language has, without falling back to another', () => {
    expect(['flow:plain', 'flow:long', 'common:units'].map((key) => texts.has(key, 'en'))).toEqual([
      true,
      true,
      true,
    ])
    expect(['flow:plain', 'flow:long', 'common:units'].map((key) => texts.has(key, 'hi'))).toEqual([
      true,
      false,
      false,
    ])
    expect(texts.has('flow:plain', 'fr')).toBe(false)
  })

  it.each([
    [
      '{{needed_by, dat}}',
      'locales/en/flow.json: "bad": {{needed_by, dat}} names a formatter that does not exist',
    ],
    ['{{a b}}', 'locales/en/flow.json: "bad": {{a b}} is not a placeholder'],
  ])('refuses the text "%s" at start', (bad, message) => {
    expect(() => ourTexts({ en: { flow: { bad } } })).toThrow(message)
  })
})
