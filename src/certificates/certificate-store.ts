import type { Todo } from '../base/effect'
import type { Certificate } from './certificate'

export interface CertificateStore {
  /**
   * Stores the certificate under the effect key. One of this serial number that exists takes the name, and keeps all else;
   * the same key again changes nothing. The certificate as it is stored.
   */
  issue(key: string, certificate: Certificate, todo: readonly Todo[]): Promise<Certificate>
  get(serial: string): Promise<Certificate | undefined>
  /** Those of a contact, by the day of the donation, the latest first. */
  ofContact(contactId: string): Promise<readonly Certificate[]>
}
