import { readFileSync } from 'node:fs'
import { initialsOf } from '../../src/certificates/initials-of'
import { readName } from '../../src/certificates/read-name'

/** What is written, what stands on the paper, and what the public page shows of it. */
const NAMES: readonly (readonly [written: string, name: string, initials: string])[] = [
  ['राम कुमार', 'राम कुमार', 'र. क.'],
  ['Ramesh Chandra Gupta', 'Ramesh Chandra Gupta', 'R. C. G.'],
  ['salma', 'salma', 'S.'],
  ['श्री क्षितिज त्रिपाठी', 'श्री क्षितिज त्रिपाठी', 'श्र. क्ष. त्र.'],
  ['ज्ञानेश्वर अर्थी', 'ज्ञानेश्वर अर्थी', 'ज्ञ. अ.'],
  ['फ़िरोज़ ख़ान', 'फ़िरोज़ ख़ान'.normalize('NFC'), 'फ़. ख़.'.normalize('NFC')],
  ['Ram प्रसाद Yadav', 'Ram प्रसाद Yadav', 'R. प्र. Y.'],
  ['K.P. Singh', 'K.P. Singh', 'K. P. S.'],
  ["Mary D'Souza-Khan", "Mary D'Souza-Khan", 'M. D. K.'],
  ['José Łukasz', 'José Łukasz', 'J. Ł.'],
  ['Jose\u0301', 'José', 'J.'],
  ['  Ram\n Kumar  ', 'Ram Kumar', 'R. K.'],
  ['"Ram Kumar"', 'Ram Kumar', 'R. K.'],
  ['mera naam Ram Kumar hai', 'Ram Kumar', 'R. K.'],
  ['My name is Asha', 'Asha', 'A.'],
  ['naam: Asha Devi', 'Asha Devi', 'A. D.'],
  ['मेरा नाम आशा देवी है', 'आशा देवी', 'आ. द.'],
  ['Namita Singh', 'Namita Singh', 'N. S.'],
  ['नामदेव राव', 'नामदेव राव', 'न. र.'],
  ['Daan Singh', 'Daan Singh', 'D. S.'],
  ['A B C D E F', 'A B C D E F', 'A. B. C. D.'],
  ['क्\u200dष\u200cमा', 'क्\u200dष\u200cमा', 'क्\u200dष.'],
  ['w'.repeat(80), 'w'.repeat(80), 'W.'],
]

const NO_NAMES: readonly (readonly [what: string, written: string])[] = [
  ['nothing', '   '],
  ['one letter', 'R'],
  ['a phone number', '98765 43210'],
  ['a phone number after a name', 'Ram 9876543210'],
  ['a phone number in Devanagari digits', 'राम ९८७६५४३२१०'],
  ['a phone number in wide digits', 'Ram ９８７６５４３２１０'],
  ['an Aadhaar number', 'Ram 1234 5678 9012'],
  ['an emoji', 'Ram 🙂'],
  ['a flag', 'Ram 🇮🇳'],
  ['a heart of text', 'Ram ♥'],
  ['a control character', 'Ram\u0007'],
  ['a line that runs the other way', 'Ram\u202egnis'],
  ['an invisible sign', 'Ra\u200bm'],
  ['letters of a script that the paper does not show', 'রাম কুমার'],
  ['letters that only look Latin', 'Rаm'],
  ['Urdu', 'رام'],
  ['marks heaped on a letter', 'R\u0301\u0301\u0301\u0301\u0301am'],
  ['a sign of a program', '<b>Ram</b>'],
  ['an address of the web', 'www.example.com'],
  ['an address without its beginning', 'example.com'],
  ['an address of mail', 'ram@example.org'],
  ['nothing but signs', '...---'],
  ['more than a paper holds', 'w'.repeat(81)],
  ['a novel', 'ram '.repeat(1_000)],
]

describe('readName', () => {
  it.each(NAMES)('takes %j as %j, shown as %j', (written, name, initials) => {
    expect(readName(written)).toBe(name)
    expect(initialsOf(name)).toBe(initials)
  })

  it.each(NO_NAMES)('refuses %s', (_what, written) => {
    expect(readName(written)).toBeUndefined()
  })
})

describe('the font of the paper', () => {
  it('has every letter that a name may have', () => {
    const font = readFileSync(require.resolve('@expo-google-fonts/hind/600SemiBold/Hind_600SemiBold.ttf'))
    const shown = charactersOf(font)
    const taken = Array.from({ length: 0x2030 }, (_, code) => String.fromCodePoint(code))
      .filter((sign) => readName(`Ra${sign}m`)?.includes(sign.normalize('NFC')))
      .flatMap((sign) => [...sign.normalize('NFC')])
    expect(taken.length).toBeGreaterThan(200)
    expect(taken.filter((sign) => !shown.has(sign.codePointAt(0) ?? 0))).toEqual([])
  })
})

/** The characters of a font's table of format 4, which holds those of the first plane. */
function charactersOf(font: Buffer): ReadonlySet<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, nth) => 12 + 16 * nth)
  const cmap = font.readUInt32BE(
    (tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap') ?? 0) + 8,
  )
  const found = new Set<number>()
  for (let nth = 0; nth < font.readUInt16BE(cmap + 2); nth++) {
    const table = cmap + font.readUInt32BE(cmap + 4 + 8 * nth + 4)
    if (font.readUInt16BE(table) !== 4) continue
    const segments = font.readUInt16BE(table + 6) / 2
    for (let segment = 0; segment < segments; segment++) {
      const end = font.readUInt16BE(table + 14 + 2 * segment)
      const start = font.readUInt16BE(table + 16 + 2 * (segments + segment))
      for (let code = start; code <= end && code < 0xffff; code++) found.add(code)
    }
  }
  return found
}
