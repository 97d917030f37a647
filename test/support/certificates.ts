import { join } from 'node:path'
import type { Organisation } from '../../src/blood/organisation/organisation'
import type { Certificate } from '../../src/certificates/certificate'
import { createCertificateLinks } from '../../src/certificates/certificate-links'
import { PROJECT_ROOT } from '../../src/config/config'
import { loadOrganisation } from '../../src/config/organisation'
import type { PaperDeps } from '../../src/conversation/certificates/paper-of'
import { createTexts } from '../../src/conversation/text/i18n-texts'
import { loadTexts } from '../../src/conversation/text/load-texts'
import { manualClock } from '../channels/support/manual-clock'
import { NOW } from './records'

export const SECRET = 's'.repeat(32)
export const PUBLIC_URL = 'https://saathi.example.org'
export const certificateLinks = createCertificateLinks({ publicUrl: PUBLIC_URL, secret: SECRET })

/** A certificate for a donation at Police Lines. */
export function aCertificate(change: Partial<Certificate> = {}): Certificate {
  return {
    id: certificateLinks.serialOf('d1'),
    donationId: 'd1',
    contactId: 'c1',
    name: 'राम कुमार',
    on: '2026-01-18',
    kind: 'whole_blood',
    units: 1,
    category: 'citizen',
    place: { en: 'Police Lines, Kanpur', hi: 'पुलिस लाइन, कानपुर', 'hi-Latn': 'Police Lines, Kanpur' },
    issuedAt: NOW,
    ...change,
  }
}

const timeZone = 'Asia/Kolkata'
const texts = createTexts({
  source: loadTexts(join(PROJECT_ROOT, 'locales')),
  clock: manualClock(NOW),
  timeZone,
})
const organisation = loadOrganisation(join(PROJECT_ROOT, 'organisation'))

/** What papers and pages are made with: the project's own words and organisation, where nothing else is given. */
export function paperDeps(change: Partial<Organisation> = {}): PaperDeps {
  return { texts, organisation: { ...organisation, ...change }, certificateLinks, timeZone }
}
