import { concepts } from '../../../src/conversation/input/concepts'
import { intent, intentOf } from '../../../src/conversation/input/intent'
import { INTENT_RULES } from '../../../src/conversation/input/intent-rules'
import { utterance } from '../../../src/conversation/input/utterance'
import { vocabularies } from '../../../src/conversation/input/words'

const OPTIONS = { now: Date.parse('2026-11-24T10:00:00+05:30'), timeZone: 'Asia/Kolkata' }
const read = (text: string): string | undefined => intent(text, OPTIONS)

describe('intent', () => {
  it.each([
    ['blood words beat help', 'help, khoon chahiye', 'request_blood'],
    ['an emergency is above all others', 'beta behosh hai B+ khoon chahiye', 'emergency'],
    ['money demanded for blood', 'donor paise maang raha hai', 'money_for_blood'],
    ['money taken and gone is a report', 'donor paise le kar bhag gaya', 'report_fraud'],
    ['a certificate of something else', 'NCC certificate ka form kab bharega', undefined],
    ['words written together', 'khoondenahai', 'donate'],
    ['a particle inside a phrase', 'khoon hi chahiye na bhai B neg wala', 'request_blood'],
    ['money given to the poor', 'where can I send 501 rupees donation, give upi id', undefined],
    ['money offered for blood', 'paise de dunga khoon dilwa do', 'money_for_blood'],
    ['money asked for one`s own blood', 'खून देने के कितने पैसे मिलेंगे', 'money_for_blood'],
    ['what blood costs is a question', 'kitne paise lagenge', 'faq_cost'],
    ['a donor asked for is a request', 'donor chahiye', 'request_blood'],
    ['becoming a donor is not', 'donor banna hai', 'donate'],
    ['wanting to give', 'khoon dena hai', 'donate'],
    ['asking whether one may give', 'blood de sakta hoon?', 'faq_eligibility'],
    ['the question mark changes nothing', 'blood de sakta hoon', 'faq_eligibility'],
    ['a patient`s illness is no question of eligibility', 'dengue hai platelets chahiye', 'request_blood'],
    ['a donor`s illness is', 'dengue hua tha khoon de sakta hu', 'faq_eligibility'],
    ['anything about a vaccine', 'टीका लगवाया है, खून दे सकते हैं?', 'faq_vaccine'],
    ['no longer needed', 'ab khoon nahi chahiye', 'cancel'],
    ['no more messages is stop, not cancel', 'nahi chahiye tumhare message', 'stop'],
    ['end cancels', 'end', 'cancel'],
    ['a camp before a donation', 'camp me khoon dena hai kab hai', 'camps'],
    ['a certificate that did not come', 'certificate nahi mila', 'certificate'],
    ['a language asked for', 'hindi me bolo', 'language'],
    ['a patient`s haemoglobin is the doctor`s', 'bete ka hb kitna hona chahiye', 'faq_doctor'],
    ['a donor`s is not', 'खून देने के लिए हीमोग्लोबिन कितना चाहिए', 'faq_eligibility'],
    ['chelation in English', 'how much desferal at night', 'faq_doctor'],
    ['chelation in Hindi', 'फेरिटिन बहुत बढ़ गया है', 'faq_doctor'],
    ['chelation beside a need is a need', 'desferal ke saath 2 unit B+ khoon bhi chahiye', 'request_blood'],
    ['fever after a transfusion', 'khoon chadhne ke baad bukhar aa gaya', 'emergency'],
    ['a reaction to it', 'खून का रिएक्शन हो रहा है', 'emergency'],
    ['fever alone is no emergency', 'bukhar hai', 'faq_eligibility'],
    ['a slip of the finger', 'certifciate', 'certificate'],
  ])('%s: %j', (_fact, text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    'khoon',
    'blood',
    'खून',
    'Neha',
    'train ka ticket',
    'loan chahiye',
    'income certificate',
    'paise daan',
  ])('makes nothing of %j', (text) => {
    expect(read(text)).toBeUndefined()
  })

  it.each(['behosh nahi hai', 'emergency nahi hai', 'not unconscious'])(
    'hears what is denied in %j',
    (text) => {
      expect(read(text)).not.toBe('emergency')
    },
  )

  it('tells a need that is said from one that follows', () => {
    expect(intentOf(concepts(utterance('2 unit khoon chahiye')))?.implied).toBe(false)
    expect(intentOf(concepts(utterance('2 unit khoon')))?.implied).toBe(true)
  })
})

describe('intent rules', () => {
  const named = new Set(
    [...vocabularies('intents').values()]
      .flatMap((words) => Object.keys(words))
      .flatMap((key) => key.split('+')),
  )
  const elsewhere = new Set(['group', 'groups', 'number', 'amount'])
  const asked = INTENT_RULES.flatMap((rule) => [...rule.all, ...(rule.none ?? [])])
    .flatMap((choice) => choice.split('|'))
    .map((name) => name.replace('!', ''))

  it.each([...new Set(asked)].filter((name) => !elsewhere.has(name)))('find words for %s', (name) => {
    expect(named).toContain(name)
  })
})

describe('concepts', () => {
  it.each([
    ['khoon nahi chahiye', '!need'],
    ['chahiye nahi khoon', 'not_needed'],
    ['i do not need blood', '!need'],
    ['blood chahiye', 'need'],
  ])('in %j: %s', (text, name) => {
    expect([...concepts(utterance(text)).said]).toContain(name)
  })

  it('counts words that no vocabulary explains', () => {
    expect(concepts(utterance('namaste xylophone zebra 12 🙏')).unexplained).toBe(2)
  })
})
