import { SECOND } from '../../../src/base/clock'
import { Doubt, DOUBT_RESTS_FOR } from '../../../src/conversation/turn/doubt'
import { manualClock } from '../../channels/support/manual-clock'

describe('doubt', () => {
  it('is settled when it has rested, once', async () => {
    const clock = manualClock()
    const doubt = new Doubt(clock)
    const compare = jest.fn(async () => undefined)
    await doubt.settle(compare)
    doubt.raise()
    await clock.advance(DOUBT_RESTS_FOR - 1)
    await doubt.settle(compare)
    expect(compare).not.toHaveBeenCalled()
    await clock.advance(1)
    await doubt.settle(compare)
    await doubt.settle(compare)
    expect(compare).toHaveBeenCalledTimes(1)
    expect(doubt.raised).toBe(false)
  })

  it('stays when comparing fails', async () => {
    const clock = manualClock()
    const doubt = new Doubt(clock)
    doubt.raise()
    await clock.advance(DOUBT_RESTS_FOR)
    const failing = doubt.settle(async () => {
      throw new Error('no list')
    })
    await expect(failing).rejects.toThrow('no list')
    expect(doubt.raised).toBe(true)
  })

  it('stays when it is raised while the list is compared', async () => {
    const clock = manualClock()
    const doubt = new Doubt(clock)
    doubt.raise()
    await clock.advance(DOUBT_RESTS_FOR)
    await doubt.settle(async () => doubt.raise())
    expect(doubt.raised).toBe(true)
  })
  it('is settled in time, however often it is raised again', async () => {
    const clock = manualClock()
    const doubt = new Doubt(clock)
    const compare = jest.fn(async () => undefined)
    for (let i = 0; i < 60; i++) {
      doubt.raise()
      await doubt.settle(compare)
      await clock.advance(SECOND)
    }
    expect(compare).toHaveBeenCalledTimes(2)
    await clock.advance(DOUBT_RESTS_FOR)
    await doubt.settle(compare)
    expect(doubt.raised).toBe(false)
  })
})
