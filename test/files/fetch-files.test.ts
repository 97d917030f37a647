import { DAY, HOUR, MINUTE, SECOND } from '../../src/base/clock'
import { createStandIn, type StandIn } from '../../src/channels/twilio-stand-in/stand-in'
import { twilioMedia } from '../../src/channels/twilio/media'
import { fetchFiles, type FetchFilesDeps } from '../../src/files/fetch-files'
import { MAX_FILE_BYTES, type ClaimedFile } from '../../src/files/file-store'
import type { MediaSource } from '../../src/files/media-source'
import type { Stores } from '../../src/storage/stores'
import { manualClock, type ManualClock } from '../channels/support/manual-clock'
import { seededRandom } from '../channels/support/seeded-random'
import { forEachEngine } from '../support/engines'
import { everyFault, faultyStores } from '../support/faulty-stores'
import { anExpectedFile } from '../support/records'

const ACCOUNT = 'AC' + 'a'.repeat(32)
const TOKEN = 'auth-token'
const PHOTO = Uint8Array.from([0xff, 0xd8, 0xff])

/** Files on real stores, and the stand-in that still has their bytes. */
class World {
  readonly clock: ManualClock = manualClock()
  readonly standIn: StandIn
  readonly media: MediaSource
  readonly asked: string[] = []
  readonly lost: ClaimedFile[] = []
  readonly faults: unknown[] = []
  private url = ''

  constructor(readonly stores: Stores) {
    this.standIn = createStandIn({
      clock: this.clock,
      random: seededRandom(5),
      accountSid: ACCOUNT,
      authToken: TOKEN,
      senders: { whatsapp: '+14155238886' },
      webhookUrl: 'https://saathi.example.org/webhooks/twilio/messages',
      post: ({ body }) => {
        this.url = new URLSearchParams(body).get('MediaUrl0') ?? ''
        return Promise.resolve({ kind: 'answer', status: 204, contentType: '', body: '' })
      },
    })
    const ask = (url: URL, init: RequestInit): Promise<Response> => {
      this.asked.push(init.method ?? '')
      return this.standIn.fetch(url, init)
    }
    this.media = twilioMedia({ credentials: { username: ACCOUNT, password: TOKEN }, ask })
  }

  /** Somebody sends it, and it is noted. */
  async sent(id = 'e1', contentType = 'image/jpeg', bytes = PHOTO): Promise<string> {
    const phone = this.standIn.phone({ channel: 'whatsapp', number: '+919876543210' })
    await phone.send('', { media: [{ contentType, bytes }] })
    const storedAt = this.clock.now()
    await this.stores.files.expect(
      anExpectedFile({ id, contentType, url: this.url, storedAt, expireAt: storedAt + DAY }),
    )
    return this.url
  }

  run(changed: Partial<FetchFilesDeps> = {}): Promise<void> {
    return fetchFiles({
      files: this.stores.files,
      media: this.media,
      clock: this.clock,
      onLost: async (file) => void this.lost.push(file),
      onFault: (error) => void this.faults.push(error),
      ...changed,
    })
  }

  async bytes(id = 'e1'): Promise<readonly number[] | undefined> {
    const file = await this.stores.files.get(id, this.clock.now())
    return file && [...file.bytes]
  }

  /** Whether Twilio still has it. */
  async isThere(url: string): Promise<boolean> {
    return (await this.media.fetch(url)).ok
  }
}

