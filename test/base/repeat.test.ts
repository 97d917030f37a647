import { SECOND } from '../../src/base/clock'
import { repeat } from '../../src/base/repeat'
import { manualClock, turnOfEvents } from '../channels/support/manual-clock'

/** Work that ends when the test says so. */
function slowWork() {
  const ends: (() => void)[] = []
  return {
    runs: 0,
    end: () => ends.shift()?.(),
    work(): Promise<void> {
      this.runs++
      return new Promise((resolve) => ends.push(resolve))
    },
  }
}

describe('repeat', () => {
  const onFault = jest.fn()
  beforeEach(() => onFault.mockClear())

  it('runs after each interval, and not at once', async () => {
    const clock = manualClock()
    let runs = 0
    repeat({ ms: 5 * SECOND, clock, onFault }, async () => runs++)
    await clock.advance(4 * SECOND)
    expect(runs).toBe(0)
    await clock.advance(SECOND)
    expect(runs).toBe(1)
    await clock.advance(10 * SECOND)
    expect(runs).toBe(3)
  })

  it('goes on after a failed run, and tells of it', async () => {
    const clock = manualClock()
    const failure = new Error('away')
    const work = jest.fn(async () => {
      throw failure
    })
    repeat({ ms: SECOND, clock, onFault }, work)
    await clock.advance(2 * SECOND)
    expect(work).toHaveBeenCalledTimes(2)
    expect(onFault).toHaveBeenCalledWith(failure)
  })

  it('runs at once when kicked', async () => {
    const clock = manualClock()
    let runs = 0
    const repeating = repeat({ ms: SECOND, clock, onFault }, async () => runs++)
    repeating.kick()
    await turnOfEvents()
    expect(runs).toBe(1)
    await clock.advance(999)
    expect(runs).toBe(1)
    await clock.advance(1)
    expect(runs).toBe(2)
  })

  it('makes one further run of several kicks while it runs, and never runs twice at once', async () => {
    const clock = manualClock()
    const slow = slowWork()
    const repeating = repeat({ ms: SECOND, clock, onFault }, () => slow.work())
    await clock.advance(SECOND)
    repeating.kick()
    repeating.kick()
    await clock.advance(5 * SECOND)
    expect(slow.runs).toBe(1)
    slow.end()
    await turnOfEvents()
    expect(slow.runs).toBe(2)
    slow.end()
    await turnOfEvents()
    expect(slow.runs).toBe(2)
  })

  it('stops when the run under way is done, and runs no more', async () => {
    const clock = manualClock()
    const slow = slowWork()
    const repeating = repeat({ ms: SECOND, clock, onFault }, () => slow.work())
    await clock.advance(SECOND)
    let stopped = false
    void repeating.stop().then(() => (stopped = true))
    await turnOfEvents()
    expect(stopped).toBe(false)
    slow.end()
    await turnOfEvents()
    expect(stopped).toBe(true)
    repeating.kick()
    await clock.advance(5 * SECOND)
    expect(slow.runs).toBe(1)
  })
})
