import { looksLikeHumanCode } from '../../src/base/ids'
import { keyedCode, keyedId } from '../../src/base/keyed-id'
import { withFreeCode } from '../../src/base/with-free-code'

const TAKEN = { ok: false, reason: 'code_taken' } as const

describe('the id of an effect’s key', () => {
  it('is the same for the same key, and another for another', () => {
    expect(keyedId('SM1:request/store:1')).toBe(keyedId('SM1:request/store:1'))
    expect(keyedId('SM1:request/store:1')).not.toBe(keyedId('SM1:request/store:2'))
  })

  it('says nothing of the key', () => {
    expect(keyedId('SM1:request/store:1')).toMatch(/^[0-9a-f]{32}$/)
  })
})

describe('the codes of an effect’s key', () => {
  it('come in one order, each one that people can read aloud', () => {
    const codes = [0, 1, 2, 3].map((nth) => keyedCode('k1', nth))
    expect(codes).toEqual([0, 1, 2, 3].map((nth) => keyedCode('k1', nth)))
    expect(new Set(codes).size).toBe(4)
    expect(codes.every(looksLikeHumanCode)).toBe(true)
    expect(keyedCode('k2', 0)).not.toBe(keyedCode('k1', 0))
  })

  it('are tried until one is free', async () => {
    const tried: string[] = []
    const stored = await withFreeCode('k1', async (code) => {
      tried.push(code)
      return tried.length < 3 ? TAKEN : ({ ok: true, code } as const)
    })
    expect(tried).toEqual([0, 1, 2].map((nth) => keyedCode('k1', nth)))
    expect(stored.code).toBe(keyedCode('k1', 2))
  })

  it('run out loudly', async () => {
    await expect(withFreeCode('k1', async () => TAKEN)).rejects.toThrow('no code is free')
  })
})
