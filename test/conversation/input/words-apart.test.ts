import { wordsApart } from '../../../src/conversation/input/words-apart'

describe('wordsApart', () => {
  it.each([
    ['todonate', ['to', 'donate']],
    ['khoonchahiye', ['khoon', 'chahiye']],
    ['खूनदेनाहै', ['खून', 'देना', 'है']],
  ])('takes %j apart', (word, pieces) => {
    expect(wordsApart(word)).toEqual(pieces)
  })

  it.each(['chahiye', 'govindpuri', 'ursula', 'xyzxyzxyz', 'हैलट'])('leaves %j whole', (word) => {
    expect(wordsApart(word)).toEqual([word])
  })
})
