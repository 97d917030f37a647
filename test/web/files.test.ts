import express, { Router } from 'express'
import { createFileLinks } from '../../src/files/file-links'
import type { StoredFile } from '../../src/files/file-store'
import type { Stores } from '../../src/storage/stores'
import { createApp } from '../../src/web/app'
import { fileRoutes } from '../../src/web/files'
import { manualClock, type ManualClock } from '../channels/support/manual-clock'
import { serve } from '../channels/support/serve'
import { describeEngine } from '../support/engines'
import { aFile, anExpectedFile, NOW } from '../support/records'

const DAY = 86_400_000
const links = createFileLinks({ publicUrl: '', secret: 's'.repeat(32) })

describeEngine('embedded', (open) => {
  describe('GET /files/:id', () => {
    let stores: Stores
    let clock: ManualClock
    let server: Awaited<ReturnType<typeof serve>>

    beforeEach(async () => {
      stores = await open()
      clock = manualClock(NOW)
      const app = createApp({
        webhooks: Router(),
        certificates: Router(),
        files: fileRoutes({ files: stores.files, links, clock }),
        health: { ready: () => Promise.resolve(true) },
      })
      server = await serve((request, response) => void express().use(app)(request, response))
    })
    afterEach(() => server.close())

    const ask = (link: string, init: RequestInit = {}): Promise<Response> =>
      fetch(`${server.url}${link}`, init)
    const stored = async (file: Partial<StoredFile> = {}): Promise<string> => {
      await stores.files.put(aFile(file))
      return links.linkTo(aFile(file).id, NOW)
    }

    it('gives the file to whoever has the link, and lets nobody keep it', async () => {
      const response = await ask(await stored())
      expect(response.status).toBe(200)
      expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([...aFile().bytes])
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'image/jpeg',
        'content-disposition': 'inline; filename="2026-01-26.jpg"',
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
      })
    })

    it.each([
      ['application/pdf', 'attachment; filename="2026-01-26.pdf"'],
      ['audio/ogg', 'inline; filename="2026-01-26.ogg"'],
    ])('saves or shows %s', async (contentType, disposition) => {
      const response = await ask(await stored({ contentType }))
      expect(response.headers.get('content-disposition')).toBe(disposition)
      expect(response.headers.get('content-type')).toBe(contentType)
    })

    it('tells the size alone to whoever asks for that', async () => {
      const response = await ask(await stored(), { method: 'HEAD' })
      expect([response.status, response.headers.get('content-length')]).toEqual([200, '3'])
      expect(await response.text()).toBe('')
    })

    it.each([
      ['bytes=0-1', 206, 'bytes 0-1/3', [0, 255]],
      ['bytes=1-', 206, 'bytes 1-2/3', [255, 7]],
      ['bytes=2-900', 206, 'bytes 2-2/3', [7]],
      ['bytes=9-', 200, null, [0, 255, 7]],
      ['bytes=0-0,2-2', 200, null, [0, 255, 7]],
    ])('plays from where %s says', async (...[range, status, part, bytes]) => {
      const response = await ask(await stored(), { headers: { range } })
      expect([response.status, response.headers.get('content-range')]).toEqual([status, part])
      expect([...new Uint8Array(await response.arrayBuffer())]).toEqual(bytes)
    })

    it.each([
      ['without a signature', 403, () => '/files/f1'],
      ['with a forged one', 403, (link: string) => link.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A'))],
      ['for another file', 403, (link: string) => link.replace('/f1?', '/f2?')],
      ['with two signatures', 403, (link: string) => `${link}&s=x`],
      ['of a file that is not there', 404, () => links.linkTo('nobody', NOW)],
      ['of a file that is still being fetched', 404, () => links.linkTo('e1', NOW)],
    ])('opens nothing %s', async (_what, status, change) => {
      await stores.files.expect(anExpectedFile())
      const response = await ask(change(await stored()))
      expect(response.status).toBe(status)
      expect(await response.text()).toBe('this link does not open anything\n')
      expect(response.headers.get('cache-control')).toBe('private, no-store')
    })

    it('opens nothing after a day, and no file that is past its time', async () => {
      const link = await stored({ expireAt: NOW + 1000 })
      await clock.advance(2000)
      expect((await ask(link)).status).toBe(404)
      await clock.advance(DAY)
      expect((await ask(link)).status).toBe(410)
    })

    it('has no list and takes nothing', async () => {
      expect((await ask('/files')).status).toBe(404)
      expect((await ask(await stored(), { method: 'POST' })).status).toBe(404)
    })
  })
})
