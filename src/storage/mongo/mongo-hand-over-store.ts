import type { Connection } from 'mongoose'
import type { HandOverStore } from '../../conversation/handover/hand-over-store'
import { firstEffect, hasEffect, withEffect } from '../transitions/effect-record'
import { handOverDocument, handOverOf, type HandOverDocument } from '../transitions/hand-over-document'
import { EFFECT_FIELDS, effectCodec, TODO_INDEX } from './effect-fields'
import { EXPIRY_INDEX, mongoCollection, type MongoCollection } from './mongo-collection'
import { createByKey, findByCode, type MongoReservations } from './mongo-reservations'

const FIELDS = {
  ...EFFECT_FIELDS,
  code: { type: String, required: true },
  contactId: { type: String, required: true },
  conversationId: { type: String, required: true },
  channel: { type: String, required: true },
  sender: { type: String, required: true },
  address: { type: String, required: true },
  locale: { type: String, required: true },
  reason: { type: String, required: true },
  // A photo without a word leaves it empty, which mongoose does not count as present.
  excerpt: String,
  at: { type: Number, required: true },
  closedAt: Number,
  expireAt: { type: Date, required: true },
} as const

export type MongoHandOvers = MongoCollection<HandOverDocument>

export function mongoHandOvers(connection: Connection): MongoHandOvers {
  return mongoCollection<HandOverDocument>(connection, {
    name: 'hand_overs',
    fields: FIELDS,
    codec: effectCodec<HandOverDocument>(),
    indexes: [TODO_INDEX, EXPIRY_INDEX],
  })
}

/** Hand-overs to a person in MongoDB. */
export function mongoHandOverStore(
  handOvers: MongoHandOvers,
  reservations: MongoReservations,
): HandOverStore {
  const follow: HandOverStore['follow'] = async (key, id, todo) => {
    const followed = await handOvers.change(id, (stored) =>
      hasEffect(stored, key) ? stored : withEffect(stored, key, todo),
    )
    return followed !== undefined
  }
  return {
    open: async (key, handOver, todo) => {
      const document = handOverDocument(handOver, firstEffect(key, todo))
      const { expireAt } = document
      const opened = await createByKey(reservations, handOvers, {
        key,
        codeKind: 'hand_over',
        document,
        expireAt,
      })
      return opened === 'code_taken'
        ? { ok: false, reason: 'code_taken' }
        : { ok: true, handOver: handOverOf(opened) }
    },
    byCode: async (code) => {
      const found = await findByCode(reservations, handOvers, { codeKind: 'hand_over', code })
      return found && handOverOf(found)
    },
    get: async (id) => {
      const found = await handOvers.find(id)
      return found && handOverOf(found)
    },
    follow,
    answer: follow,
  }
}
