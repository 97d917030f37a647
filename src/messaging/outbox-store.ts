import type { Address, Channel } from '../base/channel'
import type { Instant } from '../base/clock'
import type { Locale } from '../base/locale'
import type { DeliveryStatus } from './delivery-status'
import type { Purpose } from './purposes'
import type { SendError } from './sender'
import type { StatusWord } from './status-word'

/** The template that says the same as the body, for when WhatsApp allows nothing else. */
export interface TemplateUse {
  readonly key: string
  readonly locale: Locale
  /** Every variable of the template, worded for this person. */
  readonly values: { readonly [name: string]: string }
}

/** What a message is about: it is asked before sending whether that still stands. */
export interface Subject {
  readonly kind: string
  readonly id: string
}

/** What is put into the outbox. The id is deterministic: enqueueing the same id again changes nothing. */
export interface OutboxDraft {
  readonly id: string
  readonly purpose: Purpose
  readonly contactId: string
  readonly channel: Channel
  readonly from: Address
  readonly to: Address
  readonly body: string
  /** What goes with it on WhatsApp, such as a paper: anybody who has this address may fetch it, as the provider does. */
  readonly mediaUrl?: string
  readonly template?: TemplateUse
  /** The only way it may leave: a row that takes the place of one which could not leave as it was. */
  readonly by?: 'template' | 'sms'
  readonly subject?: Subject
  /** When what it is about happens: close enough, it leaves at night too. */
  readonly happensAt?: Instant
  /** The coordinator who allowed it to leave at night. */
  readonly nightApprovedBy?: string
  /**
   * Rows of one lane leave strictly in order of `seq`: the next waits until the one before is sent or given up. Of lanes
   * that are due at the same moment the one whose row has the lower `seq` is given first.
   */
  readonly lane: string
  readonly seq: number
  readonly notBefore: Instant
  /** After this it is pointless: the dispatcher expires it instead of sending. */
  readonly notAfter: Instant
}

/**
 * `queued` waits; `claimed` is with a dispatcher until the lease ends; `sent` has the provider's sid; `unknown` may or
 * may not have been sent and waits for the provider's word; `failed` is given up; `expired` came too late;
 * `withheld` must not be sent; `rerouted` goes on as another row.
 */
export type OutboxState =
  'queued' | 'claimed' | 'sent' | 'unknown' | 'failed' | 'expired' | 'withheld' | 'rerouted'

/** Why a row waits, or never left. */
export type NotSentReason =
  | 'quiet_hours'
  | 'rate'
  | 'no_template'
  | 'daily_people'
  | 'daily_budget'
  | 'opted_out'
  | 'no_consent'
  | 'not_relevant'
  | 'too_late'

export interface OutboxRow extends OutboxDraft {
  readonly state: OutboxState
  readonly attempts: number
  readonly enqueuedAt: Instant
  readonly dueAt: Instant
  /** When the last claim ends; while the outcome is `unknown`, when it would have ended. */
  readonly leaseUntil?: Instant
  readonly sid?: string
  readonly status?: DeliveryStatus
  /** The provider's error code that came with `status`. */
  readonly statusCode?: string
  readonly error?: SendError
  /** Why it waits, or was withheld or expired. */
  readonly reason?: NotSentReason
  /** How many of `attempts` ended without anything being tried. */
  readonly postponed?: number
}

/** A change to a claimed row; applied only while the claim (`attempts` as claimed) still stands. */
export type OutboxSettlement =
  | { readonly state: 'sent'; readonly sid: string }
  | { readonly state: 'queued'; readonly dueAt: Instant; readonly error: SendError }
  | { readonly state: 'unknown' | 'failed'; readonly error: SendError }
  /** Nothing was tried: the row waits for its time. */
  | { readonly state: 'queued'; readonly dueAt: Instant; readonly reason: NotSentReason }
  | { readonly state: 'expired' | 'withheld'; readonly reason: NotSentReason }
  | { readonly state: 'rerouted' }

export interface OutboxStore {
  /** Adds the rows that are not there yet; a row whose id exists is left as it is. */
  enqueue(drafts: readonly OutboxDraft[], now: Instant): Promise<void>
  /**
   * Claims up to `limit` due rows for `leaseMs`, by the priority of their purposes (or only of these), then by due time,
   * then by `seq`; at most the first unsettled row of each lane (a lane whose first unsettled row is claimed, not due or
   * `unknown` gives none). A `claimed` row whose lease ended is NOT claimed again: it becomes `unknown` (the process may
   * have died after sending).
   */
  claim(ask: {
    readonly now: Instant
    readonly leaseMs: number
    readonly limit: number
    readonly priorities?: readonly number[]
  }): Promise<readonly OutboxRow[]>
  /** Ends a claim. False when the claim no longer stands; then nothing changes. */
  settle(id: string, attempt: number, settlement: OutboxSettlement): Promise<boolean>
  /**
   * The provider's word about a row: monotonic (`queued` < `sending` < `sent` < `delivered` < `read`; the three ends
   * are final, and do not follow `delivered` or `read`), whatever order it arrives in. Also settles an `unknown` or
   * `queued` row as `sent`: the provider has it. False when the id is unknown.
   */
  applyStatus(
    id: string,
    word: { readonly sid: string; readonly status: DeliveryStatus; readonly code?: string },
  ): Promise<boolean>
  /**
   * Keeps a message that left without the outbox, as the answer to a webhook, and came to nothing, as a row that was
   * sent; its words are not known. A row that exists is left to `applyStatus`.
   */
  noteFailed(
    row: { readonly id: string; readonly contactId: string },
    word: StatusWord,
    now: Instant,
  ): Promise<void>
  /** Rows in `unknown`, oldest first. */
  unknown(limit: number): Promise<readonly OutboxRow[]>
  /** Ends an `unknown` row after the provider's list was read. False when it is no longer unknown. */
  resolveUnknown(id: string, found: { readonly sid: string } | 'not_sent', now: Instant): Promise<boolean>
  get(id: string): Promise<OutboxRow | undefined>
  /** The earliest `dueAt` among queued rows that lead their lane, for a dispatcher that sleeps exactly that long. */
  nextDueAt(): Promise<Instant | undefined>
  /** Whether the contact has a row of this lane that is not settled yet. */
  laneBusy(lane: string): Promise<boolean>
}
