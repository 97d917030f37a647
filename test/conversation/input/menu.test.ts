import { menu } from '../../../src/conversation/input/menu'

const about = { now: Date.UTC(2026, 10, 24, 4, 30), timeZone: 'Asia/Kolkata' }
const HOSPITALS = ['LLR Hospital', 'Ursula Hospital', 'Regency Hospital']
const MAIN = ['खून चाहिए', 'खून देना है', 'कैंप कब है', 'मेरी स्थिति', 'किसी से बात']
const choose = (text: string, options: readonly string[]): number | undefined =>
  menu(text, { ...about, options })

describe('menu', () => {
  it.each([
    ['२', 2], ['3️⃣', 3], ['no. 4', 4], ['ek number', 1], ['दूसरा वाला', 2], ['teesra option', 3], ['5th one please', 5],
    ['sabse aakhri wala', 5], ['आख़िरी', 5], ['do', 2],
  ])('takes %j for choice %j of five', (text, want) => {
    expect(choose(text, MAIN)).toBe(want)
  }) // prettier-ignore

  it.each([
    ['Ursula Hospital', 2], ['regency', 3], ['the ursula one', 2], ['llr hai', 1], ['ursala', 2], ['रीजेंसी', 3], ['last', 3],
    ['2 ursula', 2],
  ])('takes %j for hospital %j by its name', (text, want) => {
    expect(choose(text, HOSPITALS)).toBe(want)
  }) // prettier-ignore

  it.each([
    ['khoon chahiye', 1], ['ख़ून देना है', 2], ['कैंप', 3], ['kisi se baat', 5],
  ])('takes %j for %j by its title', (text, want) => {
    expect(choose(text, MAIN)).toBe(want)
  }) // prettier-ignore

  it.each([
    ['a number that is not offered', '6'], ['zero', '0'], ['two numbers', '1 ya 2'], ['a number and another title', '2 कैंप'],
    ['two titles', 'कैंप स्थिति'], ['a word of two titles', 'खून'], ['"give me"', 'mujhe do'], ['a count', '2 unit'],
    ['a first time', 'pehli baar'], ['a last week', 'last week'], ['a denial', 'pehla nahi'], ['all', 'sab'], ['yes', 'haan'],
  ])('gives nothing for %s', (_what, text) => {
    expect(choose(text, MAIN)).toBeUndefined()
  }) // prettier-ignore

  it.each([
    ['मेरे बेटे को', 2], ['beti', 2], ['khud', 1], ['mujhe hi', 1], ['beta', undefined], ['beti nahi', undefined],
    ['khud aur beti', undefined],
  ])('takes %j for %j by the further words of a choice, which are no titles', (text, want) => {
    expect(choose(text, ['Mujhe hi\nkhud', 'Mere mareez ko\nbete\nबेटे\nbeti'])).toBe(want)
  }) // prettier-ignore

  it('takes a word of command beside a title for no number', () => {
    expect(choose('बंद कर दो', ['बंद करें, नहीं चाहिए', 'कुछ बदलना है', 'रहने दीजिए'])).toBe(1)
  })

  it('counts ordinals among the choices that are offered', () => {
    expect(choose('chautha', HOSPITALS)).toBeUndefined()
  })
})
