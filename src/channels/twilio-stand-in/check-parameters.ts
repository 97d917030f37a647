import { apiError, type ApiResponse } from './api'
import type { ParameterRule, ParameterTable } from './request-tables'

/** Parameters whose wrong form has an error code of its own. */
const CODES: Readonly<Record<string, number>> = {
  To: 21211,
  From: 21212,
  StatusCallback: 21609,
  MessagingServiceSid: 21701,
  ContentSid: 21655,
}
const INVALID_PARAMETER = 20001
const MISSING_TO = 21604

/** `+91…`, `whatsapp:+91…`, `whatsapp:IN.…`, or a name as an SMS sender has it. */
const ADDRESS =
  /^(?:(?:whatsapp:)?\+[1-9]\d{6,14}|whatsapp:[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}|[A-Za-z0-9 ]{3,11})$/
const INSTANT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z)?$/

/** Twilio's refusal of parameters that its description does not allow, or nothing. */
export function checkParameters(table: ParameterTable, given: URLSearchParams): ApiResponse | undefined {
  for (const name of new Set(given.keys())) {
    const rule = Object.hasOwn(table, name) ? table[name] : undefined
    if (!rule) return apiError(400, INVALID_PARAMETER, `Unknown parameter: ${name}`)
    const values = given.getAll(name)
    if (values.length > 1 && rule.type !== 'array') {
      return apiError(400, INVALID_PARAMETER, `Parameter given more than once: ${name}`)
    }
    if (!values.every((value) => value === '' || fits(rule, value))) {
      return apiError(400, CODES[name] ?? INVALID_PARAMETER, `Invalid value for parameter: ${name}`)
    }
  }
  const missing = Object.keys(table).find((name) => table[name]?.required && !given.get(name))
  return missing === undefined
    ? undefined
    : apiError(
        400,
        missing === 'To' ? MISSING_TO : INVALID_PARAMETER,
        `Required parameter missing: ${missing}`,
      )
}

function fits(rule: ParameterRule, value: string): boolean {
  if (rule.pattern !== undefined && !new RegExp(rule.pattern).test(value)) return false
  if (rule.enum && !rule.enum.includes(value)) return false
  if (rule.format === 'phone-number') return ADDRESS.test(value)
  if (rule.format === 'date-time') return INSTANT.test(value) && !Number.isNaN(Date.parse(value))
  if (rule.format === 'uri') return isPublicUrl(value)
  if (rule.type === 'boolean') return value === 'true' || value === 'false'
  if (rule.type === 'number') return value.trim() !== '' && Number.isFinite(Number(value))
  if (rule.type !== 'integer') return true
  const number = Number(value)
  return (
    /^-?\d+$/.test(value) && number >= (rule.minimum ?? -Infinity) && number <= (rule.maximum ?? Infinity)
  )
}

/** Twilio calls no host whose name has an underscore. */
export function isPublicUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return (protocol === 'https:' || protocol === 'http:') && hostname !== '' && !hostname.includes('_')
}
