import type { ContentRecord } from './content'

const VARIABLE = /\{\{(\w+)\}\}/g
const LANGUAGE = /^[a-z]{2}(_[A-Z]{2})?$/

interface Read {
  readonly body: string
  /** Names of the variables, each once, in order. */
  readonly variables: readonly string[]
  readonly content: ContentRecord
}

/** What WhatsApp rejects in a template's text. */
const REJECTED: readonly { readonly why: string; readonly when: (read: Read) => boolean }[] = [
  { why: 'No such language', when: ({ content }) => !LANGUAGE.test(content.language) },
  {
    why: 'Variables can not be at the start or end of the template',
    when: ({ body }) => /^[^\p{L}\p{N}]*\{\{/u.test(body) || /\}\}[^\p{L}\p{N}]*$/u.test(body),
  },
  { why: 'Variables can not be side by side', when: ({ body }) => /\}\}\s*\{\{/.test(body) },
  {
    why: 'A variable has no sample',
    when: ({ variables, content }) => variables.some((name) => !content.variables[name]),
  },
  {
    why: 'Variables are not in sequence',
    when: ({ variables }) => variables.some((name, i) => name !== String(i + 1)),
  },
  {
    why: 'Too many variables for the length of the text',
    when: ({ body, variables }) => variables.length > 0 && wordsOf(body) < 2 * variables.length + 1,
  },
]

/** Why WhatsApp rejects a content's text at once, in the form of its refusals, or nothing. */
export function approvalFormatProblem(content: ContentRecord): string | undefined {
  const body = Object.values(content.types)
    .map((fields) => fields.body)
    .find((text): text is string => typeof text === 'string')
  if (body === undefined) return undefined
  const variables = [...new Set([...body.matchAll(VARIABLE)].map(([, name = '']) => name))]
  const rejected = REJECTED.find(({ when }) => when({ body, variables, content }))
  return rejected && `INVALID_FORMAT. ${rejected.why}`
}

function wordsOf(body: string): number {
  return body
    .replace(VARIABLE, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
