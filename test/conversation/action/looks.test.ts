import { seedCamps } from '../../../src/blood/camps/seed-camps'
import { forEachEngine } from '../../support/engines'
import { aCamp } from '../../support/records'
import { actionWorld, MOTHER, organisation } from './support/action-world'

forEachEngine((_engine, open) => {
  describe('list_camps', () => {
    it('gives the planned camps in the reader’s language, nearest first', async () => {
      const stores = await open()
      await seedCamps(stores.camps, { plans: organisation.camps, today: '2026-11-24' })
      const look = { action: 'list_camps', context: { locale: 'en' } }
      const found = await actionWorld(stores).act(MOTHER, 'look', look)
      const camps = found.values?.['camps'] as readonly { readonly name: string; readonly date: string }[]
      expect(camps.map(({ date }) => date)).toEqual(['2026-11-29', '2026-12-06', '2026-12-13'])
      expect(camps[0]?.name).toBe(organisation.camps[0]?.name['en'])
    })

    it('names today’s camp until it ends', async () => {
      const stores = await open()
      await stores.camps.put(aCamp({ date: '2026-11-24', from: '10:00', until: '16:00' }))
      const world = actionWorld(stores)
      const at = (hour: number) => ({
        action: 'list_camps',
        context: { now: Date.UTC(2026, 10, 24, hour, 29) },
      })
      expect((await world.act(MOTHER, 'look', at(10))).ok).toBe(true)
      expect(await world.act(MOTHER, 'look', at(11))).toEqual({ ok: false, reason: 'none' })
    })
  })

  describe('check_place', () => {
    it.each([
      ['LLR Hospital', { ok: true, values: { centre: 'GSVM Medical College', area: 'inside' } }],
      ['KPM Hospital', { ok: true, values: { centre: null, area: 'inside' } }],
      [
        "King George's Medical University",
        { ok: false, reason: 'outside', values: { centres: organisation.stockPage, helpline: '112' } },
      ],
    ])('%s', async (name, result) => {
      const world = actionWorld(await open())
      expect(await world.act(MOTHER, 'look', { action: 'check_place', args: { hospital: name } })).toEqual(
        result,
      )
      const asObject = { action: 'check_place', args: { hospital: { name } } }
      expect(await world.act(MOTHER, 'look', asObject)).toEqual(result)
    })
  })

  describe('set_locale', () => {
    it('keeps the language with the person and goes on in it', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const set = { action: 'set_locale', args: { language: 'en' } }
      expect(await world.act(MOTHER, 'k1', set)).toEqual({ ok: true, locale: 'en' })
      expect((await stores.contacts.find(MOTHER))?.locale).toBe('en')
    })
  })

  describe('check_age and check_weight', () => {
    it.each([
      ['check_age', { age: 17 }, { ok: false, reason: 'too_young', values: { child: true } }],
      ['check_age', { age: 18 }, { ok: true, values: { child: false } }],
      ['check_age', { age: 65 }, { ok: true, values: { child: false } }],
      ['check_age', { age: 66 }, { ok: false, reason: 'too_old', values: { child: false } }],
      ['check_weight', { weight: 44.9 }, { ok: false, reason: 'underweight' }],
      ['check_weight', { weight: 45 }, { ok: true }],
    ])('%s of %j', async (...row) => {
      const [action, args, result] = row
      expect(await actionWorld(await open()).act(MOTHER, 'look', { action, args })).toEqual(result)
    })
  })
})
