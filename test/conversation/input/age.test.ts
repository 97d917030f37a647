import { recognise } from '../../../src/conversation/input/recognise'

const about = { now: Date.UTC(2026, 0, 26, 3, 30), timeZone: 'Asia/Kolkata' }
const read = (text: string): number | undefined => recognise('age', text, about)

describe('age', () => {
  it.each([
    ['7', 7], ['7 saal', 7], ['सात साल', 7], ['7-year-old', 7], ['umar 30', 30], ['मेरी उम्र ३० साल है', 30],
    ['beta 7 saal ka hai', 7], ['pachees saal', 25], ['she is 7', 7], ['120', 120],
  ])('reads %j as %d completed years', (text, want) => expect(read(text)).toBe(want)) // prettier-ignore

  it.each([
    ['18 mahine', 1], ['6 mahine ka', 0], ['20 din ka', 0], ['newborn', 0], ['dhai saal', 2], ['paune do saal', 1],
    ['7 saal 6 mahine', 7], ['7.5 years', 7],
  ])('floors %j to %d', (text, want) => expect(read(text)).toBe(want)) // prettier-ignore

  it('tells saath from saat', () => {
    expect(['saath saal', 'saat saal', 'साठ साल', 'सात साल'].map(read)).toEqual([60, 7, 60, 7])
  })

  it('takes "about 40" for 40', () => expect(read('lagbhag 40')).toBe(40))

  it('reads the age beside a weight', () => expect(read('7 saal, wajan 22 kilo')).toBe(7))

  it.each([
    'above 18', '18+', '18 se upar', 'kam se kam 18', '7-8 saal', '7 ya 8', 'saat aath saal', '2015', 'DOB 12/03/2015',
    '121', '5 saal aur 7 saal', '10 saal pehle',
  ])('gives nothing for %j: no one age', (text) => expect(read(text)).toBeUndefined()) // prettier-ignore

  it.each(['55 kilo', '2 unit', 'class 7', '10 baje', 'B+', '9839012345', '6m', 'saal'])(
    'gives nothing for %j, which is no age',
    (text) => expect(read(text)).toBeUndefined(),
  )
})
