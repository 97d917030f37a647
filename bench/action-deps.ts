import { join } from 'node:path'
import { systemClock } from '../src/base/clock'
import { loadOrganisation } from '../src/config/organisation'
import type { ActionDeps } from '../src/conversation/action/deps'
import { createTexts } from '../src/conversation/text/i18n-texts'
import { loadTexts } from '../src/conversation/text/load-texts'
import { createCertificateLinks } from '../src/certificates/certificate-links'
import { createFileLinks } from '../src/files/file-links'
import { loadTemplates } from '../src/messaging/templates/load-templates'
import type { Stores } from '../src/storage/stores'
import { ROOT } from './root'

/** Our WhatsApp number in benches. */
export const SENDER = '+14155238886'

const LINKS = { publicUrl: 'https://saathi.example.org', secret: 's'.repeat(32) }

/** What the program's own functions work with, over stores that a bench opened. */
export function actionDepsOf(stores: Stores, timeZone: string): ActionDeps {
  const locales = join(ROOT, 'locales')
  return {
    stores,
    texts: createTexts({ source: loadTexts(locales), clock: systemClock, timeZone }),
    templates: loadTemplates(locales),
    organisation: loadOrganisation(join(ROOT, 'organisation')),
    coordinators: ['+919800000001'],
    senders: { whatsapp: SENDER },
    defaultLocale: 'hi',
    timeZone,
    fileLinks: createFileLinks(LINKS),
    certificateLinks: createCertificateLinks(LINKS),
  }
}
