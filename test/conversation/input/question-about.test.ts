import { questionAbout, tellsOfDeath } from '../../../src/conversation/input/question-about'

const BOTH = { receiving: true, giving: true }
const RECEIVING = { receiving: true, giving: false }
const GIVING = { receiving: false, giving: true }

describe('questionAbout', () => {
  it.each([
    ['khoon dena safe hai kya', GIVING],
    ['is it safe to donate blood?', GIVING],
    ['क्या खून देने से कमज़ोरी आती है', GIVING],
    ['is the blood safe for my child', RECEIVING],
    ['क्या यह खून मेरे बच्चे के लिए सुरक्षित है', RECEIVING],
    ['thalassemia mein khoon safe hota hai', RECEIVING],
    ['safe hai kya', BOTH],
  ])('tells giving from receiving in %j', (text, expected) => {
    expect(questionAbout(text)).toMatchObject(expected)
  })

  it.each([
    ['desferal kitni deni hai', true],
    ['मेरे बच्चे को केल्फर की कितनी गोली', true],
    ["my daughter's ferritin is 4000", true],
    ['dose kitni deni hai', true],
    ['booster dose li hai', false],
    ['khoon dena safe hai', false],
  ])('knows whether %j is about treatment: %s', (text, treatment) => {
    expect(questionAbout(text).treatment).toBe(treatment)
  })

  it.each([
    ['khoon dene ke baad bukhaar aa gaya', { fever: true, afterGiving: true }],
    ['fever since I donated', { fever: true, afterGiving: true }],
    ['बुखार है', { fever: true, afterGiving: false }],
    ['khoon diya tha, ab kab de sakte hain', { fever: false, afterGiving: false }],
    ['I had fever after donating, when can I donate again', { fever: true, afterGiving: false }],
  ])('hears fever, and whether it follows a donation, in %j', (text, expected) => {
    expect(questionAbout(text)).toMatchObject(expected)
  })
})

describe('tellsOfDeath', () => {
  it.each([
    'beta nahi raha',
    'mera beta ab nahi, bachcha nhi rha',
    'बेटी नही रही',
    'मरीज़ गुज़र गए, खून नहीं चाहिए',
    'she passed away last night',
    'my son expired yesterday',
    'papa nahi rahe',
  ])('hears it in %j', (text) => expect(tellsOfDeath(text)).toBe(true))

  it.each([
    'card expired ho gaya',
    'time nahi raha',
    'dard nahi raha',
    'bachcha saans nahi le raha',
    'beta mar raha hai jaldi',
    'is the blood expired',
    'khoon nahi mil raha',
    'death certificate chahiye',
    'bachcha khana nahi kha raha',
  ])('does not hear it in %j', (text) => expect(tellsOfDeath(text)).toBe(false))
})
