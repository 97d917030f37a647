import { MissCounter } from '../../../src/conversation/misses/miss-counter'
import type { MissCount } from '../../../src/conversation/misses/miss'

const MISS = { flow: 'request', step: 'units', locale: 'hi', nth: 1 }
/** Half an hour before midnight in India. */
const NIGHT = Date.parse('2026-11-24T23:30+05:30')

describe('MissCounter', () => {
  let added: (readonly MissCount[])[]
  let fails: boolean
  let counter: MissCounter

  beforeEach(() => {
    added = []
    fails = false
    const add = async (counts: readonly MissCount[]): Promise<void> => {
      if (fails) throw new Error('away')
      added.push(counts)
    }
    const misses = { add, between: async () => [] }
    counter = new MissCounter({ misses, timeZone: 'Asia/Kolkata' })
  })

  it('adds up by the day of the place where people are', async () => {
    counter.note(MISS, NIGHT)
    counter.note(MISS, NIGHT)
    counter.note({ ...MISS, nth: 2 }, NIGHT)
    counter.note(MISS, NIGHT + 3_600_000)
    await counter.flush()
    expect(added).toEqual([
      [
        { ...MISS, day: '2026-11-24', count: 2 },
        { ...MISS, nth: 2, day: '2026-11-24', count: 1 },
        { ...MISS, day: '2026-11-25', count: 1 },
      ],
    ])
  })

  it('asks nothing of the storage when there is nothing to add', async () => {
    counter.note(MISS, NIGHT)
    await counter.flush()
    await counter.flush()
    expect(added).toHaveLength(1)
  })

  it('rather loses what could not be added than counts it twice', async () => {
    counter.note(MISS, NIGHT)
    fails = true
    await expect(counter.flush()).rejects.toThrow('away')
    fails = false
    counter.note({ ...MISS, nth: 2 }, NIGHT)
    await counter.flush()
    expect(added).toEqual([[{ ...MISS, nth: 2, day: '2026-11-24', count: 1 }]])
  })
})
