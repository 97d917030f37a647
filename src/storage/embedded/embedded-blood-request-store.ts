import type { BloodRequest } from '../../blood/requests/blood-request'
import type { BloodRequestStore } from '../../blood/requests/blood-request-store'
import { changeRequest, type RequestDocument } from '../transitions/change-request'
import { firstEffect, withoutRecord } from '../transitions/effect-record'
import { createdBy, indexTodo } from './embedded-effects'
import { find, findAll, type EmbeddedDatabase } from './embedded-database'
import { idOf, type IndexKey } from './index-keys'

/** Blood requests in LMDB. */
export function embeddedBloodRequestStore(db: EmbeddedDatabase): BloodRequestStore {
  return {
    raise: (key, request, todo) =>
      db.write(() => {
        const first = createdBy(db, key)
        if (first !== undefined) return { ok: true, request: requestOf(stored(db, first)) }
        if (db.codes.doesExist(codeKey(request.code))) return { ok: false, reason: 'code_taken' }
        const document: RequestDocument = { ...request, ...firstEffect(key, todo) }
        db.effects.putSync(key, { ownerId: request.id })
        db.codes.putSync(codeKey(request.code), { ownerId: request.id })
        db.requests.putSync(request.id, document)
        for (const open of openKeys(request)) db.index.add(open)
        indexTodo(db, { collection: 'requests', id: request.id }, todo)
        return { ok: true, request }
      }),
    change: (key, id, decide) =>
      db.write(() => {
        const before = find(db.requests, id)
        if (!before) return { ok: false, reason: 'unknown' }
        const changed = changeRequest(before, key, decide)
        if (!changed.ok) return changed
        const { request, todo } = changed
        if (request !== before) {
          db.requests.putSync(id, request)
          for (const open of openKeys(before)) db.index.remove(open)
          if (request.state.status !== 'closed') for (const open of openKeys(request)) db.index.add(open)
          indexTodo(db, { collection: 'requests', id }, todo)
        }
        return { ok: true, request: requestOf(request) }
      }),
    get: async (id) => known(find(db.requests, id)),
    byCode: async (code) => {
      const owner = find(db.codes, codeKey(code))
      return owner && known(db.requests.get(owner.ownerId))
    },
    openOf: async (contactId) => inOrder(db, db.index.below(['request.of', contactId])),
    // Asked for figures only: reading everything once costs less than an index that every write keeps.
    raisedWithin: async (from, before) => raisedWithin(db, from, before),
    open: async (limit) => inOrder(db, db.index.below(['request.open'], { limit })),
  }
}

function raisedWithin(db: EmbeddedDatabase, from: number, before: number): readonly BloodRequest[] {
  const found: BloodRequest[] = []
  for (const { value } of db.requests.getRange())
    if (value.createdAt >= from && value.createdAt < before) found.push(requestOf(value))
  return found.sort((one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1))
}

function codeKey(code: string): string {
  return `request ${code}`
}

/** The index keys of an open request. */
export function openKeys({ id, contactId, createdAt }: BloodRequest): readonly IndexKey[] {
  return [
    ['request.open', createdAt, id],
    ['request.of', contactId, createdAt, id],
  ]
}

function stored(db: EmbeddedDatabase, id: string): RequestDocument {
  const request = db.requests.get(id)
  if (!request) throw new Error(`The blood request ${id} of a recorded effect is missing.`)
  return request
}

function requestOf(document: RequestDocument): BloodRequest {
  return withoutRecord(document)
}

function known(document: RequestDocument | undefined): BloodRequest | undefined {
  return document && requestOf(document)
}

function inOrder(db: EmbeddedDatabase, keys: readonly IndexKey[]): readonly BloodRequest[] {
  return findAll(db.requests, keys.map(idOf)).map(requestOf)
}
