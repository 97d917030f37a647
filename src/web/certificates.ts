import { createHash } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import { SECOND, type Clock } from '../base/clock'
import { keyedId } from '../base/keyed-id'
import { CERTIFICATES_PATH, PAPER_FILE } from '../certificates/certificate-links'
import type { CertificateStore } from '../certificates/certificate-store'
import { renderCertificate } from '../certificates/paper/render-certificate'
import { readSerial, shownSerial } from '../certificates/serial'
import { paperOf, type PaperDeps } from '../conversation/certificates/paper-of'
import type { RateStore } from '../messaging/rate-store'
import { CERTIFICATE_STYLE, certificatePage, type CertificatePageState } from './certificate-page'
import { PRIVATE, PRIVATE_FILE, refuse, signedQuery } from './private-link'

export interface CertificateRoutesDeps extends PaperDeps {
  readonly certificates: Pick<CertificateStore, 'get'>
  readonly rates: RateStore
  readonly clock: Clock
}

/** Looks in a second, of one visitor (behind a proxy: of all who come through it) and of all together. */
const OF_ONE = 10
const OF_ALL = 40

/** The page on which anybody can check a certificate, and the paper itself for whoever holds a signed link. */
export function certificateRoutes(deps: CertificateRoutesDeps): Router {
  const router = Router()
  router.get(`${CERTIFICATES_PATH}/:serial`, (request: Request<{ serial: string }>, response) => {
    response.set(PAGE)
    showPage(request, response, deps).catch(() => refuse(response, 503))
  })
  router.get(
    `${CERTIFICATES_PATH}/:serial/${PAPER_FILE}`,
    (request: Request<{ serial: string }>, response) => {
      response.set(PRIVATE_FILE)
      sendPaper(request, response, deps).catch(() => refuse(response, 503))
    },
  )
  return router
}

const STYLE_HASH = createHash('sha256').update(CERTIFICATE_STYLE).digest('base64')
const PAGE = {
  ...PRIVATE,
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox`,
}

async function showPage(
  request: Request<{ serial: string }>,
  response: Response,
  deps: CertificateRoutesDeps,
): Promise<void> {
  const show = (status: number, state: CertificatePageState): void => {
    response.status(status).type('html').send(certificatePage(state, deps))
  }
  // Whoever guesses is told nothing about guesses: a number with a wrong check is never looked for.
  const serial = readSerial(request.params.serial)
  if (serial === undefined) return show(404, { is: 'unknown' })
  const wait = await mustWait(request, deps.rates)
  if (wait > 0) {
    response.set('Retry-After', String(Math.ceil(wait / SECOND)))
    return show(429, { is: 'busy' })
  }
  const certificate = await deps.certificates.get(serial)
  return certificate ? show(200, { is: 'known', certificate }) : show(404, { is: 'unknown' })
}

async function sendPaper(
  request: Request<{ serial: string }>,
  response: Response,
  deps: CertificateRoutesDeps,
): Promise<void> {
  const serial = readSerial(request.params.serial)
  const state =
    serial === undefined
      ? 'forged'
      : deps.certificateLinks.check(serial, signedQuery(request), deps.clock.now())
  if (state === 'forged' || serial === undefined) return refuse(response, 403)
  if (state === 'expired') return refuse(response, 410)
  const certificate = await deps.certificates.get(serial)
  if (!certificate) return refuse(response, 404)
  const bytes = await renderCertificate(paperOf(certificate, deps))
  response.set({
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="prashasti-patra-${shownSerial(serial)}.pdf"`,
    'Content-Length': String(bytes.length),
  })
  response.end(bytes)
}

/** In how many milliseconds this visitor may look; visitors are counted for a second, under a name that says nothing. */
async function mustWait(request: Request<{ serial: string }>, rates: RateStore): Promise<number> {
  const visitor = keyedId(`certificate page ${request.socket.remoteAddress ?? ''}`)
  const own = await rates.take({ key: visitor, perSecond: OF_ONE })
  return own > 0 ? own : rates.take({ key: 'certificate page', perSecond: OF_ALL })
}
