import { join } from 'node:path'
import { figures, figuresCommand, type FiguresCommand } from '../../../src/cli/figures/figures'
import { asCsv, asHtml } from '../../../src/cli/figures/print-figures'
import { countFigures } from '../../../src/blood/figures/count-figures'
import { loadCampaign, readCampaign } from '../../../src/cli/figures/load-campaign'
import { createTexts } from '../../../src/conversation/text/i18n-texts'
import { loadTexts } from '../../../src/conversation/text/load-texts'
import { openPlaces } from '../../../src/blood/alerts/places'
import { forEachEngine } from '../../support/engines'
import { aCamp, aDonation, aRequest, NOW } from '../../support/records'

const ROOT = join(__dirname, '../../..')
const clock = { now: () => NOW, sleep: () => Promise.reject(new Error('nobody waits here')) }
const timeZone = 'Asia/Kolkata'
const facts = {
  today: '2026-01-26',
  timeZone,
  city: { en: 'Kanpur', hi: 'कानपुर' },
  texts: createTexts({ source: loadTexts(join(ROOT, 'locales')), clock, timeZone }),
}
const campaign = readCampaign(join(ROOT, 'demo/2021/campaign.yaml'))

describe('figuresCommand', () => {
  it('takes the last thirty days as a table when nothing is said', () => {
    expect(figuresCommand([], facts)).toEqual({ from: '2025-12-28', to: '2026-01-26', form: 'text' })
  })

  it('takes what is said', () => {
    const args = ['--from', '2021-04-01', '--to', '2021-06-30', '--area', 'gsvm', '--csv']
    const ask = { from: '2021-04-01', to: '2021-06-30', area: 'GSVM Medical College', form: 'csv' }
    expect(figuresCommand(args, facts)).toEqual(ask)
  })

  it.each([
    [['--from', '2021-02-30'], '--from 2021-02-30: there is no such day; write it like 2026-11-30.'],
    [['--from', '2026-02-01'], '--from 2026-02-01 is after --to 2026-01-26: give the earlier day to --from.'],
    [['--csv', '--html'], 'give only one of --csv, --json, --html, --press.'],
    [['--area', 'qwertz'], '--area qwertz: no such town or blood centre is known'],
  ])('refuses %j in one line', (args, line) => {
    expect(() => figuresCommand(args, facts)).toThrow(line)
  })
})

forEachEngine((engine, open) => {
  describe('the campaign of 2021', () => {
    const spring: FiguresCommand = { from: '2021-04-01', to: '2021-06-30', form: 'json' }

    it('has exactly the figures that were published, however often it is loaded', async () => {
      const stores = await open()
      for (let again = 0; again < 2; again++) await loadCampaign(campaign, stores, NOW)
      const { units, donations } = JSON.parse(await figures(spring, stores, facts)) as {
        units: Record<string, number>
        donations: Record<string, number>
      }
      expect(units).toEqual({ total: 36, whole_blood: 31, plasma_apheresis: 5, platelet_apheresis: 0 })
      expect(donations).toMatchObject({ total: 36, citizen: 21, police: 15 })
      expect(36).toBe((donations['firstTime'] ?? 0) + (donations['returning'] ?? 0))
    })

    it.each(['text', 'csv', 'json', 'html', 'press'] as const)('is printed as %s', async (form) => {
      const stores = await open()
      await loadCampaign(campaign, stores, NOW)
      const printed = await figures({ ...spring, form }, stores, facts)
      // The same on every engine: one snapshot.
      if (engine === 'embedded') expect(printed).toMatchSnapshot()
      else expect(printed.length).toBeGreaterThan(100)
    })

    it('names nobody', async () => {
      const stores = await open()
      await loadCampaign(campaign, stores, NOW)
      for (const form of ['text', 'csv', 'json', 'html', 'press'] as const)
        expect(await figures({ ...spring, form }, stores, facts)).not.toMatch(/demo-donor|\d{10}/)
    })
  })

  describe('figures of an area', () => {
    it('are of what was given and asked for there only', async () => {
      const stores = await open()
      const day = { from: '2026-01-25', to: '2026-01-26' }
      await stores.donations.add(aDonation({ bloodCentre: 'GSVM Medical College' }))
      await stores.donations.add(aDonation({ donorId: 'c3', bloodCentre: 'Somewhere else' }))
      await stores.camps.put(aCamp({ date: '2026-01-25', bloodCentre: 'Somewhere else' }))
      await stores.camps.put(
        aCamp({ id: 'to-come', date: '2026-01-28', bloodCentre: 'GSVM Medical College' }),
      )
      await stores.requests.raise(
        'k1',
        aRequest({ bloodCentre: 'GSVM Medical College', verifiedAt: NOW }),
        [],
      )
      await stores.places.open(openPlaces('r1', 1, 3))
      await stores.places.claim('k2', 'r1', { donorId: 'c3', at: NOW + 600_000, todo: [] })
      const all = { ...day, to: '2026-01-31', form: 'csv' } as const
      expect(await figures({ ...all, area: 'Kanpur' }, stores, facts)).toContain('\r\nunits,1\r\n')
      const there = await figures({ ...all, area: 'GSVM Medical College' }, stores, facts)
      expect(there).toContain('\r\ncamps,0\r\n')
      expect(there).toContain('\r\nrequests.minutes_to_first_yes,10\r\n')
      expect(await figures(all, stores, facts)).toContain('\r\ncamps,1\r\n')
    })
  })
})

describe('what is printed', () => {
  const camps = [aCamp({ place: { en: '=HYPERLINK("x"), <b>' }, date: '2026-01-25' })]
  const found = countFigures({
    ...{ period: { from: '2026-01-01', to: '2026-01-31' }, donations: [], requests: [], impacts: [] },
    camps,
  })

  it('takes no place for a formula or for a tag', () => {
    expect(asCsv(found)).toContain('"camp 2026-01-25 =HYPERLINK(""x""), <b>",0')
    expect(asHtml(found)).toContain('=HYPERLINK(&quot;x&quot;), &lt;b&gt;')
  })
})
