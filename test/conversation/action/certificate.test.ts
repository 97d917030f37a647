import type { Donation } from '../../../src/blood/donations/donation'
import type { ActionResult } from '../../../src/conversation/flow/walk'
import { certificateLinks } from '../../support/certificates'
import { forEachEngine } from '../../support/engines'
import { aCamp, aDonation } from '../../support/records'
import { actionWorld, MOTHER, UNCLE, type ActionWorld } from './support/action-world'

/** A confirmed donation of the uncle. */
async function gave(world: ActionWorld, change: Partial<Donation> = {}): Promise<string> {
  const donation = aDonation({
    donorId: await world.meet(UNCLE),
    bloodCentre: 'GSVM Medical College',
    ...change,
  })
  await world.deps.stores.donations.add(donation)
  return donation.id
}

const issue = (
  world: ActionWorld,
  key: string,
  args: { donation: string; name?: string },
): Promise<ActionResult> => world.act(UNCLE, key, { action: 'issue_certificate', args })

const find = (world: ActionWorld, text: string, donation?: string): Promise<ActionResult> =>
  world.act(UNCLE, 'look', {
    action: 'find_certificate',
    args: donation === undefined ? {} : { donation },
    context: { text },
  })

forEachEngine((_engine, open) => {
  describe('find_certificate', () => {
    it('finds none for whoever has no confirmed donation', async () => {
      const world = actionWorld(await open())
      await gave(world, { donorId: await world.meet(MOTHER) })
      expect(await find(world, 'certificate')).toEqual({ ok: false, reason: 'none' })
    })

    it('offers the latest donation first, by day and place in the person’s language', async () => {
      const world = actionWorld(await open())
      await world.deps.stores.camps.put(aCamp({ id: 'police-lines', date: '2025-08-03' }))
      const first = await gave(world, { on: '2025-08-03', campId: 'police-lines' })
      const last = await gave(world)
      const found = await find(world, 'प्रमाण पत्र')
      expect(found).toMatchObject({
        ok: true,
        values: {
          several: true,
          donation: last,
          ready: false,
          donations: [
            { id: last, title: expect.stringMatching(/^25 जनवरी.*: GSVM/) as string },
            { id: first, title: expect.stringMatching(/^3 अगस्त 2025.*: पुलिस लाइन/) as string },
          ],
        },
      })
      expect(await find(world, 'प्रमाण पत्र', first)).toMatchObject({
        values: { donation: first, on: '2025-08-03' },
      })
    })

    it.each([
      ['certificate', true],
      ['मेरा प्रशस्ति पत्र', true],
      ['certificate name', false],
      ['certificate ka naam galat hai', false],
      ['प्रमाण पत्र में नाम ग़लत है', false],
    ])('is ready once a name is known, but not when it is spoken of: %s', async (text, ready) => {
      const world = actionWorld(await open())
      await issue(world, 'k1', { donation: await gave(world), name: 'राम कुमार' })
      expect(await find(world, text)).toMatchObject({ values: { ready } })
    })
  })

  describe('issue_certificate', () => {
    it('sends the paper on WhatsApp, with where it can be checked', async () => {
      const world = actionWorld(await open())
      const donation = await gave(world)
      expect(await issue(world, 'k1', { donation, name: 'राम कुमार' })).toEqual({ ok: true })
      expect(await world.workOff()).toEqual([])
      const serial = certificateLinks.serialOf(donation)
      const [row] = await world.rows()
      expect(row).toMatchObject({ purpose: 'reply', to: UNCLE, template: { key: 'certificate_ready' } })
      expect(row?.mediaUrl).toMatch(
        new RegExp(`^${certificateLinks.pageOf(serial)}/certificate\\.pdf\\?e=\\d+&s=`),
      )
      expect(row?.body).toContain(certificateLinks.pageOf(serial))
      expect(row?.body).not.toContain('certificate.pdf')
      expect(await world.deps.stores.certificates.get(serial)).toMatchObject({
        donationId: donation,
        contactId: await world.meet(UNCLE),
        name: 'राम कुमार',
        on: '2026-01-25',
        place: { en: 'GSVM Medical College', hi: 'GSVM मेडिकल कॉलेज' },
      })
    })

    it('sends a link by SMS', async () => {
      const world = actionWorld(await open())
      const args = { donation: await gave(world), name: 'राम कुमार' }
      await world.act(UNCLE, 'k1', { action: 'issue_certificate', args, context: { channel: 'sms' } })
      await world.workOff()
      const [row] = await world.rows()
      expect(row?.mediaUrl).toBeUndefined()
      expect(row?.body).toContain('/certificate.pdf?e=')
    })

    it('keeps number, day of issue and name when it is sent again, and takes another name', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const donation = await gave(world)
      const serial = certificateLinks.serialOf(donation)
      await issue(world, 'k1', { donation, name: 'राम कुमार' })
      const first = await stores.certificates.get(serial)
      await world.act(UNCLE, 'k2', {
        action: 'issue_certificate',
        args: { donation },
        context: { now: 9e12 },
      })
      expect(await stores.certificates.get(serial)).toEqual(first)
      await issue(world, 'k3', { donation, name: 'Ram Kumar' })
      expect(await stores.certificates.get(serial)).toEqual({ ...first, name: 'Ram Kumar' })
      expect(await world.workOff()).toEqual([])
      expect(await world.rows()).toHaveLength(3)
    })

    it('takes the name that is known for the next donation', async () => {
      const world = actionWorld(await open())
      await issue(world, 'k1', { donation: await gave(world, { on: '2025-08-03' }), name: 'राम कुमार' })
      const next = await gave(world)
      expect(await issue(world, 'k2', { donation: next })).toEqual({ ok: true })
      const { certificates } = world.deps.stores
      expect((await certificates.get(certificateLinks.serialOf(next)))?.name).toBe('राम कुमार')
    })

    it('makes none for a donation of somebody else, or without any name', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const theirs = await gave(world, { donorId: await world.meet(MOTHER) })
      const own = await gave(world)
      expect(await issue(world, 'k1', { donation: theirs, name: 'राम' })).toEqual({
        ok: false,
        reason: 'none',
      })
      expect(await issue(world, 'k2', { donation: own })).toEqual({ ok: false, reason: 'none' })
      expect(await stores.certificates.ofContact(await world.meet(UNCLE))).toEqual([])
      expect(await stores.todos.open(10)).toEqual([])
    })
  })
})
