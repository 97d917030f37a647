import type { Entry, Transcript } from '../../src/cli/transcript/transcript'
import { play } from '../support/transcript-runner'

/** Asked in the middle of anything. */
const QUESTIONS = [
  'khoon dena safe hai kya',
  'kal covid ka teeka laga',
  'kaun khoon de sakta hai?',
  'kitne din baad khoon de sakte hain?',
  'khoon ka kitna paisa lagta hai?',
  'kaun sa group kisko khoon de sakta hai?',
  'desferal kitni deni hai',
  'madad',
]

/** What leads to a question of the flow: transcripts played before, then lines as in a transcript. */
const FLOWS: readonly (readonly [flow: string, given: readonly string[], lines: readonly string[]])[] = [
  ['request', [], ['> khoon chahiye']],
  ['donate', [], ['> khoon dena hai']],
  ['menu', [], ['> namaste']],
  ['need_or_give', [], ['> khoon']],
  ['language', [], ['> bhasha']],
  ['photo', ['DEFAULT_LOCALE=hi-Latn'], ['@ photo']],
  ['forwarded', [], ['@ forwarded B+ khoon chahiye Hallet']],
  ['status', ['request.stored.hi-Latn'], ['> nahi', '> meri sthiti']],
  ['resume', [], ['> khoon dena hai', '@ wait 3h', '> hello']],
  ['new_request', ['new_request.asks.hi-Latn'], ['@ phone coordinator', '> #new <hand_over> O+ khoon']],
]

function conversation(given: readonly string[], lines: readonly string[]): Transcript {
  const header = [
    { name: 'locale', value: 'hi-Latn' },
    { name: 'now', value: '2026-11-24T09:10+05:30' },
    ...given.map((value) => ({ name: 'given', value })),
  ] as Transcript['header']
  const entries = [...lines, ...QUESTIONS.map((text) => `> ${text}`)].map((line): Entry => ({
    mark: line.startsWith('@') ? '@' : '>',
    text: line.slice(2),
  }))
  return { title: 'A question in the middle', header, entries }
}

/** The last thing said after each of the questions, and all that was said. */
function answers({ entries }: Transcript): readonly { readonly question: string; readonly tail: string }[] {
  return QUESTIONS.map((question) => {
    const at = entries.findIndex(({ mark, text }) => mark === '>' && text === question)
    const next = entries.findIndex(({ mark }, index) => index > at && mark === '>')
    const said = entries.slice(at + 1, next === -1 ? undefined : next).filter(({ mark }) => mark === '<')
    const parts = said.flatMap(({ text }) => text.split('\n\n'))
    return { question, tail: parts.length > 1 ? (parts.at(-1) ?? '') : `nothing comes back: ${parts.join()}` }
  })
}

describe('a side question', () => {
  it.each(FLOWS)(
    'is answered in the middle of %s, and what was asked comes back',
    async (_flow, given, lines) => {
      const { transcript, faults } = await play(conversation(given, lines))
      const found = answers(transcript)
      const before = transcript.entries.slice(
        0,
        transcript.entries.findIndex(({ text }) => text === QUESTIONS[0]),
      )
      expect(found.map(({ tail }) => tail)).toEqual(found.map(() => found[0]?.tail))
      expect(before.some(({ mark, text }) => mark === '<' && text.includes(found[0]?.tail ?? '?'))).toBe(true)
      expect(faults).toEqual([])
    },
  )
})
