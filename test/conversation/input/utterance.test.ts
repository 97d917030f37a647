import { utterance } from '../../../src/conversation/input/utterance'

describe('utterance', () => {
  it('keeps the message as written beside what is read', () => {
    expect(utterance(' B+ve, 2 Unit! ')).toEqual({
      raw: ' B+ve, 2 Unit! ',
      text: 'b+ve, 2 unit!',
      tokens: ['b', '+', 've', ',', '2', 'unit', '!'],
      glued: [false, true, true, true, false, false, true],
      words: ['b', 've', '2', 'unit'],
    })
  })

  it('counts emoji among the words', () => {
    expect(utterance('ok 👍').words).toEqual(['ok', '👍'])
  })

  it('remembers the last messages only', () => {
    const first = utterance('first')
    expect(utterance('first')).toBe(first)
    for (let i = 0; i < 100; i++) utterance(`message ${i}`)
    expect(utterance('first')).not.toBe(first)
    expect(utterance('first')).toEqual(first)
  })
})
