import type { Instant } from '../base/clock'
import type { Locale } from '../base/locale'
import type { SenderAddresses } from '../base/channel'
import type { Consent, Contact, OptOut } from './contact'

/** What may be changed on a contact; every change is naturally repeatable: applied twice it is as if applied once. */
export type ContactChange =
  | { readonly set: 'locale'; readonly locale: Locale }
  | { readonly set: 'opt_out'; readonly optOut: OptOut }
  | { readonly set: 'opt_in' }
  /** Kept once per purpose and sid. */
  | { readonly set: 'consent'; readonly consent: Consent }
  | { readonly set: 'news_despite_opt_out'; readonly requestId: string }

export interface ContactStore {
  /**
   * The contact of these addresses, created with `newContactId` when neither address is known. Both known with
   * different contacts: they are joined, the older stays, the newer's address points to it; `joined` names the
   * newer's id, whose other documents the caller re-points, conversations last: every `resolve` names it again until
   * `ConversationStore.rehome` has moved them. Safe against the same call at the same moment elsewhere.
   */
  resolve(
    from: SenderAddresses,
    newContactId: string,
    now: Instant,
  ): Promise<{ readonly contact: Contact; readonly joined?: string }>
  /** The contact; of a joined one, the contact that stayed. */
  get(id: string): Promise<Contact | undefined>
  /** The contacts of these ids in one look; one that was joined to another meanwhile is not among them. */
  many(ids: readonly string[]): Promise<readonly Contact[]>
  /** False when there is no such contact. */
  change(id: string, change: ContactChange): Promise<boolean>
  /**
   * The addresses are somebody else's now: what this contact agreed to goes to a new one without addresses, and the contact
   * goes on with nothing but the opt-out. Repeatable.
   */
  leave(id: string, by: { readonly formerId: string; readonly optOut: OptOut }): Promise<void>
  /** The contact of one address, or nothing; never creates. */
  find(address: string): Promise<Contact | undefined>
}
