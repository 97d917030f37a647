import type { Instant } from '../../base/clock'
import { keyedId } from '../../base/keyed-id'
import type { Todo } from '../../base/effect'
import type { Patient, PatientClaim } from '../../blood/patients/patient'
import type { Consent } from '../../contacts/contact'
import type { FileKind } from '../../files/file-kind'
import type { OutboxDraft } from '../../messaging/outbox-store'
import type { Purpose } from '../../messaging/purposes'
import type { JobDraft } from '../../schedule/job-store'
import type { Json } from '../turn/conversation'

/** Something that a person sent, shown to coordinators by a link. */
export interface ShownFile {
  readonly id: string
  readonly kind: FileKind
}

/** A text of namespace `messages`, rendered for each reader when it is worked off. */
export interface Message {
  readonly text: string
  readonly values: { readonly [name: string]: Json }
  /** Further values that are texts of the same namespace, by key. */
  readonly words?: { readonly [name: string]: string }
  /** Linked below the text, for a day from then on; left out by SMS. */
  readonly files?: readonly ShownFile[]
}

/** The follow-ups that effects leave; each may be worked off twice without harm. */
export type TodoWork =
  | { readonly kind: 'consent'; readonly contactId: string; readonly consent: Consent }
  /** A patient to add. Should the card turn out to be somebody else's meanwhile, the request's asker claims it. */
  | {
      readonly kind: 'patient'
      readonly patient: Patient
      readonly requestId: string
      readonly code: string
    }
  /** A second phone named a patient: kept, its guardian asked, coordinators told. */
  | {
      readonly kind: 'claim'
      readonly claim: PatientClaim
      readonly guardian: string
      readonly code: string
      readonly title: string
    }
  /** To every coordinator. */
  | ({ readonly kind: 'coordinators' } & Message)
  /** To the person of the contact, as news on something of theirs where no other purpose is named. */
  | ({ readonly kind: 'contact'; readonly contactId: string; readonly purpose?: Purpose } & Message)
  /** What the contact sent before asking stays with the request. */
  | {
      readonly kind: 'join_files'
      readonly contactId: string
      readonly requestId: string
      readonly at: Instant
    }
  /** The request is closed: what was sent for it goes 30 days later. */
  | { readonly kind: 'release_files'; readonly requestId: string; readonly closedAt: Instant }
  /** Something about the request changed: its alerts are looked at now. */
  | { readonly kind: 'wave'; readonly requestId: string }
  /** Something to do at a time of its own. */
  | { readonly kind: 'schedule'; readonly jobs: readonly JobDraft[] }
  | { readonly kind: 'send'; readonly drafts: readonly OutboxDraft[] }

/** A follow-up and its place among those of its effect. */
export type PlacedWork = TodoWork & { readonly place: number }

/** The follow-ups of one effect, in order. */
export function todosOf(key: string, works: readonly TodoWork[]): Todo[] {
  return works.map((work, place) => ({
    id: keyedId(`${key}#todo${place}`),
    kind: work.kind,
    payload: JSON.stringify({ ...work, place } satisfies PlacedWork),
  }))
}

export function workOf(todo: Todo): PlacedWork {
  return JSON.parse(todo.payload) as PlacedWork
}
