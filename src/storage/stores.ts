import type { Instant } from '../base/clock'
import type { AlertStore } from '../blood/alerts/alert-store'
import type { PlacesStore } from '../blood/alerts/places-store'
import type { CampStore } from '../blood/camps/camp-store'
import type { DonationStore } from '../blood/donations/donation-store'
import type { ImpactStore } from '../blood/donations/impact'
import type { DonorStore } from '../blood/donors/donor-store'
import type { PatientStore } from '../blood/patients/patient-store'
import type { BloodRequestStore } from '../blood/requests/blood-request-store'
import type { TodoStore } from '../blood/todo-store'
import type { CertificateStore } from '../certificates/certificate-store'
import type { ContactStore } from '../contacts/contact-store'
import type { PublishedFlowStore } from '../conversation/flow/published-flow-store'
import type { HandOverStore } from '../conversation/handover/hand-over-store'
import type { MissStore } from '../conversation/misses/miss-store'
import type { ConversationStore } from '../conversation/turn/conversation-store'
import type { FileStore } from '../files/file-store'
import type { OutboxStore } from '../messaging/outbox-store'
import type { QuotaStore } from '../messaging/quota-store'
import type { RateStore } from '../messaging/rate-store'
import type { TemplateStore } from '../messaging/templates/template-store'
import type { JobStore } from '../schedule/job-store'

/** Every store, on one engine. */
export interface Stores {
  readonly alerts: AlertStore
  readonly camps: CampStore
  readonly certificates: CertificateStore
  readonly contacts: ContactStore
  readonly conversations: ConversationStore
  readonly donations: DonationStore
  readonly donors: DonorStore
  readonly files: FileStore
  readonly flows: PublishedFlowStore
  readonly handOvers: HandOverStore
  readonly impacts: ImpactStore
  readonly jobs: JobStore
  readonly misses: MissStore
  readonly outbox: OutboxStore
  readonly patients: PatientStore
  readonly places: PlacesStore
  readonly quotas: QuotaStore
  readonly rates: RateStore
  readonly requests: BloodRequestStore
  readonly templates: TemplateStore
  readonly todos: TodoStore
  /**
   * Gives everything of a joined contact to the contact that stays: requests, patients, claims, donor, donations, certificates,
   * alerts, pledges, hand-overs, and last its conversations. Repeatable; until it has run, `contacts.resolve` goes on naming
   * the joined one.
   */
  repoint(fromContactId: string, toContactId: string): Promise<void>
  /**
   * Gives the same to another id, but for the conversations: the number is somebody else's now, who goes on with them.
   * Repeatable.
   */
  moveBelongings(fromContactId: string, toContactId: string): Promise<void>
  /**
   * Deletes what is past its time, as `PERSONAL_FIELDS` says; how many. Call it now and then: not every
   * engine does it by itself.
   */
  forget(now: Instant): Promise<number>
  /** Resolves when the engine answers; throws when it does not. */
  ping(): Promise<void>
  close(): Promise<void>
}
