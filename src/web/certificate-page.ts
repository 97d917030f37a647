import type { Locale } from '../base/locale'
import { inLocale, shownOrganisation } from '../blood/organisation/organisation'
import type { Certificate } from '../certificates/certificate'
import { initialsOf } from '../certificates/initials-of'
import { shownSerial } from '../certificates/serial'
import type { PaperDeps } from '../conversation/certificates/paper-of'

/** What is known of the number that somebody asks about. */
export type CertificatePageState =
  { readonly is: 'known'; readonly certificate: Certificate } | { readonly is: 'unknown' | 'busy' }

export const CERTIFICATE_STYLE = `
body{font:1.05rem/1.6 system-ui,'Noto Sans Devanagari',sans-serif;color:#2b2b2b;background:#faf7f2;margin:0;padding:1.5rem}
main{max-width:34rem;margin:0 auto;background:#fff;border:2px solid #8a1c1c;border-radius:.5rem;padding:1rem 1.5rem}
h1{font-size:1.3rem;color:#8a1c1c;margin:.5rem 0}
section+section{border-top:1px solid #b08d2f;margin-top:1.25rem;padding-top:.5rem}
.good{font-weight:600;color:#1c6b2e}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:.75rem 0}
dt{color:#5c5c5c}
dd{margin:0;font-weight:600}
.small{font-size:.9rem;color:#5c5c5c}
`

/** The page, in each language of the certificate. Of the donor it shows initials and the day, and nothing else. */
export function certificatePage(state: CertificatePageState, deps: PaperDeps): string {
  const [first] = deps.organisation.certificate.languages
  const sections = deps.organisation.certificate.languages.map((locale) => section(state, locale, deps))
  const title = deps.texts.text('paper:page_title', { locale: first, channel: 'whatsapp', values: {} })
  return `<!doctype html>
<html lang="${escaped(first)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${CERTIFICATE_STYLE}</style>
</head>
<body>
<main>
${sections.join('\n')}
</main>
</body>
</html>
`
}

function section(state: CertificatePageState, locale: Locale, deps: PaperDeps): string {
  const org = shownOrganisation(deps.organisation, locale)
  const certificate = state.is === 'known' ? state.certificate : undefined
  const values = { ...(certificate && { on: certificate.on, kind: certificate.kind }), org }
  const say = (key: string): string =>
    escaped(deps.texts.text(`paper:${key}`, { locale, channel: 'whatsapp', values }))
  return `<section lang="${escaped(locale)}">
<h1>${say('page_title')}</h1>
${certificate ? known(certificate, say, inLocale(deps.organisation.name, locale)) : notShown(state.is, say)}
</section>`
}

type Say = (key: string) => string

function known({ id, name }: Certificate, say: Say, issuer: string): string {
  const rows = [
    ['page_donor', escaped(initialsOf(name))],
    ['page_gave', say('page_kind')],
    ['page_date', say('page_day')],
    ['page_serial', shownSerial(id)],
    ['page_by', escaped(issuer)],
  ] as const
  const list = rows.map(([key, shown]) => `<dt>${say(key)}</dt><dd>${shown}</dd>`).join('\n')
  return `<p class="good">${say('page_good')}</p>
<dl>
${list}
</dl>
<p class="small">${say('page_private')}</p>`
}

function notShown(is: CertificatePageState['is'], say: Say): string {
  if (is === 'busy') return `<p>${say('page_busy')}</p>`
  return `<p>${say('page_unknown')}</p>
<p class="small">${say('page_unknown_hint')}</p>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
