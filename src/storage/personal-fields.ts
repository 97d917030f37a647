import type { Alert } from '../blood/alerts/alert'
import type { Camp } from '../blood/camps/camp'
import type { Donation } from '../blood/donations/donation'
import type { Impact } from '../blood/donations/impact'
import type { Donor } from '../blood/donors/donor'
import type { HomeCell } from '../blood/donors/home-cell'
import type { Patient } from '../blood/patients/patient'
import type { PublishedFlow } from '../conversation/flow/published-flow-store'
import type { TemplateRecord } from '../messaging/templates/template-store'
import type { Conversation } from '../conversation/turn/conversation'
import type { CertificateDocument } from './transitions/certificate-document'
import type { RequestDocument } from './transitions/change-request'
import type { ClaimDocument } from './transitions/decide-claim'
import type { EffectRecord } from './transitions/effect-record'
import type { FileDocument } from './transitions/file-document'
import type { HandOverDocument } from './transitions/hand-over-document'
import type { ContactDocument } from './transitions/join-contacts'
import type { JobDocument } from './transitions/job-document'
import type { MissDocument } from './transitions/miss-document'
import type { OutboxDocument } from './transitions/outbox-row'
import type { PlacesDocument } from './transitions/places-document'
import type { QuotaUse } from './transitions/quota-use'

/** What a stored field says about a person, and how long it stays. */
export interface FieldNote {
  /** Whether it says something about a person: export and erasure read these. */
  readonly personal: boolean
  readonly kept: string
}

const ERASED = 'until the person asks for erasure'
const COUNTED = 'until the person asks for erasure; then counted without a contact'
const CONVERSATION = '90 days after the last message'
const OUTBOX = '30 days after the message became pointless'
const JOB = '90 days after it ended'
const QUOTA = 'a day, while it counts'
const MISS = '400 days'
const HAND_OVER = '90 days after it began'
const FILE = 'until its expireAt: a day, or 30 days after its request closed'
const FOR_GOOD = 'as long as the system runs'

const personal = (kept: string): FieldNote => ({ personal: true, kept })
const technical = (kept: string): FieldNote => ({ personal: false, kept })

/** The same note for each of the fields. */
function each<F extends string>(
  note: FieldNote,
  ...fields: readonly F[]
): { readonly [field in F]: FieldNote } {
  return Object.fromEntries(fields.map((field) => [field, note])) as { readonly [field in F]: FieldNote }
}

const effectRecord = (kept: string) => ({
  ...each(technical(kept), 'effectKeys'),
  // A follow-up's payload names who is told what; it goes when it is done.
  ...each(personal('until the follow-up is done'), 'todo'),
})

type Fields = { readonly [field: string]: FieldNote }
/** Asks for a note on each field of the type, the optional ones too. */
type NotesOn<T> = Fields & { readonly [field in keyof T]-?: FieldNote }

interface Notes {
  readonly [collection: string]: Fields
  readonly alerts: NotesOn<Alert>
  readonly camps: NotesOn<Camp>
  readonly certificates: NotesOn<CertificateDocument>
  readonly claims: NotesOn<ClaimDocument>
  readonly contacts: NotesOn<ContactDocument>
  readonly conversations: NotesOn<Conversation>
  readonly donations: NotesOn<Donation>
  readonly donors: NotesOn<Donor & EffectRecord & { readonly cell: HomeCell }>
  readonly files: NotesOn<FileDocument>
  readonly flows: NotesOn<PublishedFlow>
  readonly hand_overs: NotesOn<HandOverDocument>
  readonly impacts: NotesOn<Impact>
  readonly jobs: NotesOn<JobDocument>
  readonly misses: NotesOn<MissDocument>
  readonly outbox: NotesOn<OutboxDocument>
  readonly patients: NotesOn<Patient>
  readonly places: NotesOn<PlacesDocument>
  readonly quota_uses: NotesOn<QuotaUse>
  readonly requests: NotesOn<RequestDocument>
  readonly templates: NotesOn<TemplateRecord>
}

/**
 * Every field of every stored document, on either engine, by collection. The key `id` stands for the
 * document's own id. The compiler asks for each field of a type; a test walks what both engines really
 * stored.
 */
