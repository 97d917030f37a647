import { phoneMentions } from '../../../src/conversation/input/phone-mentions'
import { utterance } from '../../../src/conversation/input/utterance'

const read = (text: string): (string | undefined)[] =>
  phoneMentions(utterance(text)).map(({ phone }) => phone)

describe('phoneMentions', () => {
  it.each([
    ['call 9839012345', ['+919839012345']],
    ['98390-12345', ['+919839012345']],
    ['+91 98390 12345', ['+919839012345']],
    ['09839012345', ['+919839012345']],
    ['९८३९०१२३४५', ['+919839012345']],
    ['9839012345 / 9415012345', ['+919839012345', '+919415012345']],
    ['2 unit 9839012345', ['+919839012345']],
    ['9839012345 2 unit', ['+919839012345']],
  ])('finds in %j %j', (text, phones) => {
    expect(read(text)).toEqual(phones)
  })

  it.each(['2 unit', '12345', '0512 2535881', '208002', '28/11/2026'])('finds none in %j', (text) => {
    expect(read(text)).toEqual([])
  })

  it('claims a long number that is no mobile without reading it', () => {
    expect(read('aadhaar 234123412346')).toEqual([undefined])
  })
})
