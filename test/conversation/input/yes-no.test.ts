import { yesNo } from '../../../src/conversation/input/yes-no'

const ABOUT = { now: 0, timeZone: 'Asia/Kolkata' }

describe('yesNo', () => {
  it.each([
    ['a word of any language', 'haan', 'yes'],
    ['a word of any language', 'नहीं', 'no'],
    ['the number of the prompt in any script', '१', 'yes'],
    ['the number of the prompt in any script', '2️⃣', 'no'],
    ['right and wrong', 'sahi hai', 'yes'],
    ['right and wrong', 'galat', 'no'],
    ['an emoji', '👍🏽', 'yes'],
    ['an idiom by what it means', 'kyun nahi', 'yes'],
    ['an idiom by what it means', 'कोई दिक्कत नहीं', 'yes'],
    ['an idiom by what it means', 'why not?', 'yes'],
    ['"not now"', 'abhi nahi', 'no'],
    ['"not yet"', 'not yet', 'no'],
    ['a denied yes', 'theek nahi hai', 'no'],
    ['a denied yes', 'it is not correct', 'no'],
    ['"ji" as politeness beside an answer', 'ji nahi', 'no'],
    ['"ji" by itself', 'ji', 'yes'],
    ['the answer that leads', 'haan main kal aaunga', 'yes'],
    ['the answer that leads', 'No, I have fever', 'no'],
    ['what one can or cannot do, wherever it stands', 'mujhe bukhar hai nahi aa sakta', 'no'],
    ['the same twice', 'yes/haan', 'yes'],
    ['"no no" as no', 'nahi nahi', 'no'],
    ['the emphatic "na"', 'haan na', 'yes'],
    ['joined words', 'jihaan', 'yes'],
    ['held letters', 'haaaaan', 'yes'],
  ])('takes %s: %j', (_what, text, want) => {
    expect(yesNo(text, ABOUT)).toBe(want)
  })

  it.each([
    ['both at once', 'haan nahi'],
    ['the question repeated', 'haan/na'],
    ['doubt', 'shayad'],
    ['doubt', 'pata nahi'],
    ['not having understood', 'samajh nahi aaya'],
    ['later', 'baad me'],
    ['a condition', 'haan lekin kal'],
    ['a question', 'haan?'],
    ['a question', 'kya'],
    ['another number', '3'],
    ['a name', 'Neha'],
    ['a name', 'Yash'],
    ['a name', 'Hana'],
    ['a name with ji', 'Sharma ji'],
    ['laughter', 'hahaha'],
    ['a number with its word', 'no. 5'],
    ['something that is not there', 'khoon nahi mila'],
    ['a wrong number', 'wrong number'],
    ['asking to be given', 'de do'],
    ['a plan for correction', 'theek karo'],
    ['nothing', ''],
  ])('makes nothing of %s: %j', (_what, text) => {
    expect(yesNo(text, ABOUT)).toBeUndefined()
  })

  it('asks the locale what "ya" is', () => {
    expect(yesNo('ya', { ...ABOUT, locale: 'en' })).toBe('yes')
    expect(yesNo('ya', { ...ABOUT, locale: 'hi-Latn' })).toBeUndefined()
  })
})
