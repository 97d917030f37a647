import type { Instant } from '../../base/clock'
import type { Locale } from '../../base/locale'
import type { TemplateButton, TemplateCategory } from './message-template'

/** What WhatsApp says about a template; only an approved one may open a conversation. */
export type ApprovalStatus =
  'unsubmitted' | 'received' | 'pending' | 'approved' | 'rejected' | 'paused' | 'disabled'

/** One version of a template at the provider. A changed text is a further record with a name of its own. */
export interface TemplateRecord {
  /** The template's name at the provider. */
  readonly id: string
  readonly key: string
  readonly locale: Locale
  readonly contentSid: string
  /** As asked for by our file. */
  readonly asked: TemplateCategory
  /** As the provider counts and bills it, once it has said so. */
  readonly category?: string
  readonly status: ApprovalStatus
  /** Why it was rejected, in the provider's words. */
  readonly reason?: string
  /** As sent to the provider, with numbered variables. */
  readonly body: string
  readonly buttons: readonly TemplateButton[]
  /** Names of the variables in the order of their numbers. */
  readonly variables: readonly string[]
  readonly pushedAt: Instant
  readonly checkedAt: Instant
}

export interface TemplateStore {
  /** Writes the records; the same id is replaced. */
  put(records: readonly TemplateRecord[]): Promise<void>
  /** All of them, the newest last. */
  list(): Promise<readonly TemplateRecord[]>
}
