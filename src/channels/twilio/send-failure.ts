import { MINUTE } from '../../base/clock'
import type { SendError } from '../../messaging/sender'
import { sendErrorForCode, sendErrorForStatus } from './error-table'

/** The connection was never made, so nothing was sent. */
const NOT_SENT: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']
const TIMED_OUT: readonly string[] = ['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']

/**
 * What the Twilio client threw, as a `SendError`. Only a code leaves here: the client's own errors hold the request
 * with credentials, number and text, and must be neither kept nor logged.
 */
export function sendErrorOf(thrown: unknown): SendError {
  const { status, code } = describe(thrown)
  if (status !== undefined) {
    return typeof code === 'number' && code > 0 ? sendErrorForCode(code, status) : sendErrorForStatus(status)
  }
  if (typeof code !== 'string') return { kind: 'unknown', code: 'unreadable_answer' }
  if (NOT_SENT.includes(code)) return { kind: 'later', code, retryAfterMs: MINUTE / 2 }
  if (TIMED_OUT.includes(code)) return { kind: 'unknown', code: 'timeout' }
  return { kind: 'unknown', code: /^[A-Z][A-Z_]{1,40}$/.test(code) ? code : 'network' }
}

function describe(thrown: unknown): { readonly status?: number; readonly code?: unknown } {
  if (typeof thrown !== 'object' || thrown === null) return {}
  const { status, code } = thrown as { readonly status?: unknown; readonly code?: unknown }
  return { ...(typeof status === 'number' && { status }), code }
}
