import type { Instant } from '../../base/clock'
import type { BloodGroup } from '../groups/blood-group'
import type { Patient } from './patient'
import { patientIdOfCard, patientIdOfFamily, patientIdOfRequest, siblingNumber } from './patient-id'
import type { PatientStore } from './patient-store'

/** The least that is asked about a patient whom we do not know. */
export interface NewPatient {
  readonly group: BloodGroup
  readonly initials: string
  readonly birthYear?: number
  readonly condition: Patient['condition']
  readonly cardNumber?: string
}

/** The patient of a request: one the contact chose among those we know, or a new one. */
export type StatedPatient =
  /** `group` where the family says that it is another one than on record. */
  { readonly known: string; readonly group?: BloodGroup } | NewPatient

export interface Subject {
  readonly patient: Patient
  /** As the family states it now: it may differ from the record of the card. */
  readonly group: BloodGroup
  /** There is no record yet. */
  readonly isNew: boolean
  /** The patient of the card, for whom the asker may not speak. */
  readonly claimed?: Patient
}

interface Asking {
  readonly contactId: string
  readonly requestId: string
  readonly now: Instant
}

/**
 * Whom a request is for. A card that somebody else's patient bears gives the asker nothing of that patient: the request
 * gets a patient of its own, and the claim is for others to decide. Throws when a patient of somebody else is named.
 */
export async function whoNeedsBlood(
  stated: StatedPatient,
  asking: Asking,
  patients: Pick<PatientStore, 'get' | 'ofGuardian'>,
): Promise<Subject> {
  if ('known' in stated) return knownPatient(stated, asking, patients)
  const { cardNumber } = stated
  if (cardNumber === undefined) return familyMember(stated, asking, patients)
  const ofCard = await patients.get(patientIdOfCard(cardNumber))
  if (!ofCard) return added(stated, asking, { id: patientIdOfCard(cardNumber), sibling: 1 })
  if (ofCard.guardians.includes(asking.contactId)) {
    return { patient: ofCard, group: stated.group, isNew: false }
  }
  const identity = { id: patientIdOfRequest(asking.requestId), sibling: 1 }
  return { ...added(withoutCard(stated), asking, identity), claimed: ofCard }
}

async function knownPatient(
  { known: id, group }: Extract<StatedPatient, { readonly known: string }>,
  { contactId }: Asking,
  patients: Pick<PatientStore, 'get'>,
): Promise<Subject> {
  const patient = await patients.get(id)
  if (!patient?.guardians.includes(contactId)) throw new Error('a request names a patient of somebody else')
  return { patient, group: group ?? patient.group, isNew: false }
}

async function familyMember(
  stated: NewPatient,
  asking: Asking,
  patients: Pick<PatientStore, 'ofGuardian'>,
): Promise<Subject> {
  // The family was shown its patients and chose none: one who looks the same is another child, a twin.
  const sibling = siblingNumber(await patients.ofGuardian(asking.contactId), stated)
  const id = patientIdOfFamily({ ...stated, guardian: asking.contactId, sibling })
  return added(stated, asking, { id, sibling })
}

function added(
  stated: NewPatient,
  { contactId, now }: Asking,
  identity: { readonly id: string; readonly sibling: number },
): Subject {
  const patient = { ...stated, ...identity, guardians: [contactId], createdAt: now }
  return { patient, group: stated.group, isNew: true }
}

function withoutCard({ group, initials, birthYear, condition }: NewPatient): NewPatient {
  return { group, initials, ...(birthYear !== undefined && { birthYear }), condition }
}
