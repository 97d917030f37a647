import type { Connection } from 'mongoose'
import type { Instant } from '../../base/clock'
import { EXPIRY_INDEX, mongoCollection, type MongoCollection } from './mongo-collection'

/**
 * Who has a code, or what the effect of a key created: whatever must be unique is the id of a small document.
 */
export interface Reservation {
  readonly id: string
  readonly ownerId: string
  readonly expireAt?: Instant
}

export interface MongoReservations {
  readonly codes: MongoCollection<Reservation>
  readonly effects: MongoCollection<Reservation>
}

/** Codes and effect keys. */
export function mongoReservations(connection: Connection): MongoReservations {
  const fields = { ownerId: { type: String, required: true }, expireAt: Date }
  return {
    codes: mongoCollection<Reservation>(connection, { name: 'codes', fields, indexes: [EXPIRY_INDEX] }),
    effects: mongoCollection<Reservation>(connection, { name: 'effects', fields, indexes: [EXPIRY_INDEX] }),
  }
}

/** Reserves the id, or finds who did before; the owner's id either way. */
export async function reserve(
  collection: MongoCollection<Reservation>,
  wanted: Reservation,
): Promise<string> {
  if (await collection.insert(wanted)) return wanted.ownerId
  const found = await collection.find(wanted.id)
  // It can only be gone again by expiring in this very moment.
  return found ? found.ownerId : reserve(collection, wanted)
}

/**
 * Creates a document by the effect of a key, in the order that makes every crash harmless: the key names the
 * document, then the code leads to it, and the document itself comes last, whole. Gives the document of the
 * first time, or `code_taken`. A try that lost its code to a crash leaves the code unused.
 */
export async function createByKey<T extends { readonly id: string; readonly code: string }>(
  { codes, effects }: MongoReservations,
  collection: MongoCollection<T>,
  effect: {
    readonly key: string
    readonly codeKind: string
    readonly document: T
    readonly expireAt?: Instant
  },
): Promise<T | 'code_taken'> {
  const { key, codeKind, document } = effect
  const expiry = effect.expireAt === undefined ? {} : { expireAt: effect.expireAt }
  const id = await reserve(effects, { id: key, ownerId: document.id, ...expiry })
  const first = await collection.find(id)
  if (first) return first
  const code = { id: `${codeKind} ${document.code}`, ownerId: id, ...expiry }
  if ((await reserve(codes, code)) !== id) return 'code_taken'
  const created = { ...document, id }
  if (await collection.insert(created)) return created
  const winner = await collection.find(id)
  if (!winner) throw new Error(`The document ${id} was deleted while it was created.`)
  if (winner.code !== document.code) await codes.model.deleteOne({ _id: code.id, ownerId: id })
  return winner
}

/** The document that a code leads to. */
export async function findByCode<T extends { readonly id: string; readonly code: string }>(
  { codes }: MongoReservations,
  collection: MongoCollection<T>,
  wanted: { readonly codeKind: string; readonly code: string },
): Promise<T | undefined> {
  const reservation = await codes.find(`${wanted.codeKind} ${wanted.code}`)
  const found = reservation && (await collection.find(reservation.ownerId))
  return found?.code === wanted.code ? found : undefined
}