forEachEngine((_engine, open) => {
  describe('fetchFiles', () => {
    it('stores what was sent, and deletes it at Twilio', async () => {
      const world = new World(await open())
      const url = await world.sent()
      await world.sent('e2', 'audio/ogg')
      await world.run()
      expect(await world.bytes()).toEqual([...PHOTO])
      expect(await world.stores.files.get('e2', world.clock.now())).toMatchObject({
        contentType: 'audio/ogg',
      })
      expect(await world.isThere(url)).toBe(false)
      expect(await world.stores.files.claim(world.clock.now() + DAY, 0)).toBeUndefined()
      expect([world.lost, world.faults]).toEqual([[], []])
    })

    it('tries again later when Twilio does not answer, and not before', async () => {
      const world = new World(await open())
      await world.sent()
      world.standIn.faults.onApi({ kind: 'error', status: 503 }, { times: 2, target: 'any' })
      await world.run()
      await world.run()
      expect(world.asked).toEqual(['GET'])
      await world.clock.advance(10 * SECOND)
      await world.run()
      await world.clock.advance(30 * SECOND)
      await world.run()
      expect(world.asked).toEqual(['GET', 'GET', 'GET', 'DELETE'])
      expect(await world.bytes()).toEqual([...PHOTO])
      expect(world.lost).toEqual([])
    })

    it('gives up within half a day and tells of it once', async () => {
      const world = new World(await open())
      await world.sent()
      world.standIn.faults.onApi({ kind: 'reset', accepted: false }, { times: 100, target: 'any' })
      for (let minutes = 0; minutes < 12 * 60; minutes += 5) {
        await world.run()
        await world.clock.advance(5 * MINUTE)
      }
      expect(world.lost.map(({ id }) => id)).toEqual(['e1'])
      const tries = world.asked.length
      await world.clock.advance(6 * HOUR)
      await world.run()
      expect(world.asked).toHaveLength(tries)
    })

    it.each([
      ['was deleted meanwhile', PHOTO],
      ['is too large', new Uint8Array(MAX_FILE_BYTES + 1)],
    ])('tells of what %s at once', async (_what, bytes) => {
      const world = new World(await open())
      const url = await world.sent('e1', 'image/jpeg', bytes)
      if (bytes === PHOTO) await world.media.remove(url)
      await world.run()
      expect(world.lost.map(({ id }) => id)).toEqual(['e1'])
      expect(await world.bytes()).toBeUndefined()
      expect(await world.isThere(url)).toBe(false)
    })

    it('never asks a host that is not Twilio', async () => {
      const world = new World(await open())
      await world.stores.files.expect(anExpectedFile({ url: 'https://example.org/photo.jpg' }))
      await world.run()
      expect(world.asked).toEqual([])
      expect(world.lost).toHaveLength(1)
      expect(await world.stores.files.claim(world.clock.now() + DAY, 0)).toBeUndefined()
    })

    it('only deletes at Twilio what is not kept here', async () => {
      const world = new World(await open())
      const url = await world.sent('e1', 'video/mp4')
      await world.run()
      expect(world.asked).toEqual(['DELETE'])
      expect(world.lost).toEqual([])
      expect(await world.isThere(url)).toBe(false)
    })

    it('deletes later at Twilio what it could not delete at once, without fetching it again', async () => {
      const world = new World(await open())
      const url = await world.sent()
      await world.run({ media: { ...world.media, remove: () => Promise.resolve(false) } })
      expect(await world.bytes()).toEqual([...PHOTO])
      await world.clock.advance(10 * SECOND)
      await world.run()
      expect(world.asked).toEqual(['GET', 'DELETE'])
      expect(await world.isThere(url)).toBe(false)
    })

    it('fetches each once, however many processes there are', async () => {
      const world = new World(await open())
      for (let nth = 0; nth < 6; nth++) await world.sent(`e${nth}`)
      await Promise.all([world.run(), world.run(), world.run()])
      expect(world.asked.filter((method) => method === 'GET')).toHaveLength(6)
      for (let nth = 0; nth < 6; nth++) expect(await world.bytes(`e${nth}`)).toEqual([...PHOTO])
    })

    it('loses nothing when the process dies at any call of the store', async () => {
      const world = new World(await open())
      const faults = everyFault(6, ['before', 'after', 'crash_before', 'crash_after'])
      for (const [nth, fault] of faults.entries()) {
        const id = `e${nth}`
        const url = await world.sent(id)
        const { stores } = faultyStores({ ...world.stores, close: async () => undefined }, [fault])
        await world.run({ files: stores.files }).catch(() => undefined)
        // Another process, when the claim of the first has ended.
        await world.clock.advance(2 * MINUTE)
        await world.run()
        expect([fault, await world.bytes(id)]).toEqual([fault, [...PHOTO]])
        expect(await world.isThere(url)).toBe(false)
      }
      expect(world.lost).toEqual([])
      expect(await world.stores.files.claim(world.clock.now() + DAY, 0)).toBeUndefined()
    })
  })
})
