import { coalesced } from '../../../src/storage/mongo/coalesced'

/** Performs when it is let go, and remembers what it was asked. */
function held() {
  const calls: { readonly asked: string; readonly go: (fail?: Error) => void }[] = []
  const perform = (key: string, items: readonly number[]): Promise<readonly string[]> =>
    new Promise((resolve, reject) => {
      const go = (fail?: Error): void => (fail ? reject(fail) : resolve(items.map((item) => `${key}${item}`)))
      calls.push({ asked: `${key}: ${items.join(' ')}`, go })
    })
  return { calls, call: coalesced(perform) }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('coalesced', () => {
  it('gathers what comes while one call runs, for each key apart', async () => {
    const { calls, call } = held()
    const results = [call('a', 1), call('a', 2), call('b', 3), call('a', 4)]
    await settled()
    expect(calls.map(({ asked }) => asked)).toEqual(['a: 1', 'b: 3'])
    calls[0]?.go()
    await settled()
    expect(calls.map(({ asked }) => asked)).toEqual(['a: 1', 'b: 3', 'a: 2 4'])
    for (const { go } of calls) go()
    expect(await Promise.all(results)).toEqual(['a1', 'a2', 'b3', 'a4'])
  })

  it('fails those of one call together, and goes on with the next', async () => {
    const { calls, call } = held()
    const first = call('a', 1)
    const rest = [call('a', 2), call('a', 3)]
    calls[0]?.go(new Error('away'))
    await expect(first).rejects.toThrow('away')
    await settled()
    calls[1]?.go()
    expect(await Promise.all(rest)).toEqual(['a2', 'a3'])
    const later = call('a', 4)
    calls[2]?.go()
    expect(await later).toBe('a4')
  })
})
