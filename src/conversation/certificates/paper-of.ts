import type { Locale } from '../../base/locale'
import { dateAt } from '../../base/calendar'
import { inLocale, shownOrganisation, type Organisation } from '../../blood/organisation/organisation'
import type { Certificate } from '../../certificates/certificate'
import type { CertificateLinks } from '../../certificates/certificate-links'
import type { Paper, PaperWords } from '../../certificates/paper/paper-words'
import { shownSerial } from '../../certificates/serial'
import type { Texts } from '../text/texts'

export interface PaperDeps {
  readonly texts: Texts
  readonly organisation: Organisation
  readonly certificateLinks: CertificateLinks
  readonly timeZone: string
}

/** What stands on the paper of a certificate, in the organisation's languages. */
export function paperOf(certificate: Certificate, deps: PaperDeps): Paper {
  const { languages, emblem } = deps.organisation.certificate
  const [first, second] = languages
  const words = wordsIn(certificate, first, deps)
  return {
    words: second === undefined ? [words] : [words, wordsIn(certificate, second, deps)],
    name: certificate.name,
    link: deps.certificateLinks.pageOf(certificate.id),
    ...(emblem && { emblem }),
    issuedAt: certificate.issuedAt,
  }
}

function wordsIn(
  { id, on, kind, units, category, place, issuedAt }: Certificate,
  locale: Locale,
  { texts, organisation, timeZone }: PaperDeps,
): PaperWords {
  const org = shownOrganisation(organisation, locale)
  const issued = dateAt(issuedAt, timeZone)
  const values = { on, kind, units, issued, place: inLocale(place, locale), serial: shownSerial(id), org }
  const say = (key: string): string => texts.text(`paper:${key}`, { locale, channel: 'whatsapp', values })
  const { signatory } = organisation.certificate
  return {
    locale,
    issuer: inLocale(organisation.name, locale),
    title: say('title'),
    presentedTo: say('presented_to'),
    category: say(`category_${category}`),
    body: say('body'),
    serial: say('serial'),
    issued: say('issued'),
    check: say('check'),
    signedBy: signatory ? inLocale(signatory.name, locale) : say('signed_for'),
    ...(signatory && { office: inLocale(signatory.office, locale) }),
  }
}
