import { language } from '../../../src/conversation/input/language'

const about = { now: Date.UTC(2026, 10, 24, 4, 30), timeZone: 'Asia/Kolkata' }

describe('language', () => {
  it.each([
    ['hindi', 'hi'], ['HINDI please', 'hi'], ['हिन्दी में लिखिए', 'hi'], ['hindee me baat karo', 'hi'], ['देवनागरी', 'hi'],
    ['english nahi aati, hindi me likho', 'hi'], ['english please', 'en'], ['angrezi', 'en'], ['अंग्रेज़ी में', 'en'],
    ['hindi nahi english', 'en'], ['not hindi, english', 'en'], ['from hindi to english', 'en'], ['hinglish', 'hi-Latn'],
    ['roman hindi', 'hi-Latn'], ['hindi in english', 'hi-Latn'], ['english letters me hindi', 'hi-Latn'],
    ['अंग्रेज़ी अक्षर में हिंदी', 'hi-Latn'], ['hindi english mix', 'hi-Latn'],
  ])('takes %j for %s', (text, want) => {
    expect(language(text, about)).toBe(want)
  }) // prettier-ignore

  it.each([
    ['two languages', 'hindi ya english'], ['both', 'हिंदी और अंग्रेजी दोनों'], ['a language that is not wanted', 'english nahi'],
    ['a language not known', 'I cannot read english'], ['a language we do not write', 'tamil'], ['a film', 'hindi film'],
    ['a school', 'english medium school'], ['a language that sounds like one', 'sindhi'], ['letters of no language', 'english letters'],
    ['no language', 'bhasha badlo'],
  ])('gives nothing for %s', (_what, text) => {
    expect(language(text, about)).toBeUndefined()
  }) // prettier-ignore
})
