import { createHmac, timingSafeEqual } from 'node:crypto'
import { DAY, SECOND, type Instant } from '../base/clock'
import { serialOf, shownSerial } from './serial'

export const CERTIFICATES_PATH = '/c'
export const PAPER_FILE = 'certificate.pdf'

/** How long a link opens the paper itself, which shows the whole name. */
const PAPER_OPENS_FOR = 7 * DAY
/** Of a signature: short enough for an SMS, too long to guess. */
const SIGNATURE_BYTES = 16

/** `forged`: we never made such a link. */
export type PaperLinkState = 'good' | 'forged' | 'expired'

/** The numbers of certificates, and the addresses below which they are found. */
export interface CertificateLinks {
  serialOf(donationId: string): string
  /** Where anybody can check a certificate; for good. */
  pageOf(serial: string): string
  /** Opens the paper for a week, for whoever holds the link. */
  paperOf(serial: string, now: Instant): string
  check(
    serial: string,
    query: { readonly expiry: string; readonly signature: string },
    now: Instant,
  ): PaperLinkState
}

/** Links below `publicUrl`, signed with the program's own secret. */
export function createCertificateLinks(options: {
  readonly publicUrl: string
  readonly secret: string
}): CertificateLinks {
  const { publicUrl, secret } = options
  const sign = (serial: string, expiry: string): Buffer =>
    // Named, so that no other signature made with the secret is ever taken for one of these.
    createHmac('sha256', secret)
      .update(`certificate ${serial} ${expiry}`)
      .digest()
      .subarray(0, SIGNATURE_BYTES)
  const pageOf = (serial: string): string => `${publicUrl}${CERTIFICATES_PATH}/${shownSerial(serial)}`
  return {
    serialOf: (donationId) => serialOf(donationId, secret),
    pageOf,
    paperOf: (serial, now) => {
      const expiry = String(Math.floor((now + PAPER_OPENS_FOR) / SECOND))
      const signature = sign(serial, expiry).toString('base64url')
      return `${pageOf(serial)}/${PAPER_FILE}?e=${expiry}&s=${signature}`
    },
    check: (serial, { expiry, signature }, now) => {
      const given = Buffer.from(signature, 'base64url')
      const right = sign(serial, expiry)
      if (given.length !== right.length || !timingSafeEqual(given, right)) return 'forged'
      return Number(expiry) * SECOND < now ? 'expired' : 'good'
    },
  }
}
