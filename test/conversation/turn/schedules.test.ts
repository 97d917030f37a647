import type { Stores } from '../../../src/storage/stores'
import { forEachEngine, type OpenStores } from '../../support/engines'
import { runSchedule, type NextStores } from './support/run-schedule'
import { scheduleOf } from './support/schedule'

/** Seeds to play instead, one or a range: `SCHEDULE_SEEDS=17 npx jest test/conversation/turn/schedules`. */
const CHOSEN = process.env['SCHEDULE_SEEDS']
jest.setTimeout(CHOSEN === undefined ? 120_000 : 3_600_000)

const SEEDS = { embedded: 240, mongo: 64 }

forEachEngine((engine, open) => {
  it('answers once, in order and truly, whatever fails', async () => {
    const next = engine === 'embedded' ? reopened(open) : sideBySide(await openTwo(open))
    const broken: string[] = []
    for (const seed of seeds(SEEDS[engine])) {
      const schedule = scheduleOf(seed, engine === 'embedded' ? 1 : 2)
      const found = await runSchedule(schedule, next).catch((error: unknown) => [String(error)])
      broken.push(...found.map((one) => `seed ${seed} (${schedule.family}): ${one}`))
    }
    expect(broken).toEqual([])
  })
})

function seeds(count: number): readonly number[] {
  const [first = 1, last = first] = CHOSEN?.split('-').map(Number) ?? [1, count]
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

/** The embedded engine has one process: after a death the data are opened anew. */
function reopened(open: OpenStores): NextStores {
  let stores: Stores | undefined
  return async (after) => {
    if (after && stores) {
      await stores.close()
      stores = undefined
    }
    stores ??= await open()
    return stores
  }
}

async function openTwo(open: OpenStores): Promise<readonly [Stores, Stores]> {
  return [await open(), await open()]
}

/** Two processes with a connection each. */
function sideBySide(pair: readonly [Stores, Stores]): NextStores {
  let turn = 0
  return async () => pair[turn++ % 2] ?? pair[0]
}
