import type { Stores } from '../../../src/storage/stores'
import { forEachEngine } from '../../support/engines'
import {
  actionWorld,
  aNeed,
  COORDINATOR,
  MOTHER,
  NEIGHBOUR,
  UNCLE,
  textIn,
  type ActionWorld,
} from './support/action-world'

const CARD = { card: 'TH1234' }

/** The mother asked with the card, then the uncle with the same one. */
async function claimed(stores: Stores): Promise<{ readonly world: ActionWorld; readonly code: string }> {
  const world = actionWorld(stores)
  await world.act(MOTHER, 'k1', aNeed(CARD))
  await world.workOff()
  const second = await world.act(UNCLE, 'k2', aNeed({ ...CARD, initials: 'XX' }))
  await world.workOff()
  return { world, code: textIn(second, 'code') }
}

async function titles(world: ActionWorld, phone: string): Promise<unknown> {
  const found = await world.act(phone, 'look', { action: 'find_patients' })
  const patients = (found.values?.['patients'] ?? []) as readonly { readonly title: string }[]
  return patients.map(({ title }) => title)
}

async function claimsOf(
  world: ActionWorld,
  phone: string,
): Promise<readonly { id: string; title: string }[]> {
  const found = await world.act(phone, 'look', { action: 'claims_for_me' })
  return (found.values?.['claims'] ?? []) as unknown as readonly { id: string; title: string }[]
}

forEachEngine((_engine, open) => {
  describe('a second phone with a known card', () => {
    it('gets a request with a patient of its own, and learns nothing of the card’s', async () => {
      const { world, code } = await claimed(await open())
      const request = await world.deps.stores.requests.byCode(code)
      const patient = await world.deps.stores.patients.get(request?.patientId ?? '')
      expect(patient).toMatchObject({ initials: 'XX', guardians: [await world.meet(UNCLE)] })
      expect(patient).not.toHaveProperty('cardNumber')
      expect(await titles(world, UNCLE)).toEqual(['X.X., B+'])
      expect(await claimsOf(world, UNCLE)).toEqual([])
    })

    it('makes the first guardian be asked and the coordinators told, each once', async () => {
      const { world } = await claimed(await open())
      await world.act(UNCLE, 'k2', aNeed({ ...CARD, initials: 'XX' }))
      await world.workOff()
      const rows = await world.rows()
      expect(rows.map(({ to, purpose }) => [to, purpose])).toEqual([
        [COORDINATOR, 'coordinator'],
        [COORDINATOR, 'coordinator'],
        [COORDINATOR, 'coordinator'],
        [MOTHER, 'news'],
      ])
      expect(rows[3]?.body).toContain('R.K., B+')
      expect(rows[3]?.body).not.toContain(UNCLE)
    })

    it('is linked by the first guardian’s yes', async () => {
      const { world } = await claimed(await open())
      const [claim] = await claimsOf(world, MOTHER)
      expect(claim?.title).toBe('R.K., B+ (..2222)')
      const link = { action: 'decide_claim', args: { claim: claim?.id, decision: 'link' } }
      expect(await world.act(MOTHER, 'yes', link)).toEqual({ ok: true })
      expect(await titles(world, UNCLE)).toEqual(['R.K., B+', 'X.X., B+'])
      expect(await claimsOf(world, MOTHER)).toEqual([])
      expect(await world.act(MOTHER, 'yes', link)).toEqual({ ok: true })
    })

    it('is told once that it was linked', async () => {
      const { world, code } = await claimed(await open())
      const before = (await world.rows()).length
      const [claim] = await claimsOf(world, MOTHER)
      await world.act(MOTHER, 'yes', { action: 'decide_claim', args: { claim: claim?.id, decision: 'link' } })
      await world.act(COORDINATOR, 'k9', { action: 'decide_claim', args: { code, decision: 'link' } })
      const told = (await world.rows()).slice(before)
      expect(told.map(({ to, purpose }) => [to, purpose])).toEqual([[UNCLE, 'news']])
    })

    it('is not told of a refusal', async () => {
      const { world } = await claimed(await open())
      const before = (await world.rows()).length
      const [claim] = await claimsOf(world, MOTHER)
      await world.act(MOTHER, 'no', {
        action: 'decide_claim',
        args: { claim: claim?.id, decision: 'refuse' },
      })
      expect(await world.rows()).toHaveLength(before)
    })

    it('is not decided by a coordinator who names no code', async () => {
      const { world } = await claimed(await open())
      const link = { action: 'decide_claim', args: { code: null, decision: 'link' } }
      expect(await world.act(COORDINATOR, 'k9', link)).toEqual({ ok: false, reason: 'no_code' })
    })

    it('is not linked by its own yes', async () => {
      const { world } = await claimed(await open())
      const [claim] = await claimsOf(world, MOTHER)
      const link = { action: 'decide_claim', args: { claim: claim?.id, decision: 'link' } }
      expect(await world.act(UNCLE, 'yes', link)).toEqual({ ok: false, reason: 'unknown_code' })
      expect(await titles(world, UNCLE)).toEqual(['X.X., B+'])
    })

    it('is decided by the first phone only, not by one that was linked later', async () => {
      const { world, code } = await claimed(await open())
      await world.act(COORDINATOR, 'c1', { action: 'decide_claim', args: { code, decision: 'link' } })
      await world.act(NEIGHBOUR, 'k3', aNeed({ ...CARD, initials: 'YY' }))
      await world.workOff()
      expect(await claimsOf(world, UNCLE)).toEqual([])
      const [claim] = await claimsOf(world, MOTHER)
      const link = { action: 'decide_claim', args: { claim: claim?.id, decision: 'link' } }
      expect(await world.act(UNCLE, 'yes', link)).toEqual({ ok: false, reason: 'unknown_code' })
      expect(await titles(world, NEIGHBOUR)).toEqual(['Y.Y., B+'])
      expect(await world.act(MOTHER, 'yes', link)).toEqual({ ok: true })
      expect(await titles(world, NEIGHBOUR)).toEqual(['R.K., B+', 'Y.Y., B+'])
    })

    it('is linked or refused by a coordinator with the request’s code; the first decision stands', async () => {
      const { world, code } = await claimed(await open())
      const decide = (decision: string) => ({ action: 'decide_claim', args: { code, decision } })
      expect(await world.act(MOTHER, 'm', decide('link'))).toEqual({ ok: false, reason: 'not_coordinator' })
      expect(await world.act(COORDINATOR, 'c1', decide('refuse'))).toEqual({ ok: true })
      expect(await world.act(COORDINATOR, 'c1', decide('refuse'))).toEqual({ ok: true })
      expect(await world.act(COORDINATOR, 'c2', decide('link'))).toEqual({
        ok: false,
        reason: 'unknown_code',
      })
      expect(await titles(world, UNCLE)).toEqual(['X.X., B+'])
    })

    it('is not decided by SMS, whose sender can be forged', async () => {
      const { world, code } = await claimed(await open())
      const link = {
        action: 'decide_claim',
        args: { code, decision: 'link' },
        context: { channel: 'sms' },
      } as const
      expect(await world.act(COORDINATOR, 'c1', link)).toEqual({ ok: false, reason: 'not_coordinator' })
    })

    it('is found out too when both used the card at the same moment', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      await world.act(MOTHER, 'k1', aNeed(CARD))
      await world.act(UNCLE, 'k2', aNeed({ ...CARD, initials: 'XX' }))
      expect(await world.workOff()).toEqual([])
      expect(await claimsOf(world, MOTHER)).toHaveLength(1)
      expect(await titles(world, UNCLE)).toEqual([])
    })
  })
})
