import type { Channel } from '../../base/channel'
import type { Instant } from '../../base/clock'
import { CONTENT_LIMITS, CONTENT_TYPES, type FieldRule, type Shape } from './content-tables'

type Fields = Readonly<Record<string, unknown>>

export interface ContentRecord {
  readonly sid: string
  readonly friendlyName: string
  readonly language: string
  readonly variables: Readonly<Record<string, string>>
  readonly types: Readonly<Record<string, Fields>>
  readonly createdAt: Instant
  approval: {
    readonly name: string
    readonly category: string
    readonly status: 'unsubmitted' | 'received' | 'pending' | 'approved' | 'rejected' | 'paused'
    readonly reason?: string
  }
}

/** A content with its variables filled in, as one channel shows it. */
export interface RenderedContent {
  readonly type: string
  readonly body: string
  readonly mediaUrls: readonly string[]
  readonly choices: readonly { readonly id: string; readonly title: string }[]
}

/** Why a content's JSON is refused, or nothing. */
export function contentProblem(json: unknown): string | undefined {
  if (!isFields(json)) return 'The body is not a JSON object'
  const extra = Object.keys(json).find(
    (name) => !['friendly_name', 'variables', 'language', 'types'].includes(name),
  )
  if (extra !== undefined) return `Unknown field: ${extra}`
  if (typeof json.language !== 'string' || json.language === '') return 'language is required'
  if (json.variables !== undefined && !isStringMap(json.variables)) return 'variables must map names to texts'
  if (!isFields(json.types) || Object.keys(json.types).length === 0) {
    return 'At least one content type definition is required'
  }
  for (const [type, fields] of Object.entries(json.types)) {
    const shape = Object.hasOwn(CONTENT_TYPES, type) ? CONTENT_TYPES[type] : undefined
    const problem = shape
      ? (shapeProblem(shape, fields) ?? limitProblem(type, fields as Fields))
      : 'unknown type'
    if (problem !== undefined) return `${type}: ${problem}`
  }
  return undefined
}

function shapeProblem(shape: Shape, value: unknown): string | undefined {
  if (!isFields(value)) return 'is not an object'
  const missing = shape.required.find((name) => value[name] === undefined)
  if (missing !== undefined) return `${missing} is required`
  for (const [name, given] of Object.entries(value)) {
    const rule = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined
    if (!rule) return `unknown field ${name}`
    const problem = fieldProblem(rule, given)
    if (problem !== undefined) return `${name}: ${problem}`
    const words = shape.words?.[name]
    if (words && !words.includes(String(given))) return `${name} must be one of ${words.join(', ')}`
  }
  return undefined
}

function fieldProblem(rule: FieldRule, value: unknown): string | undefined {
  if (typeof rule === 'object') {
    if (!Array.isArray(value) || value.length === 0) return 'must be a list of at least one'
    return value.map((item) => shapeProblem(rule.items, item)).find((problem) => problem !== undefined)
  }
  if (rule === 'strings') {
    return Array.isArray(value) && value.every((item) => typeof item === 'string')
      ? undefined
      : 'must be texts'
  }
  return typeof value === rule ? undefined : `must be a ${rule}`
}

function limitProblem(type: string, fields: Fields): string | undefined {
  for (const { field, max } of CONTENT_LIMITS[type] ?? []) {
    const [name = '', inner] = field.split('.')
    const value = fields[name]
    const measured = inner === undefined ? [value] : (value as readonly Fields[]).map((item) => item[inner])
    const tooLong = measured.some(
      (one) => (typeof one === 'string' || Array.isArray(one)) && one.length > max,
    )
    if (tooLong) return `${field} is longer than ${max}`
  }
  return undefined
}

/** What a person sees: the richest type WhatsApp can show; by SMS its text. */
export function renderContent(
  content: ContentRecord,
  channel: Channel,
  given: Readonly<Record<string, string>>,
): RenderedContent {
  const richest = [
    'twilio/list-picker',
    'twilio/quick-reply',
    'twilio/call-to-action',
    'twilio/media',
    'twilio/location',
  ]
  const order = channel === 'sms' ? ['twilio/text', ...richest] : [...richest, 'twilio/text']
  const type = order.find((one) => content.types[one] !== undefined) ?? 'twilio/text'
  const values = { ...content.variables, ...given }
  const fill = (value: unknown): string =>
    typeof value === 'string'
      ? value.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)
      : ''
  const fields = content.types[type] ?? {}
  const listed = (fields.items ?? fields.actions ?? []) as readonly Fields[]
  const choices = listed.map((item) => {
    const title = fill(item.item ?? item.title)
    return { id: fill(item.id) || title, title }
  })
  const media = (fields.media ?? []) as readonly string[]
  return {
    type,
    body: fill(fields.body),
    mediaUrls: media.map(fill),
    choices: channel === 'sms' ? [] : choices,
  }
}

/** The variables of a send request, or nothing when they are not a JSON object of non-empty texts. */
export function parseVariables(text: string): Readonly<Record<string, string>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isStringMap(value) && Object.values(value).every((one) => one !== '') ? value : undefined
  } catch {
    return undefined
  }
}

/** A content as the Content API shows it. */
export function contentJson(content: ContentRecord, account: string): Record<string, unknown> {
  const url = `https://content.twilio.com/v1/Content/${content.sid}`
  const date = new Date(content.createdAt).toISOString()
  return {
    sid: content.sid,
    account_sid: account,
    friendly_name: content.friendlyName,
    language: content.language,
    variables: content.variables,
    types: content.types,
    url,
    date_created: date,
    date_updated: date,
    links: {
      approval_create: `${url}/ApprovalRequests/whatsapp`,
      approval_fetch: `${url}/ApprovalRequests`,
    },
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isStringMap(value: unknown): value is Readonly<Record<string, string>> {
  return isFields(value) && Object.values(value).every((one) => typeof one === 'string')
}
