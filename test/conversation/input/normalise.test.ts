import { normalise, tokens } from '../../../src/conversation/input/normalise'

describe('normalise', () => {
  it.each([
    ['case and blanks', '  B+  KHOON \n chahiye ', 'b+ khoon chahiye'],
    ['WhatsApp markup', '*B+* _khoon_ ~x~', 'b+ khoon x'],
    ['digits of other scripts', '२ ٣ ৪', '2 3 4'],
    ['full-width signs', 'Ｂ＋ ２', 'b+ 2'],
    ['superscripts', 'B⁺ O⁻', 'b+ o-'],
    ['dashes', 'O− O–ve O‑', 'o- o-ve o-'],
    ['keycaps', '1️⃣0️⃣ 🔟', '10 10'],
    ['letters in squares', '🅱️+ 🅾️ 🅰️ 🆎', 'b+ o a ab'],
    ['heavy plus and minus', 'B➕ O➖', 'b+ o-'],
    ['skin tones', '👍🏽', '👍'],
    ['invisible signs', 'हाँ\u200d \u200eyes\ufeff', 'हां yes'],
    ['apostrophes inside words', "can't don’t 5'6", "cant dont 5'6"],
    ['fractions', '2½ ½', '2.5 0.5'],
    ['the numero sign', '№ 2', 'number 2'],
    ['held letters', 'yesssss nahiiii', 'yess nahii'],
  ])('settles %s', (_what, text, want) => {
    expect(normalise(text)).toBe(want)
  })

  it.each([
    ['chandrabindu and anusvara', 'हाँ', 'हां'],
    ['nukta composed and apart', 'ज़रूर', 'ज\u093cरूर'],
    ['nukta missing', 'ज़रूर', 'जरूर'],
    ['half nasals', 'नवम्बर', 'नवंबर'],
    ['half nasals', 'हिन्दी', 'हिंदी'],
    ['vowel signs in two parts', 'दाे', 'दो'],
    ['held vowels', 'हाआआ', 'हा'],
    ['held nasals', 'नहींंं', 'नहीं'],
    ['nasal typed before its vowel', 'हंा', 'हां'],
    ['a colon for the visarga', 'छ: यूनिट', 'छः यूनिट'],
  ])('makes one of %s', (_what, one, other) => {
    expect(normalise(one)).toBe(normalise(other))
  })

  it('keeps words that only look alike apart', () => {
    expect(normalise('हाँ')).not.toBe(normalise('हा'))
    expect(normalise('साठ')).not.toBe(normalise('सात'))
  })

  it('reads the beginning of an endless text, and no half of a word', () => {
    const text = 'haan '.repeat(10_000)
    expect(normalise(text).endsWith('haan')).toBe(true)
    expect(normalise(text).length).toBeLessThanOrEqual(4096)
    expect(normalise('ﷺ'.repeat(4096)).length).toBeLessThanOrEqual(4096)
  })
})

describe('tokens', () => {
  it.each([
    ['b+ve 2unit', ['b', '+', 've', '2', 'unit']],
    ['बी+ 2', ['बी', '+', '2']],
    ['bपॉजिटिव', ['b', 'पॉजिटिव']],
    ['98390-12345', ['98390', '-', '12345']],
    ['haan👍?', ['haan', '👍', '?']],
    ['', []],
  ])('cuts %j', (text, want) => {
    expect(tokens(text)).toEqual(want)
  })
})
