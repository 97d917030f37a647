import { withAnswer, type Alert } from '../../blood/alerts/alert'
import type { AlertStore } from '../../blood/alerts/alert-store'
import { find, findAll, type EmbeddedDatabase } from './embedded-database'
import { idOf, type IndexKey } from './index-keys'

/** Alerts to donors in LMDB. */
export function embeddedAlertStore(db: EmbeddedDatabase): AlertStore {
  return {
    add: (alerts) =>
      db.write(() => {
        for (const alert of alerts) {
          if (db.alerts.doesExist(alert.id)) continue
          db.alerts.putSync(alert.id, alert)
          for (const key of alertKeys(alert)) db.index.add(key)
        }
      }),
    get: async (id) => find(db.alerts, id),
    ofRequest: async (requestId) => findAll(db.alerts, db.index.below(['alert.of', requestId]).map(idOf)),
    ofContact: async (contactId, since) => {
      const keys = db.index.below(['alert.to', contactId], { from: since, reverse: true })
      return findAll(db.alerts, keys.map(idOf))
    },
    latest: async (limit) =>
      findAll(db.alerts, db.index.below(['alert.at'], { limit, reverse: true }).map(idOf)),
    ofContacts: async (contactIds) =>
      contactIds.flatMap((id) => findAll(db.alerts, db.index.below(['alert.to', id]).map(idOf))),
    askAgain: (asks, askedAgainAt) =>
      db.write(() => {
        for (const { id, before } of asks) {
          const alert = find(db.alerts, id)
          if (alert && alert.askedAgainAt === before) db.alerts.putSync(id, { ...alert, askedAgainAt })
        }
      }),
    answer: (id, answer) =>
      db.write(() => {
        const stored = find(db.alerts, id)
        if (!stored) return undefined
        const answered = withAnswer(stored, answer)
        if (answered !== stored) db.alerts.putSync(id, answered)
        return answered
      }),
  }
}

/** The index keys of an alert. */
export function alertKeys({ id, requestId, contactId, at }: Alert): readonly IndexKey[] {
  return [
    ['alert.of', requestId, at, id],
    ['alert.to', contactId, at, id],
    ['alert.at', at, id],
  ]
}
