import { parseTranscript } from '../../../src/cli/transcript/parse-transcript'
import { printTranscript } from '../../../src/cli/transcript/print-transcript'

const TEXT = `# Two units are asked for
locale: hi
now: 2026-01-26T09:00+05:30
given: one thing
given: another

> खून चाहिए
< किस ग्रुप का?
<
< 1 A+

< और कुछ
! outbox +919800000009 coordinator
! hand_over K7F2: asked
@ wait 2h
> पहला
> दूसरी पंक्ति
`

describe('a transcript', () => {
  it('is printed as it was read', () => {
    expect(printTranscript(parseTranscript(TEXT))).toBe(TEXT)
  })

  it('keeps the lines of one message together, and two messages apart', () => {
    const { entries } = parseTranscript(TEXT)
    expect(entries.map(({ mark }) => mark).join('')).toBe('><<!!@>')
    expect(entries[1]?.text).toBe('किस ग्रुप का?\n\n1 A+')
    expect(entries.at(-1)?.text).toBe('पहला\nदूसरी पंक्ति')
  })

  it.each([
    ['no title', 'locale: hi\n\n> x\n', 'line 1: begin with "# "'],
    ['an unknown header', '# t\nmood: good\n\n> x\n', 'line 2: write one of locale, now'],
    ['an unknown mark', '# t\nlocale: hi\n\n? x\n', 'line 4: begin with one of > < ! @'],
    ['two blank lines', '# t\nlocale: hi\n\n> x\n\n\n> y\n', 'line 6: one blank line is enough'],
    [
      'a blank line between other lines',
      '# t\nlocale: hi\n\n> x\n\n< y\n',
      'line 5: a blank line only stands',
    ],
    ['no end of the last line', '# t\nlocale: hi\n\n> x', 'the last line has no end'],
  ])('with %s is refused by its line', (_name, text, message) => {
    expect(() => parseTranscript(text)).toThrow(message)
  })
})
