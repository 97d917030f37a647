import { MAX_BODY, splitText } from '../../src/messaging/split-text'

describe('splitText', () => {
  const rows: readonly [what: string, text: string, max: number, pieces: readonly string[]][] = [
    ['leaves a text that fits', 'खून चाहिए। कब?', 20, ['खून चाहिए। कब?']],
    ['leaves an empty text', '', 20, ['']],
    ['cuts after a danda', 'खून चाहिए। कब तक चाहिए?', 16, ['खून चाहिए।', 'कब तक चाहिए?']],
    ['cuts after the last sentence that fits', 'One. Two! Three? Four.', 17, ['One. Two! Three?', 'Four.']],
    ['cuts at a line', '1. yes\n2. no\n3. help', 14, ['1. yes\n2. no', '3. help']],
    ['does not end a sentence in a number', 'Give 2.5 ml of it now', 12, ['Give 2.5 ml', 'of it now']],
    ['does not end a sentence after a menu number', 'Choose 1. blood now', 14, ['Choose 1.', 'blood now']],
    ['cuts at a blank without a sentence end', 'aaa bbb ccc', 8, ['aaa bbb', 'ccc']],
    ['cuts a word that is too long', 'aaaaaaaaaa', 4, ['aaaa', 'aaaa', 'aa']],
    ['keeps a surrogate pair whole', 'aa👍aa', 3, ['aa', '👍a', 'a']],
    ['keeps a family whole', 'ab👨‍👩‍👧', 9, ['ab', '👨‍👩‍👧']],
    ['keeps a Hindi syllable whole', 'कककि', 3, ['कक', 'कि']],
    ['uses the full length', 'aaaa bbbb', 4, ['aaaa', 'bbbb']],
    ['drops blanks at a cut', 'aaaa   \n\n  bbbb', 6, ['aaaa', 'bbbb']],
  ]
  it.each(rows)('%s', (...row) => {
    const [, text, max, pieces] = row
    expect(splitText(text, max)).toEqual(pieces)
  })

  it('loses no word of a long text and exceeds the limit nowhere', () => {
    const text = Array.from({ length: 400 }, (_, i) => `वाक्य ${i} पूरा है।${i % 7 === 0 ? '\n' : ' '}`).join('')
    const pieces = splitText(text)
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(MAX_BODY)
    expect(pieces.join(' ').trim().split(/\s+/)).toEqual(text.trim().split(/\s+/))
    expect(pieces.every((piece) => piece.endsWith('।'))).toBe(true)
  })
})
