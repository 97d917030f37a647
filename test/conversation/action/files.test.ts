import { DAY, HOUR } from '../../../src/base/clock'
import { fileIdOf } from '../../../src/files/file-id'
import { forEachEngine } from '../../support/engines'
import {
  actionWorld,
  aNeed,
  aPhoto,
  COORDINATOR,
  MOTHER,
  NOW,
  textIn,
  UNCLE,
  type Act,
  type ActionWorld,
} from './support/action-world'

const FILE = fileIdOf('SM-photo', 0)
const BYTES = { bytes: Uint8Array.from([1]), contentType: 'image/jpeg' }

/** The last day on which the file is there, counted from now. */
async function keptFor({ deps }: ActionWorld, id = FILE): Promise<number | undefined> {
  await deps.stores.files.fill(id, BYTES)
  const file = await deps.stores.files.get(id, NOW)
  return file && (file.expireAt - NOW) / DAY
}

async function raised(world: ActionWorld): Promise<{ readonly id: string; readonly code: string }> {
  const request = await world.act(MOTHER, 'ask', aNeed())
  await world.workOff()
  return { id: textIn(request, 'id'), code: textIn(request, 'code') }
}

const CLOSINGS: readonly (readonly [string, string, (request: { id: string; code: string }) => Act])[] = [
  ['the family closes it', MOTHER, ({ id }) => ({ action: 'cancel_request', args: { request: id } })],
  [
    'a coordinator closes it',
    COORDINATOR,
    ({ code }) => ({ action: 'decide_requests', args: { verb: 'close', codes: [code], choice: 'met' } }),
  ],
  [
    'a coordinator turns it down',
    COORDINATOR,
    ({ code }) => ({
      action: 'decide_requests',
      args: { verb: 'reject', codes: [code], choice: 'duplicate' },
    }),
  ],
]

forEachEngine((_engine, open) => {
  describe('what somebody sent', () => {
    it('is kept for a day', async () => {
      const world = actionWorld(await open())
      await world.act(MOTHER, 'photo', aPhoto())
      expect(await keptFor(world)).toBe(1)
    })

    it('stays with the request that follows, as long as that is open', async () => {
      const world = actionWorld(await open())
      await world.act(MOTHER, 'photo', aPhoto())
      await world.act(UNCLE, 'other', aPhoto())
      const { id } = await raised(world)
      expect(await keptFor(world)).toBeGreaterThan(365)
      expect(await keptFor(world, fileIdOf('SM-other', 0))).toBe(1)
      expect((await world.deps.stores.files.ofRequest(id)).map((file) => file.id)).toEqual([FILE])
    })

    it('stays with none when it came more than a day before', async () => {
      const world = actionWorld(await open())
      await world.act(MOTHER, 'photo', { ...aPhoto(), context: { now: NOW - DAY - HOUR } })
      const { id } = await raised(world)
      expect(await world.deps.stores.files.ofRequest(id)).toEqual([])
    })

    it.each(CLOSINGS)('goes 30 days after %s', async (_what, by, closing) => {
      const world = actionWorld(await open())
      await world.act(MOTHER, 'photo', aPhoto())
      const request = await raised(world)
      expect(await world.act(by, 'close', closing(request))).toMatchObject({ ok: true })
      await world.workOff()
      expect(await keptFor(world)).toBe(30)
    })

    it('goes 30 days after its request was closed before it was joined', async () => {
      const world = actionWorld(await open())
      await world.act(MOTHER, 'photo', aPhoto())
      const request = await world.act(MOTHER, 'ask', aNeed())
      await world.act(MOTHER, 'close', { action: 'cancel_request', args: { request: textIn(request, 'id') } })
      await world.workOff()
      expect(await keptFor(world)).toBe(30)
    })

    it('is joined to one’s own open request only', async () => {
      const world = actionWorld(await open())
      const { id } = await raised(world)
      const join = { action: 'join_files', args: { request: id } }
      await world.act(UNCLE, 'photo', aPhoto())
      expect(await world.act(UNCLE, 'join', join)).toEqual({ ok: false, reason: 'not_open' })
      await world.act(MOTHER, 'close', { action: 'cancel_request', args: { request: id } })
      expect(await world.act(MOTHER, 'join', join)).toEqual({ ok: false, reason: 'not_open' })
      expect(await keptFor(world)).toBe(1)
    })

    it('is linked in what coordinators read, by WhatsApp only', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      await world.act(MOTHER, 'photo', aPhoto())
      await world.act(MOTHER, 'voice', { action: 'hand_over', args: { reason: 'voice' } })
      await world.workOff()
      const link = world.deps.fileLinks.linkTo(FILE, NOW)
      expect((await world.rows()).map(({ body }) => body.includes(link))).toEqual([true])
      const bySms = actionWorld(stores, { senders: { sms: '+15005550006' } })
      await bySms.act(MOTHER, 'again', { action: 'hand_over', args: { reason: 'voice' } })
      await bySms.workOff()
      expect((await bySms.rows()).map(({ channel, body }) => [channel, body.includes('/files/')])).toEqual([
        ['sms', false],
      ])
    })

    it('is shown under the code of one’s own hand-over only', async () => {
      const world = actionWorld(await open())
      const handOver = textIn(
        await world.act(MOTHER, 'voice', { action: 'hand_over', args: { reason: 'voice' } }),
        'hand_over',
      )
      await world.act(UNCLE, 'photo', aPhoto())
      const show = { action: 'show_files', args: { hand_over: handOver } }
      expect(await world.act(UNCLE, 'photo', show)).toEqual({ ok: false, reason: 'unknown' })
    })
  })

  describe('raise_for', () => {
    const raiseFor = (code: string): Act => ({
      action: 'raise_for',
      args: { ...aNeed({ contact: null }).args, code },
    })

    it('writes the request in the family’s name, with a yes that was spoken', async () => {
      const world = actionWorld(await open())
      const family = await world.meet(MOTHER)
      const asked = await world.act(MOTHER, 'voice', { action: 'hand_over', args: { reason: 'voice' } })
      const raised = await world.act(COORDINATOR, 'new', raiseFor(textIn(asked, 'code')))
      await world.workOff()
      const [request] = await world.deps.stores.requests.openOf(family)
      expect(request).toMatchObject({ code: textIn(raised, 'code'), contactPhone: MOTHER, locale: 'hi' })
      const contact = await world.deps.stores.contacts.get(family)
      const heardBy = await world.meet(COORDINATOR)
      expect(contact?.consents).toMatchObject([{ purpose: 'request', spokenTo: heardBy, sid: 'SM-new' }])
      const theirs = (await world.rows()).filter(({ to }) => to === MOTHER)
      expect(theirs.map(({ purpose, body }) => [purpose, body.includes(textIn(raised, 'code'))])).toEqual([
        ['reply', true],
      ])
    })

    it('is for coordinators, by WhatsApp, and for codes that exist', async () => {
      const world = actionWorld(await open())
      const asked = await world.act(MOTHER, 'voice', { action: 'hand_over', args: { reason: 'voice' } })
      const what = raiseFor(textIn(asked, 'code'))
      const refused = { ok: false, reason: 'not_coordinator' }
      expect(await world.act(UNCLE, 'new', what)).toEqual(refused)
      expect(await world.act(COORDINATOR, 'new', { ...what, context: { channel: 'sms' } })).toEqual(refused)
      expect(await world.act(COORDINATOR, 'new', raiseFor('X9X9'))).toEqual({
        ok: false,
        reason: 'unknown_code',
      })
    })
  })
})
