import type { Instant } from '../../base/clock'
import type { HandOverStore } from '../../conversation/handover/hand-over-store'
import { firstEffect, hasEffect, withEffect } from '../transitions/effect-record'
import { handOverDocument, handOverOf } from '../transitions/hand-over-document'
import { createdBy, indexTodo } from './embedded-effects'
import { find, type EmbeddedDatabase } from './embedded-database'
import { idOf } from './index-keys'

/** Hand-overs to a person in LMDB. */
export function embeddedHandOverStore(db: EmbeddedDatabase): HandOverStore {
  const follow: HandOverStore['follow'] = (key, id, todo) =>
    db.write(() => {
      const stored = find(db.handOvers, id)
      if (!stored) return false
      if (hasEffect(stored, key)) return true
      db.handOvers.putSync(id, withEffect(stored, key, todo))
      indexTodo(db, { collection: 'handOvers', id }, todo)
      return true
    })
  return {
    open: (key, handOver, todo) =>
      db.write(() => {
        const first = createdBy(db, key)
        const stored = first === undefined ? undefined : db.handOvers.get(first)
        if (stored) return { ok: true, handOver: handOverOf(stored) }
        if (db.codes.doesExist(codeKey(handOver.code))) return { ok: false, reason: 'code_taken' }
        const document = handOverDocument(handOver, firstEffect(key, todo))
        db.effects.putSync(key, { ownerId: handOver.id })
        db.codes.putSync(codeKey(handOver.code), { ownerId: handOver.id })
        db.handOvers.putSync(handOver.id, document)
        db.index.add(['hand_over.expire', document.expireAt, handOver.id])
        indexTodo(db, { collection: 'handOvers', id: handOver.id }, todo)
        return { ok: true, handOver }
      }),
    byCode: async (code) => {
      const owner = find(db.codes, codeKey(code))
      const stored = owner && db.handOvers.get(owner.ownerId)
      return stored && handOverOf(stored)
    },
    get: async (id) => {
      const stored = find(db.handOvers, id)
      return stored && handOverOf(stored)
    },
    follow,
    answer: follow,
  }
}

/** Deletes hand-overs that expired before `now`, with their codes and keys; how many. */
export function forgetHandOvers(db: EmbeddedDatabase, now: Instant): number {
  const expired = db.index.below(['hand_over.expire'], { upTo: now - 1 })
  for (const key of expired) {
    const handOver = db.handOvers.get(idOf(key))
    db.index.remove(key)
    if (!handOver) continue
    db.codes.removeSync(codeKey(handOver.code))
    for (const effectKey of handOver.effectKeys) db.effects.removeSync(effectKey)
    db.handOvers.removeSync(handOver.id)
  }
  return expired.length
}

function codeKey(code: string): string {
  return `hand_over ${code}`
}
