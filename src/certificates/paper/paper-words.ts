import type { Locale } from '../../base/locale'
import type { Emblem } from '../../blood/organisation/organisation'

/** Everything that the paper says in one language. */
export interface PaperWords {
  readonly locale: Locale
  /** Who gives it. */
  readonly issuer: string
  readonly title: string
  readonly presentedTo: string
  readonly category: string
  readonly body: string
  readonly serial: string
  readonly issued: string
  readonly check: string
  /** Who signs, and as what: the organisation itself where nobody does. */
  readonly signedBy: string
  readonly office?: string
}

/** The paper as it is to be printed. */
export interface Paper {
  /** One or two languages, the first one larger. */
  readonly words: readonly [PaperWords] | readonly [PaperWords, PaperWords]
  readonly name: string
  /** Where anybody can check it; printed and in the QR code. */
  readonly link: string
  readonly emblem?: Emblem
  /** Dates the file, so that the same certificate gives the same bytes. */
  readonly issuedAt: number
}
