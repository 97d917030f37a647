import { DAY, SECOND } from '../../../src/base/clock'
import { addAnswered, findAnswered, isFlood } from '../../../src/conversation/turn/answered'
import type { AnsweredMessage } from '../../../src/conversation/turn/conversation'
import { aConversation, NOW } from '../../support/records'

/** So many answered messages, one each `every` milliseconds, the last at `NOW`. */
function answeredTimes(count: number, every: number): readonly AnsweredMessage[] {
  return Array.from({ length: count }, (_, i) => i).reduce<readonly AnsweredMessage[]>((answered, i) => {
    const at = NOW - (count - 1 - i) * every
    return addAnswered(answered, { sid: `SM${i + 1}`, at, path: 'twiml', replies: [`reply ${i + 1}`] }, at)
  }, [])
}

describe('the answered messages', () => {
  it('keep their replies for the last ten', () => {
    const answered = answeredTimes(12, SECOND)
    expect(answered.filter((one) => one.replies).map(({ sid }) => sid)).toEqual(
      Array.from({ length: 10 }, (_, i) => `SM${i + 3}`),
    )
    expect(answered[1]).toEqual({ sid: 'SM2', at: NOW - 10 * SECOND, path: 'twiml' })
  })

  it.each([
    { which: 'of more than 24 hours ago the last 200', count: 250, every: DAY, kept: 200 },
    { which: 'of the last 24 hours all', count: 500, every: SECOND, kept: 500 },
    { which: 'few', count: 3, every: DAY, kept: 3 },
  ])('keep $which', ({ count, every, kept }) => {
    const answered = answeredTimes(count, every)
    expect(answered).toHaveLength(kept)
    expect(answered.at(-1)?.sid).toBe(`SM${count}`)
  })

  it('are found by their sid', () => {
    const conversation = aConversation({ answered: answeredTimes(12, SECOND) })
    expect(findAnswered(conversation, 'SM12')?.replies).toEqual(['reply 12'])
    expect(findAnswered(conversation, 'SM1')?.sid).toBe('SM1')
    expect(findAnswered(conversation, 'SM99')).toBeUndefined()
  })

  it.each([
    { which: 'a thousand in a day', count: 1_000, every: 80 * SECOND, flood: true },
    { which: 'a thousand in two days', count: 1_000, every: 160 * SECOND, flood: false },
    { which: 'fewer', count: 999, every: SECOND, flood: false },
  ])('$which are a flood: $flood', ({ count, every, flood }) => {
    const answered = Array.from({ length: count }, (_, i) => ({
      sid: `SM${i}`,
      at: NOW - (count - 1 - i) * every,
      path: 'twiml' as const,
    }))
    expect(isFlood(aConversation({ answered }), NOW)).toBe(flood)
  })
})
