import { DAY, HOUR, MINUTE, SECOND } from '../../base/clock'
import type { SendError, SendErrorKind } from '../../messaging/sender'

interface Row {
  readonly codes: readonly number[]
  readonly kind: SendErrorKind
  readonly retryAfterMs?: number
}

/** Twilio's error codes, of a refused request and of a status callback alike, and what follows from them. */
const ROWS: readonly Row[] = [
  // Too many requests; the sender's or Meta's rate; queue full; our account's daily cap.
  { codes: [20429, 14107], kind: 'later', retryAfterMs: 5 * SECOND },
  { codes: [21611, 30001], kind: 'later', retryAfterMs: MINUTE },
  { codes: [63018], kind: 'later', retryAfterMs: 5 * MINUTE },
  { codes: [63038], kind: 'later', retryAfterMs: DAY },
  // A fault at the provider; a phone that is off.
  { codes: [63009, 63010, 63012, 63023, 30410, 30017], kind: 'later', retryAfterMs: 2 * MINUTE },
  { codes: [30003], kind: 'later', retryAfterMs: HOUR },
  { codes: [30008, 30500], kind: 'later', retryAfterMs: 10 * MINUTE },
  // Meta chose not to deliver marketing to this person for now.
  { codes: [63049], kind: 'later', retryAfterMs: 6 * HOUR },
  // STOP by SMS; a person who blocked us on WhatsApp.
  { codes: [21610, 63014, 63033], kind: 'opted_out' },
  // Not a number, not a mobile, a landline, blocked.
  { codes: [21211, 21614, 30004, 30005, 30006, 30450], kind: 'unreachable' },
  // Not on WhatsApp, not in the sandbox, or out of reach of this sender on WhatsApp.
  { codes: [63003, 63024, 63015, 63032], kind: 'other_channel' },
  // Free text outside 24 hours; a template missing in the language, not submitted, or paused.
  { codes: [63016, 63027, 63040, 63041], kind: 'other_template' },
  // Account, permission, sender, policy.
  { codes: [20003, 20404, 21408, 21603, 21606, 63007, 30002], kind: 'configuration' },
  { codes: [63013, 63020, 63026, 63051, 63062], kind: 'configuration' },
  // The request itself: length, parameters, variables, filtered text.
  { codes: [21602, 21617, 21620, 21654, 21655, 21656, 30007], kind: 'our_mistake' },
  { codes: [63021, 63028, 63030], kind: 'our_mistake' },
  // Media that could not be fetched, or that WhatsApp does not take.
  { codes: [63019, 63034, 63037, 11751], kind: 'without_media' },
]

const BY_CODE: ReadonlyMap<number, Row> = new Map(
  ROWS.flatMap((row) => row.codes.map((code) => [code, row] as const)),
)

/**
 * What to do about one of Twilio's error codes. Codes come and go: an unknown one is judged by its family, or by the
 * HTTP status it came with.
 */
export function sendErrorForCode(code: number, httpStatus?: number): SendError {
  const row = BY_CODE.get(code)
  if (row) return sendError(row, String(code))
  if (code >= 92_000 && code < 93_000) return { kind: 'our_mistake', code: String(code) }
  // The carriers' family: mostly passing faults.
  if (code >= 30_000 && code < 31_000) return { kind: 'later', code: String(code), retryAfterMs: 10 * MINUTE }
  return httpStatus === undefined
    ? { kind: 'our_mistake', code: String(code) }
    : { ...sendErrorForStatus(httpStatus), code: String(code) }
}

/** What to do about an HTTP status that came without an error code. */
export function sendErrorForStatus(status: number): SendError {
  const code = `http_${status}`
  if (status === 429) return { kind: 'later', code, retryAfterMs: 5 * SECOND }
  if (status === 401 || status === 403 || status === 404) return { kind: 'configuration', code }
  // A failing server may have taken the message all the same.
  if (status >= 500) return { kind: 'unknown', code }
  return { kind: 'our_mistake', code }
}

function sendError({ kind, retryAfterMs }: Row, code: string): SendError {
  return { kind, code, ...(retryAfterMs !== undefined && { retryAfterMs }) }
}
