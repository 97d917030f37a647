import { Schema, trusted, type Connection } from 'mongoose'
import { resizedPlaces, type Claimed, type Moved } from '../../blood/alerts/places'
import type { PlacesStore } from '../../blood/alerts/places-store'
import { withoutRecord } from '../transitions/effect-record'
import { claimByKey, moveByKey, type PlacesDocument } from '../transitions/places-document'
import { coalesced } from './coalesced'
import { EFFECT_FIELDS, effectCodec, TODO_INDEX } from './effect-fields'
import { mongoCollection, type MongoCollection } from './mongo-collection'

const PLEDGE = new Schema(
  { donorId: String, alertId: String, state: String, since: Number, saidYesAt: Number, arrivesAt: Number },
  { _id: false, id: false },
)
const FIELDS = {
  ...EFFECT_FIELDS,
  unitsLeft: { type: Number, required: true },
  places: { type: Number, required: true },
  pledges: { type: [PLEDGE], required: true },
  standby: { type: [PLEDGE], required: true },
  closed: { type: Boolean, required: true },
  closedAt: Number,
  showAndPass: Number,
} as const

export type MongoPlaces = MongoCollection<PlacesDocument>

export function mongoPlaces(connection: Connection): MongoPlaces {
  return mongoCollection<PlacesDocument>(connection, {
    name: 'places',
    fields: FIELDS,
    codec: effectCodec<PlacesDocument>(),
    indexes: [
      TODO_INDEX,
      { keys: { 'pledges.donorId': 1 } },
      { keys: { 'standby.donorId': 1 } },
      { keys: { closedAt: -1 } },
    ],
  })
}

/** The places of requests in MongoDB. */
export function mongoPlacesStore(places: MongoPlaces): PlacesStore {
  const claimOne = coalesced((requestId: string, said: readonly Yes[]) => claimed(places, requestId, said))
  return {
    open: async (opened) => {
      if (await places.insert({ ...opened, effectKeys: [], todo: [] })) return opened
      const stored = await places.find(opened.id)
      return stored ? withoutRecord(stored) : opened
    },
    get: async (requestId) => {
      const stored = await places.find(requestId)
      return stored && withoutRecord(stored)
    },
    ofDonor: async (donorId) => {
      const [pledged, waiting] = await Promise.all(
        ['pledges', 'standby'].map((list) => places.list({ [`${list}.donorId`]: donorId }, { _id: 1 })),
      )
      const all = [...(pledged ?? []), ...(waiting ?? [])]
      return [...new Map(all.map((one) => [one.id, withoutRecord(one)])).values()]
    },
    openOf: async (donorIds) => {
      const any = trusted({ $in: [...donorIds] })
      const found = await Promise.all(
        ['pledges', 'standby'].map((list) =>
          places.list({ [`${list}.donorId`]: any, closed: false }, { _id: 1 }),
        ),
      )
      return [...new Map(found.flat().map((one) => [one.id, withoutRecord(one)])).values()]
    },
    claim: (key, requestId, claim) => claimOne(requestId, { key, claim }),
    move: async (key, requestId, moving) => {
      let result: Moved = { ok: false, reason: 'no_pledge' }
      await places.change(requestId, (stored) => {
        const moved = moveByKey(stored, key, moving)
        result = moved.result
        return moved.document
      })
      return result
    },
    resize: async (requestId, size) => {
      const resized = await places.change(requestId, (stored) => {
        const known = withoutRecord(stored)
        const after = resizedPlaces(known, size)
        return after === known ? stored : { ...stored, ...after }
      })
      return resized && withoutRecord(resized)
    },
    close: async (requestId, closedAt) => {
      const closed = await places.change(requestId, (stored) =>
        stored.closed ? stored : { ...stored, closed: true, closedAt },
      )
      return closed && withoutRecord(closed)
    },
    ended: async (limit) => {
      const found = await places.list({ closedAt: trusted({ $gt: 0 }) }, { closedAt: -1 }, limit)
      return found.map(withoutRecord)
    },
  }
}

interface Yes {
  readonly key: string
  readonly claim: Parameters<PlacesStore['claim']>[2]
}

/** All of them in their order, in one write. */
async function claimed(
  places: MongoPlaces,
  requestId: string,
  said: readonly Yes[],
): Promise<readonly Claimed[]> {
  let results: readonly Claimed[] = said.map(() => ({ ok: false, reason: 'closed' }))
  await places.change(requestId, (stored) => {
    let document = stored
    results = said.map(({ key, claim }) => {
      const one = claimByKey(document, key, claim)
      document = one.document
      return one.result
    })
    return document
  })
  return results
}
