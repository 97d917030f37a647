import {
  languageOf,
  slotsOf,
  templateName,
  variablesOf,
  type MessageTemplate,
  type TemplateButton,
  type TemplateCategory,
} from './message-template'

/** A template as a provider takes it: with numbered variables. */
export interface ProviderContent {
  readonly name: string
  readonly language: string
  readonly category: TemplateCategory
  readonly body: string
  readonly buttons: readonly TemplateButton[]
  /** A sample of each variable, by its number. */
  readonly samples: { readonly [number: string]: string }
  /** Names of the variables in the order of their numbers. */
  readonly variables: readonly string[]
}

/** What to push for a template. */
export function providerContent(template: MessageTemplate): ProviderContent {
  const variables = variablesOf(template)
  return {
    name: templateName(template),
    language: languageOf(template.locale),
    category: template.category,
    body: numbered(template.body, variables),
    buttons: template.buttons.map(({ id, title }) => ({ id: numbered(id, variables), title })),
    samples: Object.fromEntries(variables.map((name, i) => [String(i + 1), template.samples[name] ?? name])),
    variables,
  }
}

function numbered(text: string, variables: readonly string[]): string {
  let result = ''
  let from = 0
  for (const { name, placeholder, index } of slotsOf(text)) {
    result += `${text.slice(from, index)}{{${variables.indexOf(name) + 1}}}`
    from = index + placeholder.length
  }
  return result + text.slice(from)
}

/** A variable may hold no line break and no run of blanks, and may not be empty. */
export function variableValue(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** A numbered text with its variables filled, as the person will read it. */
export function fillNumbered(text: string, values: readonly string[]): string {
  return text.replace(/\{\{(\d+)\}\}/g, (whole, number: string) => values[Number(number) - 1] ?? whole)
}
