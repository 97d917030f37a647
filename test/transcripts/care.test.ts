import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { TRANSCRIPTS } from '../support/transcript-runner'

/** What must never happen to people who write to us, and the conversations in which it would be seen. */
const RULES: readonly (readonly [rule: string, transcripts: readonly string[]])[] = [
  [
    'a need is answered before notice and language, in the language written',
    ['request.first-message', 'sms.request'],
  ],
  [
    'the yes at the confirmation is the consent, and alerts are another yes',
    ['request.stored', 'donate.registered'],
  ],
  [
    'no false hope: nothing is arranged yet, keep asking the hospital',
    ['request.stored', 'request.nobody', 'sms.stored'],
  ],
  [
    'a phone with two children is asked for whom',
    ['request.known', 'request.second-child', 'request.two-children'],
  ],
  [
    'a second phone learns nothing before a yes',
    ['claim.second-phone', 'claim.linked', 'claim.refused', 'coordinator.link'],
  ],
  ['a patient may be the writer, and thirty', ['request.self']],
  ['a minor who needs blood: an adult, and a person', ['request.minor', 'request.minor-nobody', 'sms.minor']],
  ['under 18 ends a registration with thanks, nothing kept', ['donate.under-18']],
  [
    'a nursing home has no blood centre',
    ['request.nursing-home', 'request.no-centre', 'request.centre-unknown-told'],
  ],
  [
    'outside the area: other centres and a person',
    ['request.outside', 'request.outside-nobody', 'sms.outside'],
  ],
  ['no Aadhaar number is kept', ['ugly.aadhaar']],
  [
    'a hand-over says who answers and by when, and mutes nobody',
    ['human.called', 'human.night', 'ugly.person-midway'],
  ],
  ['three misses in a row hand over', ['lost.three-misses', 'lost.nobody', 'sms.lost']],
  ['no coordinator: the helpline', ['human.nobody', 'request.nobody', 'emergency.nobody']],
  ['stop acts at once, with one confirmation', ['stop.midway', 'stop.at-confirmation', 'stop.open-request']],
  [
    'after a stop a need is answered, and news is a yes of its own',
    ['stop.asks-again', 'stop.news-only', 'stop.no-news'],
  ],
  ['by SMS the words of Twilio act before us', ['sms.twilio-words', 'sms.start']],
  ['an SMS answer is short, in Hinglish unless written otherwise', ['sms.first-language', 'sms.request']],
  ['an emergency is above everything', ['emergency.now', 'emergency.at-confirmation']],
  ['a bare "khoon" or group starts nothing', ['need_or_give.blood-only', 'need_or_give.group-only']],
  ['a group is never guessed', ['request.misread-1', 'request.group-unknown', 'request.other-group-told']],
]

describe('what must never happen to people', () => {
  it.each(RULES)('%s', (_rule, transcripts) => {
    const files = transcripts.flatMap((name) =>
      ['en', 'hi', 'hi-Latn'].map((locale) => `${name}.${locale}.chat`),
    )
    expect(files.filter((file) => !existsSync(join(TRANSCRIPTS, file)))).toEqual([])
  })
})
