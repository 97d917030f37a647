import { titleKey } from '../choices'
import type { AskStep, Flow } from '../flow'
import { qualified, titledChoices } from '../needed-texts'
import { eachFlow, fileOf } from './finding'
import type { CheckInput, Finding } from './finding'
import { textOf } from './text-keys'

/** Words that Twilio treats itself when they are a whole SMS: the person would be opted out, or get Twilio's answer. */
const TWILIO_WORDS = 'STOP|STOPALL|UNSUBSCRIBE|CANCEL|END|QUIT|REVOKE|OPTOUT|START|YES|UNSTOP|HELP|INFO'
const CAPITALS = new RegExp(`(?<![\\p{L}\\p{N}])(${TWILIO_WORDS})(?![\\p{L}\\p{N}])`, 'u')
const QUOTED = new RegExp(`["'“”‘’«»\`](${TWILIO_WORDS})["'“”‘’«»\`]`, 'iu')
/** "write: help", as our texts offer words. */
const OFFERED = new RegExp(`:\\s*(${TWILIO_WORDS})(?=\\s*(?:$|[.,;:!?।\\n]))`, 'imu')
const WHOLE = new RegExp(`^\\P{L}*(${TWILIO_WORDS})\\P{L}*$`, 'iu')

/** Questions that offer, by SMS, a word which Twilio would take away. */
export const smsWords = eachFlow((flow, input) =>
  flow.steps.flatMap((step) =>
    step.type === 'ask'
      ? Object.keys(input.texts).flatMap((locale) => offers(flow, step, { input, locale }))
      : [],
  ),
)

function offers(
  flow: Flow,
  step: AskStep,
  { input, locale }: { readonly input: CheckInput; readonly locale: string },
): readonly Finding[] {
  const text = (key: string): string => textOf(input.texts[locale], qualified(flow, key), 'sms') ?? ''
  const prompts = [step.ask, `${step.ask}_again`].flatMap((key) => {
    const [, word] = CAPITALS.exec(text(key)) ?? QUOTED.exec(text(key)) ?? OFFERED.exec(text(key)) ?? []
    return word === undefined ? [] : [[key, word] as const]
  })
  const titles = titledChoices(step).flatMap((id) => {
    const [, word] = WHOLE.exec(text(titleKey(step, id))) ?? []
    return word === undefined ? [] : [[titleKey(step, id), word] as const]
  })
  return [...prompts, ...titles].map(([key, word]) => ({
    check: 'sms-words',
    level: 'error',
    file: fileOf(flow),
    step: step.id,
    message: `"${key}" (${locale}) offers "${word}", which Twilio takes for itself by SMS; offer another word (key ${key}_sms)`,
  }))
}
