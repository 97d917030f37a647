import { mergeReplies } from '../../../src/conversation/turn/merge-replies'
import { MAX_BODY } from '../../../src/messaging/split-text'

const half = 'क'.repeat(MAX_BODY / 2)

describe('merged replies', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['none stay none', [], []],
    ['one stays as it is', ['one'], ['one']],
    ['short ones become one', ['one', 'two', 'three'], ['one\n\ntwo\n\nthree']],
    ['what does not fit begins another', [half, half, 'short'], [half, `${half}\n\nshort`]],
    [
      'one that fits exactly is taken in',
      ['x'.repeat(MAX_BODY - 5), 'end'],
      [`${'x'.repeat(MAX_BODY - 5)}\n\nend`],
    ],
  ])('%s', (_, replies, merged) => {
    expect(mergeReplies(replies)).toEqual(merged)
  })
})
