import { join } from 'node:path'
import { loadFlows } from '../../src/conversation/flow/load-flows'
import type * as walking from '../../src/conversation/flow/walk-flow'
import { play, readTranscript, type Aside } from '../support/transcript-runner'

/** The question that is open, as the walker left it; a miss is none. */
let open: string | undefined

jest.mock('../../src/conversation/flow/walk-flow', () => {
  const real = jest.requireActual<typeof walking>('../../src/conversation/flow/walk-flow')
  const walkFlow: typeof real.walkFlow = (flow, state, turn) => {
    const walked = real.walkFlow(flow, state, turn)
    const { stop } = walked
    open = stop.at === 'question' && !stop.missed ? `${flow.id}/${stop.step}` : undefined
    return walked
  }
  return { ...real, walkFlow }
})

/** Asked in the middle of anything. */
const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'is it safe to give blood?',
    'i got a covid vaccine yesterday',
    'who can give blood?',
    'after how many days can i give again?',
    'how much does blood cost?',
    'which group can give to which group?',
    'how much desferal to give',
    'camp dates',
    'help',
  ],
  hi: [
    'खून देना safe है क्या',
    'कल कोविड का टीका लगा',
    'कौन खून दे सकता है?',
    'कितने दिन बाद खून दे सकते हैं?',
    'खून का कितना पैसा लगता है?',
    'कौन सा ग्रुप किसको खून दे सकता है?',
    'डेसफेरल कितनी देनी है',
    'कैंप कब है',
    'मदद',
  ],
  'hi-Latn': [
    'khoon dena safe hai kya',
    'kal covid ka teeka laga',
    'kaun khoon de sakta hai?',
    'kitne din baad khoon de sakte hain?',
    'khoon ka kitna paisa lagta hai?',
    'kaun sa group kisko khoon de sakta hai?',
    'desferal kitni deni hai',
    'camp kab hai',
    'madad',
  ],
}

/** Two alerts at once, which no transcript has (exceptions.ts). */
const NOWHERE = ['pledge/which']

/** Two of the questions are answers elsewhere: camps are a choice of the menu, and donors who pledge are asked of vaccines. */
const [VACCINE, CAMPS] = [1, 7]

/** Transcripts that together come to every question. */
const TRANSCRIPTS = [
  'request.step-by-step',
  'request.edit',
  'request.minor',
  'request.not-guardian',
  'request.known-edit',
  'request.known-other-group',
  'request.hidden-number',
  'request.stored',
  'request.other-group-asks',
  'stop.asks-again',
  'stop.news-only',
  'donate.questions',
  'donate.edit',
  'donate.edit-area',
  'donate.stopped-before',
  'donate.after-stop',
  'pledge.pledged',
  'pledge.yes',
  'pledge.gave-when',
  'pledge.gave-lately',
  'pledge.from',
  'pledge.other-day',
  'pledge.shared',
  'pledge.misread',
  'pledge.misread-1',
  'pledge.misread-2',
  'pledge.misread-3',
  'certificate.which',
  'certificate.made',
  'certificate.name-again',
  'menu.greeting',
  'need_or_give.blood-only',
  'language.asked',
  'forwarded.own',
  'photo.open-request',
  'claim.linked-asks',
  'claim.linked',
  'status.change',
  'status.sure',
  'resume.go-on',
  'new_request.asks',
  'new_request.questions-1',
  'new_request.questions-2',
  'new_request.known-asks',
  'new_request.known',
  'new_request.hidden-number',
  'new_request.hidden-number-edit',
]

const ASKED = new Map(Object.keys(QUESTIONS).map((locale) => [locale, new Set<string>()]))

/** In Hindi every question is asked everywhere; in the others every third, in turns, so that each is asked often. */
function inTurn(locale: string, nth: number, at: number): boolean {
  return locale === 'hi' || nth % 3 === at % 3
}

/** Side questions at a question that was not tried before in this language; `wrong` gets what went wrong. */
function asides(locale: string, wrong: string[]): readonly Aside[] {
  const asked = ASKED.get(locale)
  const at = open
  if (at === undefined || asked?.has(at)) return []
  asked?.add(at)
  const answer = at === 'menu/choose' ? CAMPS : at.startsWith('pledge/') ? VACCINE : undefined
  const before = asked?.size ?? 0
  const questions = (QUESTIONS[locale] ?? []).filter(
    (_text, nth) => nth !== answer && inTurn(locale, nth, before),
  )
  return questions.map((text) => ({
    text,
    heard: (entries) => {
      const said = entries.filter(({ mark }) => mark === '<').flatMap((entry) => entry.text.split('\n\n'))
      if (said.length < 2) wrong.push(`${at}: "${text}" is answered by "${said.join()}" alone`)
      if (open !== at) wrong.push(`${at}: after "${text}" ${open ?? 'nothing'} is open`)
    },
  }))
}

describe.each(Object.keys(QUESTIONS))('side questions in %s', (locale) => {
  it.each(TRANSCRIPTS)('are answered in the middle of %s, and what was asked comes back', async (name) => {
    const wrong: string[] = []
    open = undefined
    const { faults } = await play(readTranscript(`${name}.${locale}`), {
      between: () => asides(locale, wrong),
    })
    expect(wrong).toEqual([])
    expect(faults).toEqual([])
  })

  it('were tried at every question', () => {
    const questions = loadFlows(join(__dirname, '..', '..', 'flows')).flatMap(({ flow }) =>
      flow.steps.flatMap((step) => (step.type === 'ask' && !step.unasked ? [`${flow.id}/${step.id}`] : [])),
    )
    expect(questions.filter((question) => !ASKED.get(locale)?.has(question))).toEqual(NOWHERE)
  })
})
