import { createHash } from 'node:crypto'
import type { Locale } from '../../base/locale'

/** What WhatsApp bills it as. Ours carry news that people asked for; only invitations are `MARKETING`. */
export type TemplateCategory = 'UTILITY' | 'MARKETING'

export interface TemplateButton {
  /** What the tap gives back; may hold variables, such as an alert's code. */
  readonly id: string
  /** As shown; fixed. */
  readonly title: string
}

/** One message that may be sent outside WhatsApp's 24-hour window, in one language, as its file says. */
export interface MessageTemplate {
  readonly key: string
  readonly locale: Locale
  readonly category: TemplateCategory
  /** With placeholders as in all texts: `{{name}}` or `{{name, formatter}}`. */
  readonly body: string
  /** An example of every variable, for whoever approves it. */
  readonly samples: { readonly [name: string]: string }
  readonly buttons: readonly TemplateButton[]
  /** The registered text (India: DLT), exactly as registered but for its placeholders. Missing: never by SMS. */
  readonly sms?: { readonly text: string; readonly dltId: string }
}

/** One placeholder of a text. */
export interface Slot {
  readonly name: string
  /** As written, with its formatter. */
  readonly placeholder: string
  readonly index: number
}

const PLACEHOLDER = /\{\{\s*([a-z_]+)\s*(?:,[^}]*)?\}\}/g

/** The placeholders of a text, in order. */
export function slotsOf(text: string): Slot[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => ({
    name: match[1] ?? '',
    placeholder: match[0],
    index: match.index,
  }))
}

/** Names of the variables in the order of their numbers: as they first appear in the body, then in the buttons. */
export function variablesOf({ body, buttons }: Pick<MessageTemplate, 'body' | 'buttons'>): string[] {
  const texts = [body, ...buttons.map(({ id }) => id)]
  return [...new Set(texts.flatMap((text) => slotsOf(text).map(({ name }) => name)))]
}

/** The text with its placeholders replaced by values that are worded already. Throws for a variable without a value. */
export function fillSlots(text: string, values: { readonly [name: string]: string }): string {
  return text.replace(PLACEHOLDER, (_, name: string) => {
    const value = values[name]
    if (value === undefined || value === '') throw new Error(`the variable ${name} has no value`)
    return value
  })
}

/** What a person reads where no buttons can be shown: the body, and the choices numbered below it. */
export function templateText(template: MessageTemplate, values: { readonly [name: string]: string }): string {
  const choices = template.buttons.map(({ title }, i) => `${i + 1} ${title}`)
  return [fillSlots(template.body, values), ...choices].join('\n')
}

/** The language WhatsApp knows it under: Hindi in Latin letters is Hindi there. */
export function languageOf(locale: Locale): string {
  return locale.split('-')[0] ?? locale
}

/**
 * The name at the provider. It follows from the content, because an approved text cannot be changed and a rejected name
 * cannot be used again: another text is another template.
 */
export function templateName(template: MessageTemplate): string {
  const { key, locale, category, body, buttons, samples } = template
  const content = JSON.stringify([category, body, buttons, samples])
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8)
  return `${key}_${hash}_${locale.toLowerCase().replaceAll('-', '_')}`
}
