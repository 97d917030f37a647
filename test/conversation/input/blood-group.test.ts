import { recognise } from '../../../src/conversation/input/recognise'

const about = { now: Date.UTC(2026, 0, 26, 3, 30), timeZone: 'Asia/Kolkata' }
const read = (text: string): string | undefined => recognise('blood_group', text, about)

describe('bloodGroup', () => {
  it.each([
    ['B+', 'B+'], ['b +ve', 'B+'], ['bpojitiv', 'B+'], ['B - positive', 'B+'], ['🅱️➕', 'B+'], ['बी पाजिटिव', 'B+'],
    ['positive B', 'B+'], ['O (Rh-)', 'O-'], ['A.B. neg', 'AB-'], ['एबी निगेटिव', 'AB-'], ['A−', 'A-'],
    ['B+ B+', 'B+'], ['B+2 unit', 'B+'],
  ])('reads %j as %s, however ABO and Rh are written', (text, group) => expect(read(text)).toBe(group)) // prettier-ignore

  it.each([
    ['A1+', 'A+'], ['A2 negative', 'A-'], ['A1B +ve', 'AB+'], ['a2b neg', 'AB-'],
  ])('collapses the subgroup %j to %s', (text, group) => expect(read(text)).toBe(group)) // prettier-ignore

  it.each(['0+', '0 negative', 'zero positive', 'जीरो निगेटिव'])(
    'takes the zero of %j for the letter O',
    (text) => expect(read(text)?.[0]).toBe('O'),
  )

  it.each([
    '0',
    'zero',
    '10+',
    '0-10',
    'B',
    'AB',
    'positive',
    '-ve',
    'Rh+',
    'B-12',
    'B - 2 unit',
    'B +919839012345',
  ])('gives nothing for %j, where ABO or Rh is not stated', (text) => expect(read(text)).toBeUndefined())

  it.each([
    'A+ ya B+', 'A/B+', 'B+ or O', 'B+ / AB', 'B+-', 'B positive or negative', 'A+B+', 'mother A+, baby O+',
  ])('gives nothing for two groups: %j', (text) => expect(read(text)).toBeUndefined()) // prettier-ignore

  it.each([
    'shayad B+', 'I think AB+', 'B+?', 'kya B+ hai', 'B+ lagta hai', 'B+ nahi hai', 'not B+', 'B+ ko chhodkar',
  ])('gives nothing for doubt, questions and denials: %j', (text) => expect(read(text)).toBeUndefined()) // prettier-ignore

  it.each([
    ['A+ nahi B+ hai', 'B+'], ['sorry O+ not A+', 'O+'], ['nahi, B negative hai', 'B-'],
    ['report me B positive likha hai', 'B+'],
    ['HIV negative hu, group B+', 'B+'], ['hepatitis B hai, group O+', 'O+'],
  ])('reads %j as %s: what is stated, not what is denied or tested', (text, group) => expect(read(text)).toBe(group)) // prettier-ignore

  it.each(['Bombay group', 'hh positive', 'Bombay O+', 'Rh null', 'बॉम्बे ग्रुप'])(
    'leaves %j to a person',
    (text) => expect(read(text)).toBeUndefined(),
  )

  it.each([
    'covid positive', 'Hepatitis B positive', 'vitamin B positive', 'be positive yaar', 'A positive attitude', 'A+ grade',
    'ab positive hai report',
    'HIV ki blood report A negative', 'Abhay positive', 'Obi', 'B block', 'Plan B positive', 'opposite', 'C+',
  ])('gives nothing for what only looks like a group: %j', (text) => expect(read(text)).toBeUndefined()) // prettier-ignore
})
