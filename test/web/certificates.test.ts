import { Router } from 'express'
import type { Certificate } from '../../src/certificates/certificate'
import { serialOf, shownSerial } from '../../src/certificates/serial'
import type { RateStore } from '../../src/messaging/rate-store'
import type { Stores } from '../../src/storage/stores'
import { createApp } from '../../src/web/app'
import { certificateRoutes } from '../../src/web/certificates'
import { manualClock, type ManualClock } from '../channels/support/manual-clock'
import { serve } from '../channels/support/serve'
import { aCertificate, certificateLinks, paperDeps, PUBLIC_URL, SECRET } from '../support/certificates'
import { describeEngine } from '../support/engines'
import { NOW } from '../support/records'

const DAY = 86_400_000
const UNKNOWN = serialOf('nothing', SECRET)

describeEngine('embedded', (open) => {
  let stores: Stores
  let clock: ManualClock
  let server: Awaited<ReturnType<typeof serve>>
  let asked: string[]
  let wait: number

  beforeEach(async () => {
    stores = await open()
    clock = manualClock(NOW)
    asked = []
    wait = 0
    const rates: RateStore = {
      take: ({ key }) => {
        asked.push(key)
        return Promise.resolve(wait)
      },
    }
    const { certificates } = stores
    const app = createApp({
      webhooks: Router(),
      files: Router(),
      certificates: certificateRoutes({ ...paperDeps(), certificates, rates, clock }),
      health: { ready: () => Promise.resolve(true) },
    })
    server = await serve((request, response) => void app(request, response))
  })
  afterEach(() => server.close())

  const ask = (path: string): Promise<Response> => fetch(server.url + path.replace(PUBLIC_URL, ''))
  const issue = (change: Partial<Certificate> = {}): Promise<Certificate> =>
    stores.certificates.issue('k1', aCertificate(change), [])

  describe('GET /c/:serial', () => {
    it('says in Hindi and English that it is genuine, with initials, day and kind', async () => {
      const { id } = await issue({ name: 'श्री Ramesh कुमार', kind: 'plasma_apheresis' })
      const response = await ask(`/c/${shownSerial(id)}`)
      const page = await response.text()
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
      for (const shown of [
        'यह प्रशस्ति पत्र असली है।',
        'This certificate is genuine.',
        'श्र. R. क.',
        '18 जनवरी 2026',
        '18 January 2026',
        'प्लाज़्मा',
        'plasma',
        shownSerial(id),
        'आपका साथी, कानपुर',
      ])
        expect(page).toContain(shown)
    })

    it('shows nothing else of the donor', async () => {
      const { id } = await issue({ name: 'Salma Bano', contactId: 'contact-9', donationId: 'donation-9' })
      const page = await (await ask(`/c/${id}`)).text()
      for (const hidden of [
        'Salma',
        'Bano',
        'contact-9',
        'donation-9',
        'Police Lines',
        'पुलिस',
        'Citizen',
        'नागरिक',
      ])
        expect(page).not.toContain(hidden)
      expect(page).toContain('S. B.')
    })

    it.each([
      ['typed in small letters', (serial: string) => shownSerial(serial).toLowerCase()],
      ['typed without hyphens', (serial: string) => serial],
      ['typed with spaces', (serial: string) => encodeURIComponent(shownSerial(serial).replace(/-/g, ' '))],
    ])('finds a number %s', async (_how, typed) => {
      const { id } = await issue()
      expect((await ask(`/c/${typed(id)}`)).status).toBe(200)
    })

    it.each([
      ['that nobody has', shownSerial(UNKNOWN)],
      ['with a wrong sign', `${shownSerial(UNKNOWN).slice(0, -1)}${UNKNOWN.endsWith('A') ? 'C' : 'A'}`],
      ['that is none', encodeURIComponent('<script>alert(1)</script>')],
      ['that is very long', 'A'.repeat(5_000)],
    ])('answers kindly to a number %s', async (_which, serial) => {
      const response = await ask(`/c/${serial}`)
      const page = await response.text()
      expect(response.status).toBe(404)
      expect(page).toContain('We know no certificate of this number.')
      expect(page).toContain('इस क्रमांक का कोई प्रशस्ति पत्र नहीं मिला।')
      expect(page).toContain('112')
      expect(page).not.toContain('alert(1)')
    })

    it('runs nothing, loads nothing, and is kept by nobody', async () => {
      const { id } = await issue({ name: 'Ram & Sons (Kumar)' })
      const response = await ask(`/c/${id}`)
      const page = await response.text()
      const policy = response.headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/]+=*'; base-uri 'none'; form-action 'none'/,
      )
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
        'x-robots-tag': 'noindex',
        'referrer-policy': 'no-referrer',
      })
      expect(page).not.toMatch(/<script|<link|<img|https?:|style=|\son\w+=/)
    })

    it('lets nobody look faster than people do', async () => {
      const { id } = await issue()
      expect((await ask(`/c/${id}`)).status).toBe(200)
      expect(asked).toHaveLength(2)
      expect(asked.join()).not.toMatch(/127|::/)
      wait = 400
      const response = await ask(`/c/${id}`)
      expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1'])
      expect(await response.text()).toContain('Many people are looking')
    })

    it('asks the storage for nothing that cannot be a number', async () => {
      await ask('/c/K7F3-M2QX-9TAX')
      expect(asked).toEqual([])
    })
  })

  describe('GET /c/:serial/certificate.pdf', () => {
    it('gives the paper to whoever holds the link, for a week', async () => {
      const { id } = await issue()
      const link = certificateLinks.paperOf(id, NOW)
      const response = await ask(link)
      expect(response.status).toBe(200)
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="prashasti-patra-${shownSerial(id)}.pdf"`,
        'cache-control': 'private, no-store',
        'content-security-policy': "default-src 'none'; sandbox",
      })
      const bytes = Buffer.from(await response.arrayBuffer())
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
      await clock.advance(7 * DAY)
      expect((await ask(link)).status).toBe(200)
      await clock.advance(1_000)
      expect((await ask(link)).status).toBe(410)
    })

    it('opens to no other link', async () => {
      const { id } = await issue()
      const link = certificateLinks.paperOf(id, NOW)
      const other = certificateLinks.paperOf(UNKNOWN, NOW)
      const wrong = [
        link.replace(/e=\d+/, 'e=9999999999'),
        link.replace(/&s=.*/, ''),
        link.replace(/s=.*/, 's='),
        link.replace(shownSerial(id), shownSerial(UNKNOWN)),
        `/c/${id}/certificate.pdf`,
      ]
      for (const one of wrong) expect([one, (await ask(one)).status]).toEqual([one, 403])
      expect((await ask(other)).status).toBe(404)
    })
  })
})
