import { forEachEngine } from '../../support/engines'
import type { Fault } from '../../support/faulty-stores'
import { runSchedule } from './support/run-schedule'
import { plainSchedule } from './support/schedule'
import { reopened } from './support/stores-of-processes'
import { WITH_RETRIES, WITHOUT_RETRIES } from './support/turn-world'

jest.setTimeout(60_000)

/** From the first message to the answer after the mind has changed, with two effects between. */
const WORDS = ['need', 'both', 'no', 'status'] as const
/** The store calls that takes when nothing fails, and the first two of the workers. */
const CALLS = 13

forEachEngine((engine, open) => {
  const everyCall = Array.from({ length: CALLS }, (_, i) => i + 1)
  const calls = engine === 'embedded' ? everyCall : everyCall.filter((at) => at % 3 === 0)

  it.each([
    { kind: 'crash_before', fragment: WITH_RETRIES, twilio: 'tries again' },
    { kind: 'crash_after', fragment: WITH_RETRIES, twilio: 'tries again' },
    { kind: 'crash_before', fragment: WITHOUT_RETRIES, twilio: 'does not try again' },
    { kind: 'crash_after', fragment: WITHOUT_RETRIES, twilio: 'does not try again' },
  ] as const)('survives a $kind at each store call when Twilio $twilio', async ({ kind, fragment }) => {
    const next = reopened(open, engine)
    const broken: string[] = []
    for (const at of calls) {
      const faults: readonly Fault[] = [{ at, kind }]
      const found = await runSchedule(plainSchedule({ seed: at, words: WORDS, faults, fragment }), next)
      broken.push(...found.map((one) => `call ${at}: ${one}`))
    }
    expect(broken).toEqual([])
  })
})
