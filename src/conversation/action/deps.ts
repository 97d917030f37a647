import type { Address } from '../../base/channel'
import type { Locale } from '../../base/locale'
import type { AlertStore } from '../../blood/alerts/alert-store'
import type { PlacesStore } from '../../blood/alerts/places-store'
import type { CampStore } from '../../blood/camps/camp-store'
import type { DonationStore } from '../../blood/donations/donation-store'
import type { ImpactStore } from '../../blood/donations/impact'
import type { DonorStore } from '../../blood/donors/donor-store'
import type { Organisation } from '../../blood/organisation/organisation'
import type { PatientStore } from '../../blood/patients/patient-store'
import type { BloodRequestStore } from '../../blood/requests/blood-request-store'
import type { TodoStore } from '../../blood/todo-store'
import type { CertificateLinks } from '../../certificates/certificate-links'
import type { CertificateStore } from '../../certificates/certificate-store'
import type { ContactStore } from '../../contacts/contact-store'
import type { FileLinks } from '../../files/file-links'
import type { FileStore } from '../../files/file-store'
import type { OutboxStore } from '../../messaging/outbox-store'
import type { MessageTemplate } from '../../messaging/templates/message-template'
import type { JobStore } from '../../schedule/job-store'
import type { HandOverStore } from '../handover/hand-over-store'
import type { Texts } from '../text/texts'

/** What actions and their follow-ups work with. */
export interface ActionDeps {
  readonly stores: {
    readonly alerts: AlertStore
    readonly camps: CampStore
    readonly certificates: CertificateStore
    readonly contacts: ContactStore
    readonly donations: DonationStore
    readonly donors: DonorStore
    readonly files: FileStore
    readonly handOvers: HandOverStore
    readonly impacts: ImpactStore
    readonly jobs: JobStore
    readonly outbox: OutboxStore
    readonly patients: PatientStore
    readonly places: PlacesStore
    readonly requests: BloodRequestStore
    readonly todos: TodoStore
    /** Gives everything of a joined contact to the contact that stays. Repeatable. */
    readonly repoint: (fromContactId: string, toContactId: string) => Promise<void>
    /** Gives everything of a contact but its conversations to another id. Repeatable. */
    readonly moveBelongings: (fromContactId: string, toContactId: string) => Promise<void>
  }
  readonly texts: Texts
  /** What may be sent outside WhatsApp's 24-hour window. */
  readonly templates: readonly MessageTemplate[]
  readonly organisation: Organisation
  /** Phone numbers of the people who organise. */
  readonly coordinators: readonly Address[]
  readonly senders: { readonly whatsapp?: Address; readonly sms?: Address }
  readonly defaultLocale: Locale
  readonly timeZone: string
  readonly fileLinks: FileLinks
  readonly certificateLinks: CertificateLinks
}
