import { allEnded } from '../base/all-ended'
import { DAY, MINUTE, SECOND } from '../base/clock'
import { awaitTurn } from './await-turn'
import { chooseForm, type Form, type FormDeps } from './choose-form'
import { goAnotherWay, smsInstead } from './go-another-way'
import { mayNotStart, putOff } from './may-start'
import type { NotSentReason, OutboxRow, OutboxSettlement, OutboxStore } from './outbox-store'
import { PURPOSES, type Purpose } from './purposes'
import type { QuotaStore } from './quota-store'
import type { RateStore } from './rate-store'
import { recordOptOut, type OptOutDeps } from './record-opt-out'
import type { SendError, Sender, SendRequest } from './sender'

/**
 * A dispatcher that holds a row for longer has died, or is taken to have: twice as long as the provider and the rate may
 * let a send wait.
 */
export const DISPATCH_LEASE = 30 * SECOND
const AT_ONCE = 20
/** After so many failed attempts a message is given up. */
const MAX_ATTEMPTS = 6
/** A message without a way out waits so long for one: an approval, or a word of the person that opens the window. */
const NO_WAY_REST = 5 * MINUTE
/** A day's people or budget used up. */
const USED_UP_REST = 15 * MINUTE

export interface DispatcherDeps extends OptOutDeps, FormDeps {
  readonly outbox: OutboxStore
  readonly sender: Sender
  readonly quotas: QuotaStore
  readonly rates: RateStore
  readonly timeZone: string
  /** How many people one WhatsApp sender may open a conversation with in 24 hours: Meta's tier. */
  readonly peoplePerDay: number
  /** How many messages to many may leave in 24 hours. */
  readonly bulkPerDay: number
  /** Whether what the row is about still stands. */
  readonly isRelevant: (row: OutboxRow) => Promise<boolean>
  /** Told what an operator must know; free of numbers and texts. */
  readonly onSendError: (report: { readonly outboxId: string; readonly error: SendError }) => void
  /** Told once of a row that waits because nothing allows it to leave. */
  readonly onHeld: (report: {
    readonly outboxId: string
    readonly purpose: Purpose
    readonly reason: NotSentReason
  }) => void
}

/** Answers to people's own messages, and all else: run apart, so that the first never wait for the second. */
export const REPLIES: readonly number[] = [PURPOSES.reply.priority]
export const STARTED: readonly number[] = [
  ...new Set(Object.values(PURPOSES).map(({ priority }) => priority)),
].filter((priority) => !REPLIES.includes(priority))

/**
 * Sends everything of these priorities that is due now, in order per lane. Resolves when nothing more is due; rejects, after
 * every send of the round has ended, when the storage fails.
 */
export async function dispatch(deps: DispatcherDeps, priorities?: readonly number[]): Promise<void> {
  const ask = { leaseMs: DISPATCH_LEASE, limit: AT_ONCE, ...(priorities && { priorities }) }
  for (;;) {
    const rows = await deps.outbox.claim({ now: deps.clock.now(), ...ask })
    if (rows.length === 0) return
    await allEnded(rows.map((row) => sendRow(row, deps)))
  }
}

async function sendRow(row: OutboxRow, deps: DispatcherDeps): Promise<void> {
  await deps.outbox.settle(row.id, row.attempts, await outcomeOf(row, deps))
}

async function outcomeOf(row: OutboxRow, deps: DispatcherDeps): Promise<OutboxSettlement> {
  if (deps.clock.now() > row.notAfter) return { state: 'expired', reason: 'too_late' }
  const kept = row.purpose === 'reply' ? undefined : await keptBack(row, deps)
  if (kept) return kept
  const form = await chooseForm(row, deps)
  if (form.kind === 'none') return held(row, 'no_template', deps)
  if (form.kind === 'sms') {
    await deps.outbox.enqueue([smsInstead(row, form, deps.clock.now())], deps.clock.now())
    return { state: 'rerouted' }
  }
  const usedUp = await overQuota(row, form, deps)
  if (usedUp) return putOff(row, deps.clock.now() + USED_UP_REST, usedUp)
  const wait = await awaitTurn(row, deps)
  return wait > 0 ? putOff(row, deps.clock.now() + wait, 'rate') : attempt(row, form, deps)
}

async function keptBack(row: OutboxRow, deps: DispatcherDeps): Promise<OutboxSettlement | undefined> {
  const contact = await deps.contacts.get(row.contactId)
  const relevant = await deps.isRelevant(row)
  return mayNotStart(row, { now: deps.clock.now(), timeZone: deps.timeZone, contact, relevant })
}

function held(row: OutboxRow, reason: NotSentReason, deps: DispatcherDeps): OutboxSettlement {
  if (row.reason !== reason) deps.onHeld({ outboxId: row.id, purpose: row.purpose, reason })
  return putOff(row, deps.clock.now() + NO_WAY_REST, reason)
}

/** What would be exceeded by one more: Meta's number of people, or our own budget. */
async function overQuota(
  row: OutboxRow,
  form: Form,
  { quotas, clock, peoplePerDay, bulkPerDay }: DispatcherDeps,
): Promise<NotSentReason | undefined> {
  const { shareOfPeople, budgeted } = PURPOSES[row.purpose]
  const day = { now: clock.now(), windowMs: DAY }
  if (budgeted && !(await quotas.admit({ ...day, quota: 'bulk', member: row.id, limit: bulkPerDay }))) {
    return 'daily_budget'
  }
  if (form.kind !== 'content' || !form.opens) return undefined
  const limit = Math.floor(peoplePerDay * shareOfPeople)
  const people = { ...day, quota: `people ${row.from}`, member: row.contactId, limit }
  return (await quotas.admit(people)) ? undefined : 'daily_people'
}

async function attempt(row: OutboxRow, form: Form, deps: DispatcherDeps): Promise<OutboxSettlement> {
  const outcome = await deps.sender.send(requestOf(row, form, deps))
  if (outcome.ok) return { state: 'sent', sid: outcome.sid }
  const { error } = outcome
  if (error.kind !== 'later') deps.onSendError({ outboxId: row.id, error })
  if (error.kind === 'unknown') return { state: 'unknown', error }
  if (error.kind === 'opted_out') {
    await recordOptOut(row.contactId, { sid: row.id, channel: row.channel }, deps)
  }
  const tries = row.attempts - (row.postponed ?? 0)
  if (error.kind === 'configuration' || (error.kind === 'later' && tries < MAX_ATTEMPTS)) {
    return { state: 'queued', dueAt: deps.clock.now() + (error.retryAfterMs ?? backoff(tries)), error }
  }
  const goesOn = error.kind !== 'later' && (await goAnotherWay(row, error, deps))
  return goesOn ? { state: 'rerouted' } : { state: 'failed', error }
}

function requestOf(row: OutboxRow, form: Form, { clock }: DispatcherDeps): SendRequest {
  const { id: outboxId, channel, from, to, body, mediaUrl, notAfter } = row
  const validForMs = notAfter - clock.now()
  const request = { outboxId, channel, from, to, body, validForMs }
  // A template is sent as it was approved: its words say where to find the rest.
  if (form.kind !== 'content') return { ...request, ...(mediaUrl !== undefined && { mediaUrl }) }
  const { contentSid, variables, text } = form.content
  return { ...request, body: text, content: { contentSid, variables } }
}

function backoff(tries: number): number {
  return Math.min(2 ** tries * SECOND, 10 * MINUTE)
}
