import type { Json } from '../turn/conversation'
import { type FormatAsk, type Formatter, plain, valueAt } from './format/formatter'
import { FORMATTERS } from './format/formatters'

/** A text cut into what stands as written and what is filled in. */
export type Template = readonly (string | Placeholder)[]

export interface Placeholder {
  /** A value's name, or `a.b` inside a value. */
  readonly name: string
  readonly formatter?: string
  /** What stands in brackets after the formatter. */
  readonly argument?: string
}

const PLACEHOLDER = /\{\{(.*?)\}\}/g
const INSIDE = /^\s*([\w.]+)\s*(?:,\s*(\w+)\s*(?:\(([^)]*)\))?\s*)?$/

/** Cuts a text at its placeholders. Throws, naming it, at a placeholder or a formatter that does not exist. */
export function parseTemplate(text: string): Template {
  const parts: (string | Placeholder)[] = []
  let from = 0
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > from) parts.push(text.slice(from, match.index))
    parts.push(parsePlaceholder(match[1] ?? ''))
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push(text.slice(from))
  return parts
}

function parsePlaceholder(inside: string): Placeholder {
  const [, name, formatter, argument] = INSIDE.exec(inside) ?? []
  if (!name) throw new Error(`{{${inside}}} is not a placeholder; write {{name}} or {{name, formatter}}`)
  if (formatter !== undefined && !Object.hasOwn(FORMATTERS, formatter)) {
    throw new Error(
      `{{${inside}}} names a formatter that does not exist; there are ${Object.keys(FORMATTERS).join(', ')}`,
    )
  }
  return {
    name,
    ...(formatter === undefined ? {} : { formatter }),
    ...(argument === undefined ? {} : { argument: argument.trim() }),
  }
}

/** What a template needs besides the values. */
export type FillAsk = Omit<FormatAsk, 'argument'>

/** Fills a template. Values are never read again for placeholders, whatever a person wrote into them. */
export function fillTemplate(template: Template, ask: FillAsk): string {
  let text = ''
  for (const part of template) text += typeof part === 'string' ? part : fillPlaceholder(part, ask)
  return text
}

function fillPlaceholder({ name, formatter, argument }: Placeholder, ask: FillAsk): string {
  const value: Json | undefined = valueAt(ask.values, name)
  const format: Formatter = (formatter === undefined ? undefined : FORMATTERS[formatter]) ?? plain
  try {
    return format(value, argument === undefined ? ask : { ...ask, argument })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw new Error(`{{${name}}}: ${error.message}`, { cause: error })
  }
}
