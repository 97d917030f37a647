import { recognise } from '../../../src/conversation/input/recognise'

const about = { now: Date.UTC(2026, 0, 26, 3, 30), timeZone: 'Asia/Kolkata' }
const read = (text: string): number | undefined => recognise('weight', text, about)

describe('weight', () => {
  it.each([
    ['55', 55], ['55 kilo', 55], ['Wt: 55 kg', 55], ['pachpan', 55], ['पचपन किलो', 55], ['मेरा वजन ५५ किलो है', 55],
    ['55 k.g.', 55], ['lagbhag 60', 60], ['2', 2], ['250 kg', 250], ['30 saal 55 kilo', 55],
  ])('reads %j as %d', (text, want) => expect(read(text)).toBe(want)) // prettier-ignore

  it.each([
    ['55.5', 55.5], ['saadhe pachpan kilo', 55.5], ['साढ़े पचपन किलो', 55.5], ['dhai kilo', 2.5], ['22 kg 500 gm', 22.5],
    ['2500 gram', 2.5],
  ])('reads %j as %d, to one decimal', (text, want) => expect(read(text)).toBe(want)) // prettier-ignore

  it.each(['above 50', '50 se zyada', 'kam se kam 50', '50+', '50-55', '50 ya 55', '1', '251', '0'])(
    'gives nothing for %j: no one weight from 2 to 250 kg',
    (text) => expect(read(text)).toBeUndefined(),
  )

  it.each([
    '1 lakh',
    '350 ml',
    '170 cm',
    '5 feet 6 inch',
    '110 lbs',
    '7 saal',
    '2 unit',
    '10 baje',
    'B+',
    'kilo',
  ])('gives nothing for %j, which is no weight in kilograms', (text) => expect(read(text)).toBeUndefined())
})
