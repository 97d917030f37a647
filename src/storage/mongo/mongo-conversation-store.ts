import type { Connection } from 'mongoose'
import { newId } from '../../base/ids'
import type { Random } from '../../base/random'
import { conversationId, type ConversationStore } from '../../conversation/turn/conversation-store'
import type { Conversation } from '../../conversation/turn/conversation'
import { withoutJoining, type ContactDocument } from '../transitions/join-contacts'
import { absorbed, recreatedFor } from '../transitions/rehome-conversation'
import { decodeConversation, encodeConversation, type ConversationDocument } from './conversation-document'
import { EXPIRY_INDEX, mongoCollection, unlessExists, type MongoCollection } from './mongo-collection'

const FIELDS = {
  born: { type: String, required: true },
  contactId: { type: String, required: true },
  lastInboundAt: { type: Number, required: true },
  unfinishedSince: Number,
  expireAt: { type: Date, required: true },
  body: { type: String, required: true },
}

/** Conversations in MongoDB. A write is one round trip by the driver's own collection, past mongoose. */
export function mongoConversationStore(
  connection: Connection,
  contacts: MongoCollection<ContactDocument>,
  random: Random,
): ConversationStore {
  declareConversations(connection)
  const collection = connection
    .getClient()
    .db(connection.name)
    .collection<ConversationDocument>('conversations')

  const load = async (id: string): Promise<Conversation | undefined> => {
    const stored = await collection.findOne({ _id: id })
    return stored ? decodeConversation(stored) : undefined
  }

  const write = async (next: Conversation): Promise<boolean> => {
    const document = encodeConversation(next)
    if (next.rev === 1) return (await unlessExists(() => collection.insertOne(document))) !== undefined
    const { born, rev } = next
    const { matchedCount } = await collection.replaceOne({ _id: next.id, born, rev: rev - 1 }, document)
    return matchedCount === 1
  }

  /** Moves one conversation; false when somebody wrote it or its new home in between. */
  const move = async (old: Conversation, toContactId: string): Promise<boolean> => {
    const existing = await load(conversationId(toContactId, old.channel, old.sender))
    const next = existing ? absorbed(old, existing) : recreatedFor(toContactId, old, newId(random))
    if (!(await write(next))) return false
    const { deletedCount } = await collection.deleteOne({ _id: old.id, born: old.born, rev: old.rev })
    return deletedCount === 1
  }

  return {
    load,
    write,
    unfinished: async (before, limit) => {
      const found = collection.find({ unfinishedSince: { $lte: before } }, { projection: { _id: 1 } })
      return (await found.sort({ unfinishedSince: 1 }).limit(limit).toArray()).map(({ _id }) => _id)
    },
    activeSince: async (instant) => {
      const found = await collection.find({ lastInboundAt: { $gte: instant } }).toArray()
      return found.map(decodeConversation)
    },
    rehome: async (fromContactId, toContactId) => {
      for (;;) {
        const found = (await collection.find({ contactId: fromContactId }).toArray()).map(decodeConversation)
        if (found.length === 0) break
        for (const old of found) await move(old, toContactId)
      }
      await contacts.change(toContactId, (contact) =>
        contact.joining?.includes(fromContactId) ? withoutJoining(contact, fromContactId) : contact,
      )
    },
  }
}

function declareConversations(connection: Connection): void {
  mongoCollection<Conversation>(connection, {
    name: 'conversations',
    fields: FIELDS,
    indexes: [
      EXPIRY_INDEX,
      { keys: { contactId: 1 } },
      { keys: { lastInboundAt: 1 } },
      {
        keys: { unfinishedSince: 1 },
        options: { partialFilterExpression: { unfinishedSince: { $exists: true } } },
      },
    ],
  })
}
