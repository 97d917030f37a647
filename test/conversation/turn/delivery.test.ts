import { Delivery } from '../../../src/conversation/turn/delivery'
import { turnOfEvents } from '../../channels/support/manual-clock'
import { aMessage, NOW } from '../../support/records'

const DEADLINE = NOW + 3_000

function waiting(): Delivery {
  return Delivery.waiting(aMessage(), DEADLINE)
}

describe('a delivery', () => {
  it('may promise TwiML before its deadline', () => {
    expect(waiting().beginCommit(DEADLINE - 1)).toBe(true)
    expect(waiting().beginCommit(DEADLINE)).toBe(false)
  })

  it('may not when it was acknowledged before', () => {
    const delivery = Delivery.acknowledged(aMessage())
    expect(delivery.open).toBe(false)
    expect(delivery.beginCommit(NOW)).toBe(false)
  })

  it('promises once', () => {
    const delivery = waiting()
    delivery.beginCommit(NOW)
    delivery.endedCommit(true)
    expect(delivery.beginCommit(NOW)).toBe(false)
  })

  it('may promise again after a commit that was not written', () => {
    const delivery = waiting()
    delivery.beginCommit(NOW)
    delivery.endedCommit(false)
    expect(delivery.open).toBe(true)
    expect(delivery.beginCommit(NOW)).toBe(true)
  })

  it('promises nothing once it is closed', async () => {
    const delivery = waiting()
    expect(await delivery.close()).toBe(true)
    expect(delivery.beginCommit(NOW)).toBe(false)
  })

  it.each([
    ['must be answered here when that succeeds', true, false],
    ['is closed when that fails', false, true],
  ])('waits for a commit under way at the deadline, and %s', async (_, written, closed) => {
    const delivery = waiting()
    delivery.beginCommit(NOW)
    let result: boolean | undefined
    const closing = delivery.close().then((is) => (result = is))
    await turnOfEvents()
    expect(result).toBeUndefined()
    delivery.endedCommit(written)
    expect(await closing).toBe(closed)
  })

  it('tells those who wait for it when it ends; an acknowledged one has ended', async () => {
    const delivery = waiting()
    let ended = false
    const waited = delivery.whenEnded().then(() => (ended = true))
    await turnOfEvents()
    expect(ended).toBe(false)
    delivery.ended()
    await waited
    await Delivery.acknowledged(aMessage()).whenEnded()
  })
})
