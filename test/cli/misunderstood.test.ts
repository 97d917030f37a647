import { misunderstood, misunderstoodAsk } from '../../src/cli/misunderstood'
import { forEachEngine } from '../support/engines'
import { aMissCount } from '../support/records'

const FACTS = { today: '2026-11-24', locales: ['en', 'hi', 'hi-Latn'] }

describe('misunderstoodAsk', () => {
  it('takes the last thirty days in every language when nothing is said', () => {
    expect(misunderstoodAsk([], FACTS)).toEqual({ from: '2026-10-26', to: '2026-11-24', json: false })
  })

  it('takes what is said', () => {
    const args = ['--from', '2026-11-01', '--to', '2026-11-03', '--locale', 'hi', '--json']
    const ask = { from: '2026-11-01', to: '2026-11-03', locale: 'hi', json: true }
    expect(misunderstoodAsk(args, FACTS)).toEqual(ask)
  })

  it.each([
    [['--from', '2026-02-30'], '--from 2026-02-30: there is no such day; write it like 2026-11-30.'],
    [['--to', '30.11.2026'], '--to 30.11.2026: there is no such day; write it like 2026-11-30.'],
    [['--from', '2026-13-01'], '--from 2026-13-01: there is no such day; write it like 2026-11-30.'],
    [
      ['--from', '2026-11-05', '--to', '2026-11-04'],
      '--from 2026-11-05 is after --to 2026-11-04: give the earlier day to --from.',
    ],
    [['--locale', 'fr'], '--locale fr: there is no such language; give one of en, hi, hi-Latn.'],
  ])('refuses %j in one line', (args, line) => {
    expect(() => misunderstoodAsk(args, FACTS)).toThrow(line)
  })
})

forEachEngine((_engine, open) => {
  describe('misunderstood', () => {
    const ask = { from: '2026-11-01', to: '2026-11-30', json: false }

    it('puts what is missed most first, with the part that went to a person', async () => {
      const { misses } = await open()
      await misses.add([
        aMissCount({ step: 'units', locale: 'en', count: 1 }),
        aMissCount({ step: 'hospital', nth: 1, count: 8 }),
        aMissCount({ step: 'hospital', nth: 2, count: 3, day: '2026-11-02' }),
        aMissCount({ step: 'hospital', nth: 3, count: 2, day: '2026-11-03' }),
        aMissCount({ flow: 'menu', step: 'start', count: 40 }),
        aMissCount({ day: '2026-10-31', count: 99 }),
      ])
      expect(await misunderstood(ask, misses)).toBe(
        [
          'Not understood, 2026-11-01 to 2026-11-30',
          'flow     step      language  misses  to a person  share',
          'menu     start     hi            40            0     0%',
          'request  hospital  hi            13            2    25%',
          'request  units     en             1            0     0%',
          'all                              54            2',
          '',
        ].join('\n'),
      )
      const rows = [{ flow: 'request', step: 'units', locale: 'en', misses: 1, handedOver: 0, share: 0 }]
      const said = await misunderstood({ ...ask, locale: 'en', json: true }, misses)
      expect(JSON.parse(said)).toEqual({ from: ask.from, to: ask.to, rows })
    })

    it('says when nothing was counted', async () => {
      const { misses } = await open()
      const line = 'Not understood, 2026-11-01 to 2026-11-30: nothing was counted\n'
      expect(await misunderstood(ask, misses)).toBe(line)
    })

    it('never shows more than all, when the first misses were a day before', async () => {
      const { misses } = await open()
      await misses.add([aMissCount({ nth: 3, count: 2 }), aMissCount({ nth: 1, count: 1 })])
      const { rows } = JSON.parse(await misunderstood({ ...ask, json: true }, misses)) as {
        rows: readonly { share: number }[]
      }
      expect(rows.map(({ share }) => share)).toEqual([1])
    })
  })
})
