import type { ConversationStore } from '../../conversation/turn/conversation-store'
import { withGuardianJoined } from '../transitions/decide-claim'
import { withDonorJoined } from '../transitions/places-document'
import { alertKeys } from './embedded-alert-store'
import { certificateKey } from './embedded-certificate-store'
import { findAll, type Documents, type EmbeddedDatabase } from './embedded-database'
import { donationKeys } from './embedded-donation-store'
import { replaceDonor } from './embedded-donor-store'
import { placesKeys } from './embedded-places-store'
import { openKeys } from './embedded-blood-request-store'
import { moveFiles } from './embedded-file-store'
import { indexTodo } from './embedded-effects'
import { idOf } from './index-keys'

/** See `Stores.repoint`. The conversations come last: until they moved, the join counts as unfinished. */
export async function repointContact(
  db: EmbeddedDatabase,
  conversations: ConversationStore,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await moveBelongings(db, from, to)
  await conversations.rehome(from, to)
}

/** See `Stores.moveBelongings`. */
export function moveBelongings(db: EmbeddedDatabase, from: string, to: string): Promise<void> {
  return db.write(() => {
    moveRequests(db, from, to)
    movePatients(db, from, to)
    moveDonor(db, from, to)
    moveDonations(db, from, to)
    moveCertificates(db, from, to)
    moveFiles(db, from, to)
    moveAlerts(db, from, to)
    for (const claim of ownedBy(db.claims, from)) db.claims.putSync(claim.id, { ...claim, contactId: to })
    for (const one of ownedBy(db.handOvers, from)) db.handOvers.putSync(one.id, { ...one, contactId: to })
  })
}

/** Joins are rare: reading everything once costs less than an index that every write keeps. */
function ownedBy<T extends { readonly contactId: string }>(documents: Documents<T>, contactId: string): T[] {
  const owned: T[] = []
  for (const { value } of documents.getRange()) if (value.contactId === contactId) owned.push(value)
  return owned
}

function moveRequests(db: EmbeddedDatabase, from: string, to: string): void {
  for (const request of ownedBy(db.requests, from)) {
    const moved = { ...request, contactId: to }
    db.requests.putSync(request.id, moved)
    if (request.state.status === 'closed') continue
    for (const key of openKeys(request)) db.index.remove(key)
    for (const key of openKeys(moved)) db.index.add(key)
  }
}

function movePatients(db: EmbeddedDatabase, from: string, to: string): void {
  for (const key of db.index.below(['patient.of', from])) {
    const patient = db.patients.get(idOf(key))
    db.index.remove(key)
    if (!patient) continue
    db.patients.putSync(patient.id, withGuardianJoined(patient, { from, to }))
    db.index.add(['patient.of', to, patient.createdAt, patient.id])
  }
}

function moveAlerts(db: EmbeddedDatabase, from: string, to: string): void {
  for (const alert of ownedBy(db.alerts, from)) {
    const moved = { ...alert, contactId: to }
    for (const key of alertKeys(alert)) db.index.remove(key)
    for (const key of alertKeys(moved)) db.index.add(key)
    db.alerts.putSync(alert.id, moved)
  }
  for (const { value: places } of [...db.places.getRange()]) {
    const joined = withDonorJoined(places, { from, to })
    if (joined === places) continue
    for (const key of placesKeys(places)) db.index.remove(key)
    for (const key of placesKeys(joined)) db.index.add(key)
    db.places.putSync(joined.id, joined)
  }
}

function moveCertificates(db: EmbeddedDatabase, from: string, to: string): void {
  for (const certificate of findAll(db.certificates, db.index.below(['certificate.of', from]).map(idOf))) {
    const moved = { ...certificate, contactId: to }
    db.index.remove(certificateKey(certificate))
    db.index.add(certificateKey(moved))
    db.certificates.putSync(certificate.id, moved)
  }
}

function moveDonations(db: EmbeddedDatabase, from: string, to: string): void {
  for (const donation of findAll(db.donations, db.index.below(['donation.by', from]).map(idOf))) {
    const moved = { ...donation, donorId: to }
    for (const key of donationKeys(donation)) db.index.remove(key)
    for (const key of donationKeys(moved)) db.index.add(key)
    db.donations.putSync(donation.id, moved)
  }
}

/** A person who registered as both keeps the registration of the contact that stays. */
function moveDonor(db: EmbeddedDatabase, from: string, to: string): void {
  const donor = db.donors.get(from)
  if (!donor) return
  const moved = db.donors.doesExist(to) ? undefined : { ...donor, id: to }
  replaceDonor(db, donor, moved)
  for (const [, , order, collection, todoId] of db.index.below(['todo.of', from])) {
    db.index.remove(['todo.of', from, order ?? 0, collection ?? '', todoId ?? ''])
    db.index.remove(['todo', order ?? 0, collection ?? '', from, todoId ?? ''])
  }
  if (moved) indexTodo(db, { collection: 'donors', id: to }, donor.todo)
}
