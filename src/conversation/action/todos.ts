import { keyedId } from '../../base/keyed-id'
import type { Todo } from '../../base/effect'
import type { Patient, PatientClaim } from '../../blood/patients/patient'
import type { Consent } from '../../contacts/contact'
import type { OutboxDraft } from '../../messaging/outbox-store'
import type { Json } from '../turn/conversation'

/** The follow-ups that effects leave; each may be worked off twice without harm. */
export type TodoWork =
  | { readonly kind: 'consent'; readonly contactId: string; readonly consent: Consent }
  | { readonly kind: 'patient'; readonly patient: Patient }
  /** A second phone named a patient: kept, its guardian asked, coordinators told. */
  | {
      readonly kind: 'claim'
      readonly claim: PatientClaim
      readonly guardian: string
      readonly code: string
      readonly title: string
    }
  /** A text of namespace `messages` to every coordinator. */
  | {
      readonly kind: 'coordinators'
      readonly text: string
      readonly values: { readonly [name: string]: Json }
    }
  | { readonly kind: 'send'; readonly draft: OutboxDraft }

/** A follow-up of the effect with this key; `nth` tells it from the effect's others. */
export function todo(key: string, nth: number, work: TodoWork): Todo {
  return { id: keyedId(`${key}#todo${nth}`), kind: work.kind, payload: JSON.stringify(work) }
}

/** The follow-ups of one effect, in order. */
export function todosOf(key: string, works: readonly TodoWork[]): Todo[] {
  return works.map((work, nth) => todo(key, nth, work))
}

export function workOf(todo: Todo): TodoWork {
  return JSON.parse(todo.payload) as TodoWork
}
