import type { Connection } from 'mongoose'
import type { ConversationStore } from '../../conversation/turn/conversation-store'
import type { MongoDonors } from './mongo-donor-store'

/** See `Stores.repoint`. Every step may be repeated; the conversations come last. */
export async function repointContact(
  {
    connection,
    donors,
    conversations,
  }: {
    readonly connection: Connection
    readonly donors: MongoDonors
    readonly conversations: ConversationStore
  },
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const written = { $inc: { rev: 1 } }
  for (const name of ['requests', 'claims', 'hand_overs']) {
    await connection.model(name).updateMany({ contactId: from }, { $set: { contactId: to }, ...written })
  }
  const patients = connection.model('patients')
  await patients.updateMany({ guardians: from }, { $addToSet: { guardians: to }, ...written })
  await patients.updateMany({ guardians: from }, { $pull: { guardians: from }, ...written })
  const donor = await donors.find(from)
  if (donor) {
    // A person who registered as both keeps the registration of the contact that stays.
    await donors.insert({ ...donor, id: to })
    await donors.model.deleteOne({ _id: from })
  }
  await conversations.rehome(from, to)
}
