import { countedIn } from '../../../src/conversation/input/counted'
import { utterance } from '../../../src/conversation/input/utterance'

const read = (text: string): unknown[] => countedIn(utterance(text)).map(({ of, value }) => [of, value])

describe('countedIn', () => {
  it.each([
    ['2 units', [['units', 2]]],
    ['दो बोतल', [['units', 2]]],
    ['unit 3', [['units', 3]]],
    ['2 O negative units', [['units', 2]]],
    ['khoon do 2 unit', [['units', 2]]],
    ['7 saal ka beta', [['age', 7]]],
    ['umar: 25', [['age', 25]]],
    ['8 months old baby', [['age', 0]]],
    ['patient M/33', [['age', 33]]],
    [
      '26F, 58kg',
      [
        ['age', 26],
        ['weight', 58],
      ],
    ],
    ['my daughter is 11, need blood', [['age', 11]]],
    ['beti 6 ki hai', [['age', 6]]],
    ['wajan 18.5 kg', [['weight', 18.5]]],
    [
      '7 saal ki beti, 18 kilo, 2 unit',
      [
        ['age', 7],
        ['weight', 18],
        ['units', 2],
      ],
    ],
  ])('reads %j', (text, counted) => {
    expect(read(text)).toEqual(counted)
  })

  it.each(['2-3 unit', '2 ya 3 unit', 'do teen unit', '0 unit', '150 units', '1.5 unit'])(
    'reads no number of units in %j',
    (text) => {
      expect(read(text)).toEqual([['units', undefined]])
    },
  )

  it.each([
    '2 saal pehle',
    '3 mahine baad',
    '2 din baad',
    'bed 12',
    '2 female donors',
    'I am 5 km away',
    '9839012345',
    'ward no 7',
  ])('counts nothing in %j', (text) => {
    expect(read(text)).toEqual([])
  })

  it('says where the count stands, its word included', () => {
    expect(countedIn(utterance('khoon 2 unit kal'))).toEqual([{ of: 'units', value: 2, at: 1, end: 3 }])
  })
})
