import type { Instant } from '../base/clock'
import { quietUntil, USUAL_QUIET_HOURS } from '../base/quiet-hours'
import type { Contact } from '../contacts/contact'
import type { NotSentReason, OutboxRow, OutboxSettlement } from './outbox-store'
import { PURPOSES } from './purposes'

export interface StartFacts {
  readonly now: Instant
  readonly timeZone: string
  readonly contact: Contact | undefined
  /** Whether what the row is about still stands. */
  readonly relevant: boolean
}

/** Why a message that we start must not leave now, and what becomes of it; nothing when it may. */
export function mayNotStart(row: OutboxRow, facts: StartFacts): OutboxSettlement | undefined {
  if (!facts.relevant) return { state: 'withheld', reason: 'not_relevant' }
  if (isOptedOut(row, facts.contact)) return { state: 'withheld', reason: 'opted_out' }
  if (!hasConsent(row, facts.contact)) return { state: 'withheld', reason: 'no_consent' }
  if (!heldByNight(row, facts)) return undefined
  const morning = quietUntil(facts.now, USUAL_QUIET_HOURS, facts.timeZone)
  return morning > facts.now ? putOff(row, morning, 'quiet_hours') : undefined
}

/** The row waits until then; where that is too late it has expired, for the same reason. */
export function putOff(row: OutboxRow, dueAt: Instant, reason: NotSentReason): OutboxSettlement {
  return dueAt > row.notAfter ? { state: 'expired', reason } : { state: 'queued', dueAt, reason }
}

/** Nothing after STOP, except news of the one request that the person asked to hear of. */
function isOptedOut({ purpose, subject }: OutboxRow, contact: Contact | undefined): boolean {
  if (!contact?.optOut) return false
  return purpose !== 'news' || subject?.kind !== 'request' || !contact.newsDespiteOptOut.includes(subject.id)
}

function hasConsent({ purpose, channel }: OutboxRow, contact: Contact | undefined): boolean {
  const { consents } = PURPOSES[purpose]
  if (!consents) return true
  return contact?.consents.some((one) => one.channel === channel && consents.includes(one.purpose)) === true
}

function heldByNight({ purpose, happensAt, nightApprovedBy }: OutboxRow, { now }: StartFacts): boolean {
  const { quiet, atNightWithinMs } = PURPOSES[purpose]
  if (!quiet || nightApprovedBy !== undefined) return false
  const soon = atNightWithinMs !== undefined && happensAt !== undefined && happensAt - now <= atNightWithinMs
  return !soon
}
