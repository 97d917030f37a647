import { MAX_FILE_BYTES } from '../../../src/files/file-store'
import type { OpenStores } from '../../support/engines'
import { aFile, anExpectedFile, NOW } from '../../support/records'

const MINUTE = 60_000
const DAY = 86_400_000
const BYTES = Uint8Array.from([0, 255, 7])

export function fileContract(open: OpenStores): void {
  describe('FileStore', () => {
    it('gives the bytes back until they expire', async () => {
      const { files } = await open()
      await files.put(aFile())
      await files.put(aFile({ bytes: Uint8Array.from([1]) }))
      const { bytes, ...rest } = (await files.get('f1', NOW + DAY)) ?? aFile({ id: 'none' })
      expect({ ...rest, bytes: [...bytes] }).toEqual({ ...aFile(), bytes: [0, 255, 7] })
      expect(await files.get('f1', NOW + DAY + 1)).toBeUndefined()
      expect(await files.get('nobody', NOW)).toBeUndefined()
    })

    it('holds 5 MB and no more', async () => {
      const { files } = await open()
      const tooLarge = new Uint8Array(MAX_FILE_BYTES + 1)
      await files.put(aFile({ bytes: new Uint8Array(MAX_FILE_BYTES).fill(7) }))
      expect((await files.get('f1', NOW))?.bytes).toHaveLength(MAX_FILE_BYTES)
      await expect(files.put(aFile({ bytes: tooLarge }))).rejects.toThrow(RangeError)
      await files.expect(anExpectedFile({ id: 'f2' }))
      await expect(files.fill('f2', { bytes: tooLarge, contentType: 'image/png' })).rejects.toThrow(
        RangeError,
      )
    })

    it('moves an expiry and forgets what is past it', async () => {
      const { files } = await open()
      await files.put(aFile())
      await files.put(aFile({ id: 'f2' }))
      await files.expect(anExpectedFile({ id: 'f3' }))
      expect(await files.keepUntil('f1', NOW + 9 * DAY)).toBe(true)
      expect(await files.keepUntil('nobody', NOW)).toBe(false)
      expect(await files.forget(NOW + DAY)).toBe(0)
      expect(await files.forget(NOW + DAY + 1)).toBe(2)
      expect(await files.forget(NOW + DAY + 1)).toBe(0)
      expect(await files.get('f2', NOW)).toBeUndefined()
      expect(await files.claim(NOW + DAY, NOW + 2 * DAY)).toBeUndefined()
      expect((await files.of('c1', 0)).map(({ id }) => id)).toEqual(['f1'])
      expect((await files.get('f1', NOW + 8 * DAY))?.expireAt).toBe(NOW + 9 * DAY)
    })

    it('has no bytes of a file that is still to be fetched, and knows of it', async () => {
      const { files } = await open()
      const { id, contactId, contentType, storedAt } = anExpectedFile()
      await files.expect(anExpectedFile())
      expect(await files.get(id, NOW)).toBeUndefined()
      expect(await files.of(contactId, NOW)).toEqual([{ id, contactId, contentType, storedAt }])
      expect(await files.of(contactId, NOW + 1)).toEqual([])
    })

    it('expects a file once, and keeps the first bytes', async () => {
      const { files } = await open()
      await files.expect(anExpectedFile())
      await files.fill('e1', { bytes: BYTES, contentType: 'image/png' })
      await files.expect(anExpectedFile({ contentType: 'application/pdf' }))
      await files.fill('e1', { bytes: Uint8Array.from([1]), contentType: 'image/webp' })
      await files.fill('nobody', { bytes: BYTES, contentType: 'image/webp' })
      const stored = await files.get('e1', NOW)
      expect(stored).toMatchObject({ contentType: 'image/png', storedAt: NOW, expireAt: NOW + DAY })
      expect([...(stored?.bytes ?? [])]).toEqual([0, 255, 7])
    })

    it('gives a file that is due to one process at a time, and again when its time is over', async () => {
      const { files } = await open()
      await files.expect(anExpectedFile())
      const asked = await Promise.all(Array.from({ length: 10 }, () => files.claim(NOW, NOW + MINUTE)))
      expect(asked.filter((one) => one)).toEqual([{ ...anExpectedFile(), attempts: 1, filled: false }])
      expect(await files.claim(NOW + MINUTE - 1, NOW + DAY)).toBeUndefined()
      expect(await files.claim(NOW + MINUTE, NOW + 2 * MINUTE)).toMatchObject({ attempts: 2 })
    })

    it('gives the one that waited longest first, and one to be tried later when its time comes', async () => {
      const { files } = await open()
      await files.expect(anExpectedFile({ id: 'late', storedAt: NOW + 1 }))
      await files.expect(anExpectedFile({ id: 'early' }))
      expect(await files.claim(NOW, NOW + MINUTE)).toMatchObject({ id: 'early' })
      await files.retry('early', NOW + 5 * MINUTE)
      await files.retry('nobody', NOW)
      expect(await files.claim(NOW + 1, NOW + MINUTE)).toMatchObject({ id: 'late' })
      await files.done('late')
      await files.retry('late', NOW)
      expect(await files.claim(NOW + 5 * MINUTE, NOW + DAY)).toMatchObject({ id: 'early', attempts: 2 })
    })

    it('says that the bytes are here while the copy elsewhere is still to be deleted, and nothing after that', async () => {
      const { files } = await open()
      await files.expect(anExpectedFile())
      await files.fill('e1', { bytes: BYTES, contentType: 'image/jpeg' })
      expect(await files.claim(NOW, NOW + 1)).toMatchObject({ filled: true, url: anExpectedFile().url })
      for (let again = 0; again < 2; again++) await files.done('e1')
      expect(await files.claim(NOW + DAY, NOW + 2 * DAY)).toBeUndefined()
      expect(await files.get('e1', NOW)).toBeDefined()
    })

    it('joins what came lately and belongs to no request yet, here or not, and moves it with its request', async () => {
      const { files } = await open()
      const request = { id: 'r1', since: NOW, expireAt: NOW + 90 * DAY }
      await files.put(aFile({ id: 'old', storedAt: NOW - 1 }))
      await files.put(aFile())
      await files.expect(anExpectedFile())
      await files.put(aFile({ id: 'other', contactId: 'c2' }))
      expect(await files.join('c1', request)).toBe(2)
      expect(await files.join('c1', { ...request, id: 'r2' })).toBe(0)
      expect((await files.ofRequest('r1')).map(({ id }) => id).sort()).toEqual(['e1', 'f1'])
      expect(await files.ofRequest('r2')).toEqual([])
      await files.fill('e1', { bytes: BYTES, contentType: 'image/jpeg' })
      expect((await files.get('e1', NOW + 90 * DAY))?.expireAt).toBe(NOW + 90 * DAY)
      expect(await files.get('old', NOW + 2 * DAY)).toBeUndefined()
      expect(await files.keepOfRequest('r1', NOW + 30 * DAY)).toBe(2)
      expect(await files.keepOfRequest('r2', NOW + 30 * DAY)).toBe(0)
      expect(await files.forget(NOW + 30 * DAY + 1)).toBe(4)
    })
  })
}
