import { resizedPlaces, type Places } from '../../blood/alerts/places'
import type { PlacesStore } from '../../blood/alerts/places-store'
import { withoutRecord } from '../transitions/effect-record'
import { claimByKey, moveByKey, type PlacesDocument } from '../transitions/places-document'
import { find, findAll, type EmbeddedDatabase } from './embedded-database'
import { indexTodo } from './embedded-effects'
import { idOf, type IndexKey } from './index-keys'

/** The places of requests in LMDB. */
export function embeddedPlacesStore(db: EmbeddedDatabase): PlacesStore {
  const known = (document: PlacesDocument | undefined) => document && withoutRecord(document)
  return {
    open: (places) =>
      db.write(() => {
        const stored = db.places.get(places.id)
        if (stored) return withoutRecord(stored)
        db.places.putSync(places.id, { ...places, effectKeys: [], todo: [] })
        return places
      }),
    get: async (requestId) => known(find(db.places, requestId)),
    ofDonor: async (donorId) =>
      findAll(db.places, db.index.below(['places.of', donorId]).map(idOf)).map(withoutRecord),
    openOf: async (donorIds) => {
      const keys = donorIds.flatMap((donorId) => db.index.below(['places.of', donorId]))
      const found = findAll(db.places, [...new Set(keys.map(idOf))])
      return found.filter(({ closed }) => !closed).map(withoutRecord)
    },
    claim: (key, requestId, claim) =>
      db.write(() => {
        const stored = find(db.places, requestId)
        if (!stored) return { ok: false, reason: 'closed' }
        const { document, result } = claimByKey(stored, key, claim)
        replace(db, stored, document)
        return result
      }),
    move: (key, requestId, moving) =>
      db.write(() => {
        const stored = find(db.places, requestId)
        if (!stored) return { ok: false, reason: 'no_pledge' }
        const { document, result } = moveByKey(stored, key, moving)
        replace(db, stored, document)
        return result
      }),
    resize: (requestId, size) =>
      db.write(() => {
        const stored = find(db.places, requestId)
        if (!stored) return undefined
        const resized = { ...stored, ...resizedPlaces(withoutRecord(stored), size) }
        if (resized.unitsLeft !== stored.unitsLeft) db.places.putSync(requestId, resized)
        return withoutRecord(resized)
      }),
    close: (requestId, at) =>
      db.write(() => {
        const stored = find(db.places, requestId)
        if (!stored || stored.closed) return stored && withoutRecord(stored)
        const closed = { ...stored, closed: true, closedAt: at }
        db.places.putSync(requestId, closed)
        db.index.add(['places.closed', at, requestId])
        return withoutRecord(closed)
      }),
    ended: async (limit) => {
      const keys = db.index.below(['places.closed'], { limit, reverse: true })
      return findAll(db.places, keys.map(idOf)).map(withoutRecord)
    },
  }
}

function replace(db: EmbeddedDatabase, before: PlacesDocument, after: PlacesDocument): void {
  if (after === before) return
  db.places.putSync(after.id, after)
  const added = after.todo.slice(before.todo.length)
  indexTodo(db, { collection: 'places', id: after.id }, added)
  for (const key of placesKeys(after)) db.index.add(key)
}

/** The index keys of a request's places: one for each donor who said yes. */
export function placesKeys({ id, pledges, standby }: Places): readonly IndexKey[] {
  return [...pledges, ...standby].map(({ donorId }) => ['places.of', donorId, id])
}
