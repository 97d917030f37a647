import type { AskStep, Flow } from '../flow'
import { qualified } from '../needed-texts'
import { eachStep } from './finding'
import type { CheckInput } from './finding'
import { textOf } from './text-keys'

/** Words after which our texts give an example. */
const EXAMPLE = /(?<![\p{L}\p{M}])(?:जैसे|jaise|such as|for example|e\.g\.)[\s:]+\S/iu
const DIGIT = /\p{Nd}/u
const QUOTED = /"[^"]+"|“[^”]+”|«[^»]+»/u
const CHANNELS = ['whatsapp', 'sms'] as const

/** Second prompts that only say the first one again, or show nothing that could be written. */
export const againPrompts = eachStep('again-prompts', (step, flow, { texts }) =>
  step.type !== 'ask' || step.unasked
    ? []
    : Object.keys(texts).flatMap((locale) => problemsOf(step, flow, { texts, locale })),
)

function problemsOf(
  step: AskStep,
  flow: Flow,
  { texts, locale }: { readonly texts: CheckInput['texts']; readonly locale: string },
): readonly string[] {
  const key = `${step.ask}_again`
  const problems = CHANNELS.flatMap((channel) => {
    const first = textOf(texts[locale], qualified(flow, step.ask), channel)
    const again = textOf(texts[locale], qualified(flow, key), channel)
    // What a language lacks is for `missing-texts` to say.
    if (first === undefined || again === undefined) return []
    if (plain(first) === plain(again))
      return [`"${key}" (${locale}) says "${step.ask}" again; say it in other words`]
    if (step.options === undefined && !showsHow(again))
      return [`"${key}" (${locale}) shows nothing to write; add an example, with a number or in quotes`]
    return []
  })
  return [...new Set(problems)]
}

/** Choices are numbered below the prompt by themselves; anything else needs an example. */
function showsHow(text: string): boolean {
  return DIGIT.test(text) || QUOTED.test(text) || EXAMPLE.test(text)
}

/** The same to whoever reads it. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\s]+/gu, ' ')
    .trim()
}
