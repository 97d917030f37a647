import { SegmentedMessage } from 'sms-segments-calculator'
import type { Locale } from '../../base/locale'
import { smsKeyword } from '../sms-keywords'
import { fillSlots, slotsOf, variablesOf, type MessageTemplate } from './message-template'

/** Meta's and Twilio's limits for templates (Twilio's content type pages, 2026). */
const LIMITS = { body: 1024, buttons: 3, title: 20, buttonId: 200, name: 512, samplesOfValue: 60 } as const
/** An SMS that we start: as long as an answer may be. */
const SEGMENTS = { 'GSM-7': 2, 'UCS-2': 3 } as const

/** A mistake in a template file. */
export interface TemplateProblem {
  readonly locale: Locale
  readonly key: string
  readonly problem: string
}

type Check = (template: MessageTemplate) => readonly string[]

/** Every mistake that WhatsApp, Twilio or a registered text would refuse, and what differs between languages. */
export function checkTemplates(
  templates: readonly MessageTemplate[],
  locales: readonly Locale[],
): TemplateProblem[] {
  const own = templates.flatMap((template) =>
    CHECKS.flatMap((check) => check(template)).map((problem) => ({
      locale: template.locale,
      key: template.key,
      problem,
    })),
  )
  return [...own, ...differences(templates, locales)]
}

const CHECKS: readonly Check[] = [samples, edges, words, body, buttons, sms]

function samples(template: MessageTemplate): string[] {
  const names = variablesOf(template)
  const given = Object.keys(template.samples)
  return [
    ...names.filter((name) => !given.includes(name)).map((name) => `{{${name}}} has no sample`),
    ...given.filter((name) => !names.includes(name)).map((name) => `the sample ${name} is of no variable`),
    ...Object.entries(template.samples)
      .filter(([, sample]) => /[\n\t]|\s{4}/.test(sample))
      .map(
        ([name]) => `the sample of ${name} has a line break or many blanks, which a variable may not hold`,
      ),
  ]
}

/** WhatsApp rejects a body that begins or ends with a variable, or has two side by side. */
function edges({ body: text }: MessageTemplate): string[] {
  const slots = slotsOf(text)
  const first = slots[0]
  const last = slots.at(-1)
  const bare = (piece: string): boolean => !/[\p{L}\p{N}]/u.test(piece)
  return [
    ...(first && bare(text.slice(0, first.index)) ? ['begins with a variable'] : []),
    ...(last && bare(text.slice(last.index + last.placeholder.length)) ? ['ends with a variable'] : []),
    ...slots.slice(1).flatMap((slot, i) => {
      const before = slots[i]
      const between = before ? text.slice(before.index + before.placeholder.length, slot.index) : 'x'
      return between.trim() === '' ? [`has {{${before?.name}}} and {{${slot.name}}} side by side`] : []
    }),
  ]
}

/** WhatsApp wants 2x + 1 fixed words around x variables. */
function words({ body: text }: MessageTemplate): string[] {
  const slots = slotsOf(text)
  const fixed = slots.reduce((rest, { placeholder }) => rest.replace(placeholder, ' '), text)
  const count = fixed.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  const needed = 2 * slots.length + 1
  return slots.length > 0 && count < needed
    ? [`has ${count} words around ${slots.length} variables; ${needed} are needed`]
    : []
}

/** Room for values of ordinary length, though samples may be short. */
function body(template: MessageTemplate): string[] {
  const { body: text } = template
  const slots = slotsOf(text)
  const fixed = slots.reduce((rest, { placeholder }) => rest.replace(placeholder, ''), text)
  const longest = fixed.length + slots.length * LIMITS.samplesOfValue
  return [
    ...(longest > LIMITS.body ? [`may reach ${longest} characters; ${LIMITS.body} are allowed`] : []),
    ...(/\n{3}/.test(text) ? ['has more than one empty line together'] : []),
    ...(/\{\{(?!\s*[a-z_]+\s*(?:,[^}]*)?\}\})/.test(text) ? ['has a placeholder that cannot be read'] : []),
    ...(text !== text.normalize('NFC') ? ['is not in the normal form of Unicode (NFC)'] : []),
  ]
}

function buttons(template: MessageTemplate): string[] {
  const titles = template.buttons.map(({ title }) => title)
  const ids = template.buttons.map(({ id }) => id)
  return [
    ...(titles.length > LIMITS.buttons
      ? [`has ${titles.length} buttons; ${LIMITS.buttons} are allowed`]
      : []),
    ...titles
      .filter((title) => title.length > LIMITS.title)
      .map((title) => `the button "${title}" has ${title.length} characters; ${LIMITS.title} are allowed`),
    ...titles
      .filter((title) => title.includes('{{'))
      .map((title) => `the button "${title}" holds a variable; a title is fixed`),
    ...(new Set(titles).size < titles.length ? ['has two buttons of one title'] : []),
    ...(new Set(ids).size < ids.length ? ['has two buttons of one id'] : []),
    ...ids
      .filter((id) => id.replace(/\{\{.*?\}\}/g, '').length > LIMITS.buttonId / 2)
      .map((id) => `the id "${id}" is too long`),
  ]
}

/** What we start by SMS cannot be answered in India, and is matched word for word. */
function sms(template: MessageTemplate): string[] {
  if (!template.sms) return []
  const { text } = template.sms
  const unknown = slotsOf(text).filter(({ name }) => !(name in template.samples))
  if (unknown.length > 0) return unknown.map(({ name }) => `sms: {{${name}}} is no variable of the body`)
  const { segmentsCount, encodingName } = new SegmentedMessage(fillSlots(text, template.samples), 'auto')
  const allowed = SEGMENTS[encodingName]
  const asks = template.buttons.map(({ title }) => title).filter((title) => text.includes(title))
  return [
    ...(segmentsCount > allowed ? [`sms: is ${segmentsCount} parts; ${allowed} are allowed`] : []),
    ...(text.includes('₹') ? ['sms: write Rs instead of ₹, which makes the whole message cost double'] : []),
    ...(text.includes('?') ? ['sms: asks something; nobody can answer it'] : []),
    ...asks
      .filter((title) => smsKeyword(title))
      .map((title) => `sms: offers "${title}", on which Twilio acts`),
  ]
}

function differences(templates: readonly MessageTemplate[], locales: readonly Locale[]): TemplateProblem[] {
  const keys = [...new Set(templates.map(({ key }) => key))].sort()
  return keys.flatMap((key) => {
    const versions = templates.filter((one) => one.key === key)
    const model = versions[0]
    const problem = (locale: Locale, text: string): TemplateProblem => ({ locale, key, problem: text })
    const missing = locales.filter((locale) => versions.every((one) => one.locale !== locale))
    return [
      ...missing.map((locale) => problem(locale, 'is missing')),
      ...versions.flatMap((one) =>
        model
          ? comparisons(model, one).map((text) => problem(one.locale, `${text} than in ${model.locale}`))
          : [],
      ),
    ]
  })
}

function comparisons(model: MessageTemplate, one: MessageTemplate): string[] {
  const sorted = (names: readonly string[]): string => [...names].sort().join(' ')
  const ids = ({ buttons: all }: MessageTemplate): string => all.map(({ id }) => id).join(' ')
  return [
    ...(sorted(variablesOf(one)) === sorted(variablesOf(model)) ? [] : ['has other variables']),
    ...(ids(one) === ids(model) ? [] : ['has other buttons']),
    ...(one.category === model.category ? [] : ['has another category']),
  ]
}
