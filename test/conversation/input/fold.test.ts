import { skeleton, sound, squeezed } from '../../../src/conversation/input/fold'

describe('squeezed', () => {
  it.each([['yess', 'yes'], ['nahii', 'nahi'], ['okk', 'ok'], ['haan', 'han']])('makes of %j %j', (word, want) => {
    expect(squeezed(word)).toBe(want)
  }) // prettier-ignore
})

describe('sound', () => {
  it.each([
    ['vowel length', 'pachees', 'pachis'],
    ['doubled letters', 'pachchis', 'pachis'],
    ['aspiration', 'bachcha', 'bacha'],
    ['w and v', 'wajan', 'vajan'],
    ['z and j', 'zaroorat', 'jarurat'],
    ['ph and f', 'phone', 'fone'],
    ['a final h', 'gyarah', 'gyara'],
    ['a final nasal', 'nahin', 'nahi'],
    ['ye and e', 'chahiye', 'chahie'],
    ['long and short i', 'पच्चीस', 'पच्चिस'],
    ['long and short u', 'यूनिट', 'युनिट'],
    ['nasal signs', 'पैंसठ', 'पैसठ'],
    ['half letters', 'पच्चीस', 'पचीस'],
  ])('hears no difference in %s', (_what, one, other) => {
    expect(sound(one)).toBe(sound(other))
  })

  it.each([
    ['nahi', 'neha'],
    ['haan', 'hai'],
    ['teen', 'ten'],
    ['bees', 'bais'],
    ['do', 'das'],
    ['सात', 'साठ'],
    ['दो', 'दस'],
  ])('tells %j from %j', (one, other) => {
    expect(sound(one)).not.toBe(sound(other))
  })
})

describe('skeleton', () => {
  it.each([
    ['pstv', ['positive', 'pojitiv', 'positve', 'possitive', 'pozitif', 'पॉजिटिव', 'पोज़ीटिव', 'पाजिटिव']],
    ['ngtv', ['negative', 'nigetiv', 'negetive', 'nagative', 'negtve', 'नेगेटिव', 'निगेटिव', 'नैगेटिव']],
  ])('is %s of every spelling', (bones, words) => {
    expect(words.map(skeleton)).toEqual(words.map(() => bones))
  })

  it.each(['possible', 'post', 'negi', 'native'])('of %j is another', (word) => {
    expect(['pstv', 'ngtv']).not.toContain(skeleton(word))
  })
})
