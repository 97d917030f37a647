import type { Certificate } from '../../certificates/certificate'
import type { CertificateStore } from '../../certificates/certificate-store'
import { issued } from '../transitions/certificate-document'
import { withoutRecord } from '../transitions/effect-record'
import { find, findAll, type EmbeddedDatabase } from './embedded-database'
import { indexTodo } from './embedded-effects'
import { idOf, type IndexKey } from './index-keys'

/** Certificates in LMDB. */
export function embeddedCertificateStore(db: EmbeddedDatabase): CertificateStore {
  return {
    issue: (key, certificate, todo) =>
      db.write(() => {
        const stored = find(db.certificates, certificate.id)
        const now = issued(stored, { key, certificate, todo })
        if (now === stored) return withoutRecord(stored)
        db.certificates.putSync(now.id, now)
        db.index.add(certificateKey(now))
        indexTodo(db, { collection: 'certificates', id: now.id }, todo)
        return withoutRecord(now)
      }),
    get: async (serial) => {
      const stored = find(db.certificates, serial)
      return stored && withoutRecord(stored)
    },
    ofContact: async (contactId) => {
      const keys = db.index.below(['certificate.of', contactId], { reverse: true })
      return findAll(db.certificates, keys.map(idOf)).map(withoutRecord)
    },
  }
}

/** The index key of a certificate. */
export function certificateKey({ id, contactId, on }: Certificate): IndexKey {
  return ['certificate.of', contactId, on, id]
}
