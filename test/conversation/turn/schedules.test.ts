import { forEachEngine } from '../../support/engines'
import { runSchedule } from './support/run-schedule'
import { scheduleOf } from './support/schedule'
import { reopened, sideBySide } from './support/stores-of-processes'

/** Seeds to play instead, one or a range: `SCHEDULE_SEEDS=17 npx jest test/conversation/turn/schedules`. */
const CHOSEN = process.env['SCHEDULE_SEEDS']
jest.setTimeout(CHOSEN === undefined ? 120_000 : 3_600_000)

const SEEDS = { embedded: 240, mongo: 64 }

forEachEngine((engine, open) => {
  it('answers once, in order and truly, whatever fails', async () => {
    const next = engine === 'embedded' ? reopened(open, engine) : await sideBySide(open)
    const broken: string[] = []
    for (const seed of seeds(SEEDS[engine])) {
      const schedule = scheduleOf(seed)
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
