import { groupMentions } from '../../../src/conversation/input/group-mentions'
import { utterance } from '../../../src/conversation/input/utterance'

const read = (text: string): string[] => groupMentions(utterance(text)).map(({ group }) => group)

describe('groupMentions', () => {
  it.each([
    ['B+', ['B+']],
    ['B - positive', ['B+']],
    ['O(-)ve', ['O-']],
    ['A-nagative', ['A-']],
    ['A1B positive', ['AB+']],
    ['0 negative', ['O-']],
    ['blood group: A (positive)', ['A+']],
    ['bi pojitiv', ['B+']],
    ['एबी नेगेटिव', ['AB-']],
    ['बी ग्रुप पॉजिटिव', ['B+']],
    ['🅱️+', ['B+']],
    ['B+ya A-', ['B+', 'A-']],
    ['mujhe O- 2 unit chahiye', ['O-']],
  ])('finds in %j %j', (text, groups) => {
    expect(read(text)).toEqual(groups)
  })

  it.each([
    'B',
    'positive',
    'a positive answer',
    'ab positive report aayi',
    'be positive',
    'hepatitis B positive',
    'vitamin B+',
    'room B-12',
    'covid positive',
    'A-B',
  ])('finds none in %j', (text) => {
    expect(read(text)).toEqual([])
  })

  it('says where a group stands', () => {
    expect(groupMentions(utterance('need B + ve today'))).toEqual([{ group: 'B+', at: 1, end: 4 }])
  })
})
