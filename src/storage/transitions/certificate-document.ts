import type { Todo } from '../../base/effect'
import type { Certificate } from '../../certificates/certificate'
import { firstEffect, hasEffect, withEffect, type EffectRecord } from './effect-record'

/** A certificate as it is stored. */
export type CertificateDocument = Certificate & EffectRecord

/** The document after the effect of the key: a new one, or the stored one with the name. The same object: nothing changed. */
export function issued(
  stored: CertificateDocument | undefined,
  { key, certificate, todo }: { key: string; certificate: Certificate; todo: readonly Todo[] },
): CertificateDocument {
  if (!stored) return { ...certificate, ...firstEffect(key, todo) }
  return hasEffect(stored, key) ? stored : withEffect({ ...stored, name: certificate.name }, key, todo)
}
