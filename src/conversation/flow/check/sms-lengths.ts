import { SegmentedMessage } from 'sms-segments-calculator'
import type { Locale } from '../../../base/locale'
import { createTexts } from '../../text/i18n-texts'
import type { LocaleTexts } from '../../text/load-texts'
import { render } from '../../text/render'
import { parseTemplate } from '../../text/template'
import type { Placeholder } from '../../text/template'
import type { Texts } from '../../text/texts'
import { titleKey } from '../choices'
import type { AskStep, Flow, Step } from '../flow'
import { neededTexts, qualified, titledChoices } from '../needed-texts'
import type { Choice, Say } from '../walk'
import type { CheckInput } from './finding'
import { sampleValues } from './sample-values'
import { baseKey, hasText, isFormOf, splitKey } from './text-keys'

/** How long a text is as an SMS, with sample values and with the choices below it. */
export interface SmsLength {
  readonly locale: Locale
  /** `<namespace>:<key>` */
  readonly key: string
  readonly flow?: string
  readonly step?: string
  readonly segments: number
  readonly encoding: string
  readonly units: number
  /** Signs that keep a text in Latin letters out of the cheap alphabet. */
  readonly costly: readonly string[]
}

/** A text that could not be filled with sample values. */
export interface Unmeasured {
  readonly locale: Locale
  readonly key: string
  readonly flow?: string
  readonly step?: string
  readonly reason: string
}

/** A text that a step, a flow's beginning or code says. */
export interface Spoken {
  readonly key: string
  readonly flow?: Flow
  readonly step?: Step
}

/** Namespaces whose texts are parts of others, or stand on paper: never a message. */
const PARTS = ['common', 'places', 'paper']
/** Measured texts show the same dates whenever they are measured: 2026-01-26. */
const MEASURED_AT = 1_769_385_600_000
const DEVANAGARI = /\p{Script=Devanagari}/u
const GSM = /^[\n\r !"#$%&'()*+,\-./0-9:;<=>?@A-Za-z_£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà^{}\\[~\]|€]$/u

/** Every message that flows and code may send by SMS, in every language. */
export function smsLengths(input: CheckInput): {
  readonly lengths: readonly SmsLength[]
  readonly unmeasured: readonly Unmeasured[]
} {
  const texts = measuredTexts(input)
  const lengths: SmsLength[] = []
  const unmeasured: Unmeasured[] = []
  for (const locale of Object.keys(input.texts)) {
    for (const spoken of spokenTexts(input).filter((one) => isComplete(one, input.texts[locale]))) {
      const where = {
        locale,
        key: spoken.key,
        ...(spoken.flow && { flow: spoken.flow.id }),
        ...(spoken.step && { step: spoken.step.id }),
      }
      try {
        lengths.push({ ...where, ...measure(sampleMessage(spoken, { input, texts, locale })) })
      } catch (error) {
        unmeasured.push({ ...where, reason: error instanceof Error ? error.message : String(error) })
      }
    }
  }
  return { lengths, unmeasured }
}

/** The texts as they are at the time at which all are measured. */
export function measuredTexts({ texts }: CheckInput): Texts {
  const clock = { now: () => MEASURED_AT, sleep: () => Promise.resolve() }
  return createTexts({ source: texts, clock, timeZone: 'Asia/Kolkata' })
}

/** The size of one SMS. Smart encoding is off: it is a setting of the sender that may be missing. */
export function measure(text: string): Pick<SmsLength, 'segments' | 'encoding' | 'units' | 'costly'> {
  const sms = new SegmentedMessage(text, 'auto', false)
  const latin = !DEVANAGARI.test(text)
  const costly = latin ? [...new Set(Array.from(text).filter((sign) => !GSM.test(sign)))] : []
  return {
    segments: sms.segmentsCount,
    encoding: sms.encodingName ?? '',
    units: text.length,
    costly,
  }
}

function spokenTexts({ flows, texts }: CheckInput): readonly Spoken[] {
  const inFlows = flows.flatMap((flow) => {
    const steps = flow.steps.flatMap((step): readonly Spoken[] => {
      if (step.type === 'do') return []
      const keys = step.type === 'say' ? [step.say] : [step.ask, `${step.ask}_again`]
      return keys.map((key) => ({ key: qualified(flow, key), flow, step }))
    })
    const understood = flow.understood === undefined ? [] : [{ key: qualified(flow, flow.understood), flow }]
    return [...understood, ...steps]
  })
  const ofFlows = new Set([...flows.map((flow) => flow.id), ...PARTS])
  const needed = new Set(flows.flatMap((flow) => neededTexts(flow).map(({ key }) => key)))
  const inCode = Object.values(texts).flatMap((namespaces) =>
    Object.entries(namespaces)
      .filter(([namespace]) => !ofFlows.has(namespace))
      .flatMap(([namespace, found]) => Object.keys(found).map((key) => `${namespace}:${baseKey(key)}`)),
  )
  return [...inFlows, ...[...new Set(inCode)].filter((key) => !needed.has(key)).map((key) => ({ key }))]
}

/** Whether all texts of it are there: what is missing has a finding of its own. */
export function isComplete({ key, flow, step }: Spoken, found: LocaleTexts | undefined): boolean {
  const titles =
    flow && step?.type === 'ask' ? titledChoices(step).map((id) => qualified(flow, titleKey(step, id))) : []
  return [key, ...titles].every((wanted) => hasText(found, wanted))
}

export interface MessageAsk {
  readonly input: CheckInput
  readonly texts: Texts
  readonly locale: Locale
}

/** The text with sample values, and with the choices below it. Throws when they do not fit. */
export function sampleMessage({ key, flow, step }: Spoken, { input, texts, locale }: MessageAsk): string {
  const values = sampleValues(
    placeholdersOf(input.texts[locale]?.[splitKey(key)[0]] ?? {}, splitKey(key)[1]),
    input.samples,
  )
  const choices = step?.type === 'ask' ? sampleChoices(step) : []
  const say: Say = { text: key, values, ...(choices.length > 0 && { choices }) }
  const ask = { flowId: flow?.id ?? '', locale, channel: 'sms' as const, texts, org: values['org'] ?? {} }
  return render([say], ask).join('')
}

function placeholdersOf(found: { readonly [key: string]: string }, wanted: string): readonly Placeholder[] {
  return Object.entries(found)
    .filter(([key]) => isFormOf(key, wanted))
    .flatMap(([, text]) => parseTemplate(text).filter((part) => typeof part !== 'string'))
}

/** All choices that a question may show: of a list that an action makes, two items. */
function sampleChoices(step: AskStep): readonly Choice[] {
  const titled = titledChoices(step).map((id) => ({ id, titleKey: titleKey(step, id) }))
  const item = { title: 'R.K., B+' }
  return step.options && 'from' in step.options
    ? [{ id: 'first', ...item }, { id: 'second', ...item }, ...titled]
    : titled
}