export const PERSONAL_FIELDS = {
  alerts: each(
    personal(ERASED),
    ...(['id', 'requestId', 'code', 'contactId', 'wave', 'at', 'channel', 'answer', 'askedAgainAt'] as const),
    // Why this donor was chosen.
    ...(['step', 'fit', 'km', 'chance', 'score', 'parts'] as const),
  ),
  addresses: each(personal(ERASED), 'id', 'contactId'),
  camps: each(
    technical(FOR_GOOD),
    ...(['id', 'name', 'place', 'date', 'from', 'until', 'bloodCentre', 'mapLink', 'planned'] as const),
  ),
  certificates: {
    ...each(
      personal(ERASED),
      ...(['id', 'donationId', 'contactId', 'name', 'on', 'kind', 'units', 'category'] as const),
      ...(['place', 'issuedAt'] as const),
    ),
    ...effectRecord(ERASED),
  },
  claims: each(personal(ERASED), 'id', 'patientId', 'contactId', 'requestId', 'at', 'decision'),
  codes: each(technical('as long as what it leads to'), 'id', 'ownerId', 'expireAt'),
  contacts: each(
    personal(ERASED),
    ...(['id', 'createdAt', 'phone', 'whatsappUserId', 'locale', 'optOut'] as const),
    ...(['newsDespiteOptOut', 'consents', 'joinedInto', 'joining'] as const),
  ),
  conversations: {
    ...each(
      personal(CONVERSATION),
      ...([
        'id',
        'contactId',
        'sender',
        'address',
        'channel',
        'bot',
        'intention',
        'pending',
        'handover',
      ] as const),
      ...(['answered', 'lastInboundAt', 'slowedAt', 'body'] as const),
    ),
    ...each(technical(CONVERSATION), 'born', 'rev', 'nextSeq', 'settledSeq', 'unfinishedSince', 'expireAt'),
  },
  // What was given stays in the figures when the person goes: then without saying by whom.
  donations: each(
    personal(COUNTED),
    ...(['id', 'donorId', 'on', 'kind', 'units', 'category', 'firstTime', 'bloodCentre'] as const),
    ...(['campId', 'requestId', 'recordedBy', 'at'] as const),
  ),
  donors: {
    ...each(
      personal(ERASED),
      ...([
        'id',
        'locale',
        'group',
        'birthYear',
        'sex',
        'weight',
        'pincode',
        'area',
        'point',
        'cell',
        'category',
      ] as const),
      ...(['lastDonation', 'restUntil', 'deferral', 'available', 'registeredAt'] as const),
    ),
    ...effectRecord(ERASED),
  },
  effects: each(technical('as long as what it created'), 'id', 'ownerId', 'expireAt'),
  file_bytes: each(personal(FILE), 'id', 'bytes'),
  files: {
    ...each(personal(FILE), 'id', 'contactId', 'contentType', 'bytes', 'storedAt', 'requestId', 'url'),
    ...each(technical(FILE), 'expireAt', 'filled', 'attempts', 'dueAt'),
  },
  flows: each(technical(FOR_GOOD), 'id', 'version', 'flowId', 'source'),
  hand_overs: {
    ...each(
      personal(HAND_OVER),
      ...(['id', 'contactId', 'conversationId', 'channel', 'sender', 'address', 'locale', 'reason'] as const),
      ...(['excerpt', 'at'] as const),
    ),
    ...each(technical(HAND_OVER), 'code', 'closedAt', 'expireAt'),
    ...effectRecord(HAND_OVER),
  },
  // Figures that a coordinator entered.
  impacts: each(technical(FOR_GOOD), 'id', 'from', 'to', 'campId', 'patients', 'recordedBy', 'at'),
  // A payload holds ids only: what they lead to has notes of its own.
  jobs: each(
    technical(JOB),
    ...(['id', 'kind', 'due', 'payload', 'state', 'attempt', 'leaseUntil'] as const),
    ...(['claimableAt', 'expireAt'] as const),
  ),
  // Figures only: nothing that was written, and not by whom.
  misses: each(technical(MISS), 'id', 'day', 'flow', 'step', 'locale', 'nth', 'count', 'expireAt'),
  outbox: {
    ...each(
      personal(OUTBOX),
      'id',
      'contactId',
      'channel',
      'from',
      'to',
      'body',
      'mediaUrl',
      'template',
      'subject',
      'lane',
      'sid',
    ),
    ...each(
      technical(OUTBOX),
      ...(['purpose', 'seq', 'notBefore', 'notAfter', 'state', 'attempts', 'enqueuedAt', 'dueAt'] as const),
      ...(['leaseUntil', 'status', 'statusCode', 'error', 'priority', 'open', 'expireAt'] as const),
      ...(['by', 'happensAt', 'nightApprovedBy', 'reason', 'postponed'] as const),
    ),
  },
  patients: each(
    personal(ERASED),
    ...(['id', 'guardians', 'initials', 'birthYear', 'group', 'condition', 'cardNumber', 'sibling'] as const),
    'createdAt',
  ),
  // Members are random ids, and gone a day later.
  quota_uses: each(technical(QUOTA), 'id', 'quota', 'member', 'at', 'expireAt', 'last', 'atMost'),
  rates: each(technical('a second'), 'id', 'key', 'points', 'expire'),
  places: {
    ...each(technical(ERASED), 'id', 'unitsLeft', 'places', 'closed', 'closedAt', 'showAndPass'),
    // Who said yes, and what became of it; never why somebody could not give.
    ...each(personal(ERASED), 'pledges', 'standby'),
    ...effectRecord(ERASED),
  },
  requests: {
    ...each(
      personal(ERASED),
      ...(['id', 'contactId', 'channel', 'locale', 'group', 'component', 'units', 'hospital'] as const),
      ...([
        'bloodCentre',
        'neededBy',
        'contactPhone',
        'patientId',
        'outsideServiceArea',
        'createdAt',
        'verifiedAt',
      ] as const),
      'state',
    ),
    ...each(technical(ERASED), 'code'),
    ...effectRecord(ERASED),
  },
  templates: each(
    technical(FOR_GOOD),
    ...(['id', 'key', 'locale', 'contentSid', 'category', 'asked', 'status', 'reason'] as const),
    ...(['body', 'buttons', 'variables', 'pushedAt', 'checkedAt'] as const),
  ),
} as const satisfies Notes

/** A collection of stored documents. */
export type CollectionName = keyof typeof PERSONAL_FIELDS
