import type { Connection } from 'mongoose'
import type { ConversationStore } from '../../conversation/turn/conversation-store'
import { withGuardianJoined } from '../transitions/decide-claim'
import type { MongoDonors } from './mongo-donor-store'
import type { MongoPatients } from './mongo-patient-store'
import type { MongoPlaces } from './mongo-places-store'
import { withDonorJoined } from '../transitions/places-document'

interface Belongings {
  readonly connection: Connection
  readonly donors: MongoDonors
  readonly patients: MongoPatients
  readonly places: MongoPlaces
}

interface FromTo {
  readonly from: string
  readonly to: string
}

/** See `Stores.repoint`. Every step may be repeated; the conversations come last. */
export async function repointContact(
  { conversations, ...belongings }: Belongings & { readonly conversations: ConversationStore },
  { from, to }: FromTo,
): Promise<void> {
  await moveBelongings(belongings, { from, to })
  await conversations.rehome(from, to)
}

/** See `Stores.moveBelongings`. Every step may be repeated. */
export async function moveBelongings(
  { connection, donors, patients, places }: Belongings,
  { from, to }: FromTo,
): Promise<void> {
  const written = { $inc: { rev: 1 } }
  for (const name of ['requests', 'claims', 'hand_overs', 'files', 'alerts', 'certificates']) {
    await connection.model(name).updateMany({ contactId: from }, { $set: { contactId: to }, ...written })
  }
  await connection.model('donations').updateMany({ donorId: from }, { $set: { donorId: to }, ...written })
  for (const { id } of await patients.list({ guardians: from }, { createdAt: 1, _id: 1 })) {
    await patients.change(id, (patient) => withGuardianJoined(patient, { from, to }))
  }
  for (const list of ['pledges', 'standby']) {
    for (const { id } of await places.list({ [`${list}.donorId`]: from }, { _id: 1 })) {
      await places.change(id, (one) => withDonorJoined(one, { from, to }))
    }
  }
  const donor = await donors.find(from)
  if (donor) {
    // A person who registered as both keeps the registration of the contact that stays.
    await donors.insert({ ...donor, id: to })
    await donors.model.deleteOne({ _id: from })
  }
}
