import { forEachEngine } from '../../support/engines'
import { aDonor } from '../../support/records'
import { actionWorld, MOTHER, organisation } from './support/action-world'

const ask = (action: string, text: string, args = {}) => ({ action, args, context: { text } })

forEachEngine((_engine, open) => {
  describe('find_question', () => {
    it.each([
      ['2026-11-10', true],
      ['2026-11-09', false],
    ])('sends a donor who gave on %s and has fever to the blood centre: %s', async (lastDonation, sent) => {
      const stores = await open()
      const world = actionWorld(stores)
      const donor = aDonor({ id: await world.meet(MOTHER), lastDonation })
      await stores.donors.register('d', donor, [])
      const found = await world.act(MOTHER, 'look', ask('find_question', 'bukhar hai'))
      expect('reason' in found ? found.reason : 'ok').toBe(sent ? 'fever' : 'ok')
      const cold = await world.act(MOTHER, 'look', ask('find_question', 'khoon dena safe hai'))
      expect(cold).toEqual({ ok: true, values: { receiving: false, giving: true } })
    })

    it.each([
      ['2026-11-01', 'fever_centre'],
      [undefined, 'fever'],
    ])('names a blood centre only if its phone was called, on %s', async (confirmedOn, reason) => {
      const [centre] = organisation.bloodCentres
      if (!centre) throw new Error('the organisation has no blood centre')
      const phones = [{ number: '+915122535881', ...(confirmedOn !== undefined && { confirmedOn }) }]
      const bloodCentres = [{ ...centre, phones }]
      const world = actionWorld(await open(), { organisation: { ...organisation, bloodCentres } })
      const found = await world.act(MOTHER, 'look', ask('find_question', 'fever since I donated'))
      const values = { centre: centre.name, phone: '+915122535881' }
      expect(found).toEqual({ ok: false, reason, ...(reason === 'fever_centre' && { values }) })
    })
  })

  describe('find_first_day', () => {
    it.each([
      ['kal covid ka teeka laga', 'vaccine', { ok: true, values: { on: '2026-11-23', from: '2026-12-07' } }],
      ['MMR vaccine yesterday', 'vaccine', { ok: true, values: { on: '2026-11-23', from: '2026-12-21' } }],
      [
        '14 din pehle tetanus ka teeka laga',
        'vaccine',
        { ok: false, reason: 'over', values: { on: '2026-11-10' } },
      ],
      ['teeka laga hai kal', 'vaccine', { ok: false, reason: 'unknown' }],
      ['covid ka teeka laga hai', 'vaccine', { ok: false, reason: 'unknown' }],
      ['covid hua tha kal', 'procedure', { ok: false, reason: 'unknown' }],
    ])('%s', async (text, topic, expected) => {
      const world = actionWorld(await open())
      expect(await world.act(MOTHER, 'look', ask('find_first_day', text, { topic }))).toEqual(expected)
    })
  })
})
