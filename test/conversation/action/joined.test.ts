import type { Stores } from '../../../src/storage/stores'
import { forEachEngine } from '../../support/engines'
import {
  actionWorld,
  aNeed,
  aVolunteer,
  COORDINATOR,
  MOTHER,
  NOW,
  textIn,
  UNCLE,
  type Act,
} from './support/action-world'

const HIDDEN = 'IN.hidden'
const CARD = { card: 'TH1234' }

/** Somebody who hides the number wrote; their contact is younger than the one of the phone that is found out later. */
async function writeHidden(stores: Stores): Promise<string> {
  const { contact } = await stores.contacts.resolve({ whatsappUserId: HIDDEN }, 'hidden', NOW + 1)
  return contact.id
}

/** A message shows both addresses: one person. */
async function join(stores: Stores, phone: string): Promise<void> {
  const both = { phone, whatsappUserId: HIDDEN }
  const { contact, joined } = await stores.contacts.resolve(both, 'unused', NOW + 2)
  if (joined === undefined) throw new Error('nobody was joined')
  await stores.repoint(joined, contact.id)
}

function as(contactId: string, what: Act): Act {
  return { ...what, context: { contactId, address: HIDDEN }, hidden: true }
}

forEachEngine((_engine, open) => {
  describe('a contact that is joined to another', () => {
    it('before the follow-ups of its request: the one that stays speaks for the patient', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const mother = await world.meet(MOTHER)
      await world.act(MOTHER, 'k1', as(await writeHidden(stores), aNeed()))
      await join(stores, MOTHER)
      expect(await world.workOff()).toEqual([])
      expect(await stores.patients.ofGuardian(mother)).toMatchObject([
        { initials: 'RK', guardians: [mother] },
      ])
      expect((await stores.contacts.get(mother))?.consents).toMatchObject([{ purpose: 'request' }])
    })

    it('before its claim was kept: the one that stays is linked', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const uncle = await world.meet(UNCLE)
      await world.act(MOTHER, 'k1', aNeed(CARD))
      await world.workOff()
      const claim = as(await writeHidden(stores), aNeed({ ...CARD, initials: 'XX' }))
      const code = textIn(await world.act(UNCLE, 'k2', claim), 'code')
      await join(stores, UNCLE)
      expect(await world.workOff()).toEqual([])
      await world.act(COORDINATOR, 'c1', { action: 'decide_claim', args: { code, decision: 'link' } })
      const patients = await stores.patients.ofGuardian(uncle)
      expect(patients.map(({ initials }) => initials).sort()).toEqual(['RK', 'XX'])
    })

    it.each([
      ['before its claim was kept', true],
      ['after its claim was kept', false],
    ])('%s on a patient of its own: nobody is asked about it', async (_when, late) => {
      const stores = await open()
      const world = actionWorld(stores)
      await world.act(MOTHER, 'k1', aNeed(CARD))
      await world.workOff()
      await world.act(MOTHER, 'k2', as(await writeHidden(stores), aNeed(CARD)))
      if (late) await join(stores, MOTHER)
      expect(await world.workOff()).toEqual([])
      if (!late) await join(stores, MOTHER)
      const none = { ok: false, reason: 'none' }
      expect(await world.act(MOTHER, 'look', { action: 'claims_for_me' })).toEqual(none)
      const asked = (await world.rows()).filter(({ to }) => to === MOTHER)
      expect(asked).toHaveLength(late ? 0 : 1)
    })

    it('while its turn goes on elsewhere: the one that stays has the request and the registration', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const mother = await world.meet(MOTHER)
      const hidden = await writeHidden(stores)
      await join(stores, MOTHER)
      const raised = await world.act(MOTHER, 'k1', as(hidden, aNeed()))
      await world.act(MOTHER, 'k2', as(hidden, aVolunteer()))
      expect(await world.workOff()).toEqual([])
      expect((await stores.requests.openOf(mother)).map(({ id }) => id)).toEqual([textIn(raised, 'id')])
      expect(await stores.donors.get(mother)).toMatchObject({ group: 'O-' })
      expect(await stores.todos.open(10)).toEqual([])
    })
  })
})
