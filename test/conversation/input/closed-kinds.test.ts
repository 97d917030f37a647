import { recognise, type Kind } from '../../../src/conversation/input/recognise'
import { guessLocale } from '../../../src/conversation/input/guess-locale'
import { maskAadhaar } from '../../../src/conversation/input/mask-aadhaar'
import { readCard } from '../../../src/conversation/input/card'
import { readInitials } from '../../../src/conversation/input/initials'
import { readNone } from '../../../src/conversation/input/none'

const OPTIONS = { now: Date.UTC(2026, 0, 26, 3, 30), timeZone: 'Asia/Kolkata' }

/** What people type, and what it must be read as; `undefined` must be asked again. */
const ROWS: { readonly [K in Kind]?: readonly (readonly [string, unknown])[] } = {
  blood_group: [
    ['B+', 'B+'], ['b +ve', 'B+'], ['bpositive', 'B+'], ['B pos', 'B+'], ['बी पॉजिटिव', 'B+'], ['बी+', 'B+'],
    ['बी पोजिटिव', 'B+'], ['ओ नेगेटिव', 'O-'], ['O -ve', 'O-'], ['o neg', 'O-'], ['zero negative', 'O-'],
    ['0 negative', 'O-'], ['AB+', 'AB+'], ['एबी पॉजिटिव', 'AB+'], ['A1+ve', 'A+'], ['A1B positive', 'AB+'],
    ['mera group B negative hai', 'B-'], ['O(-)ve', 'O-'], ['ab negetive', 'AB-'], ['A-nagative', 'A-'],
    ['B', undefined], ['positive', undefined], ['O', undefined], ['A+ ya B+', undefined], ['bombay group', undefined],
    ['hh', undefined], ['covid positive', undefined], ['Vitamin B positive', undefined], ['pata nahi', undefined],
  ],
  component: [
    ['platelets', 'platelets'], ['प्लेटलेट', 'platelets'], ['plasma chahiye', 'plasma'], ['khoon', 'packed_red_cells'],
    ['packed cell', 'packed_red_cells'], ['PRBC', 'packed_red_cells'], ['whole blood', 'whole_blood'],
    ['FFP', 'plasma'], ['platelets aur plasma', undefined], ['kal', undefined],
  ],
  units: [
    ['2', 2], ['२', 2], ['do', 2], ['दो', 2], ['2 unit', 2], ['ek bottle', 1], ['2 packet', 2], ['kam se kam 2', 2],
    ['do unit chahiye', 2], ['sirf 3', 3], ['teen yunit', 3], ['दो बोतल', 2], ['two bags', 2], ['2️⃣', 2],
    ['mujhe do', undefined], ['khoon do', undefined], ['2-3 unit', undefined], ['dedh unit', undefined],
    ['350 ml', undefined], ['0', undefined], ['2 baje', undefined], ['100', undefined], ['7 saal', undefined],
    ['do ya teen', undefined], ['2 din', undefined],
  ],
  age: [
    ['7', 7], ['7 saal', 7], ['7 saal 6 mahine', 7], ['18 mahine', 1], ['18 mahine ka', 1], ['saath saal', 60],
    ['saat saal', 7], ['सात साल', 7], ['साठ साल', 60], ['25 years old', 25], ['umar 30', 30], ['about 40', 40],
    ['above 18', undefined], ['18 se upar', undefined], ['2015', undefined], ['7-8 saal', undefined],
    ['55 kilo', undefined], ['2 unit', undefined], ['130', undefined],
  ],
  weight: [
    ['55', 55], ['55 kilo', 55], ['55.5 kg', 55.5], ['saadhe pachpan kilo', 55.5], ['पचपन किलो', 55],
    ['lagbhag 60', 60], ['60 se zyada', undefined], ['50-55 kg', undefined], ['1', undefined], ['300', undefined],
    ['7 saal', undefined],
  ],
  phone: [
    ['9839012345', '+919839012345'], ['+91 98390 12345', '+919839012345'], ['09839012345', '+919839012345'],
    ['९८३९०१२३४५', '+919839012345'], ['98390-12345', '+919839012345'], ['yahi number', 'self'], ['यही', 'self'],
    ['isi par', 'self'], ['this same number', 'self'], ['9839012345 ya 9839054321', '+919839012345'],
    ['0512-2535881', undefined], ['98390', undefined], ['+14155238886', undefined], ['nahi', undefined],
  ],
  pincode: [
    ['208002', '208002'], ['208 002', '208002'], ['२०८००२', '208002'], ['pin 208002 hai', '208002'],
    ['012345', undefined], ['2080', undefined], ['208002 208011', undefined],
  ],
  language: [
    ['hindi', 'hi'], ['हिंदी में', 'hi'], ['english please', 'en'], ['angrezi', 'en'], ['अंग्रेज़ी', 'en'],
    ['hinglish', 'hi-Latn'], ['roman hindi', 'hi-Latn'], ['tamil', undefined], ['hindi ya english', undefined],
  ],
} // prettier-ignore

for (const [kind, rows] of Object.entries(ROWS)) {
  describe(kind, () => {
    it.each(rows)('reads %j as %j', (text, want) => {
      expect(recognise(kind as Kind, text, OPTIONS)).toEqual(want)
    })
  })
}

describe('menu', () => {
  const options = ['खून चाहिए', 'खून देना है', 'कैंप', 'मेरी स्थिति', 'किसी से बात']
  it.each([
    ['1', 1], ['२', 2], ['3.', 3], ['do', 2], ['pehla', 1], ['दूसरा', 2], ['last', 5], ['aakhri wala', 5],
    ['option 4', 4], ['कैंप', 3], ['स्थिति', 4], ['खून देना है', 2],
    ['6', undefined], ['0', undefined], ['खून', undefined], ['1 2', undefined], ['kal', undefined],
  ])('reads %j as %j', (text, want) => {
    expect(recognise('menu', text, { ...OPTIONS, options })).toBe(want)
  }) // prettier-ignore
})

describe('maskAadhaar', () => {
  it.each([
    ['mera aadhaar 2345 6789 0123 hai', 'mera aadhaar XXXX XXXX XXXX hai'],
    ['234567890123', 'XXXX XXXX XXXX'],
    ['२३४५-६७८९-०१२३', 'XXXX XXXX XXXX'],
    ['919839012345', '919839012345'],
    ['+91 98390 12345', '+91 98390 12345'],
    ['1234567890123456', '1234567890123456'],
    ['2 unit B+ 9839012345', '2 unit B+ 9839012345'],
  ])('makes of %j %j', (text, want) => {
    expect(maskAadhaar(text)).toBe(want)
  })
})

describe('the kinds that take nearly any word', () => {
  it.each([
    ['r.k.', 'RK'],
    ['Rahul Kumar', 'RK'],
    ['rk', 'RK'],
    ['राम', 'रा'],
    ['R K Singh', 'RKS'],
    ['rks', 'RKS'],
    ['RAM', 'R'],
    ['आर के', 'RK'],
    ['आरके', 'RK'],
    ['ज़ेड ए', 'ZA'],
    ['beti ka naam Priya Kumari he', 'PK'],
    ['नाम राहुल कुमार है', 'राकु'],
    ['her name is Asha', 'A'],
    ['Namrata', 'N'],
    ['{{x}}', 'X'],
    ['12', undefined],
  ])('keeps of the name %j only %j', (text, want) => expect(readInitials(text)).toBe(want))

  it.each([
    ['th/2341', 'TH2341'],
    ['UP 123 45', 'UP12345'],
    ['card hai', undefined],
    ['1', undefined],
  ])('reads the card %j as %j', (text, want) => expect(readCard(text)).toBe(want))

  it.each([
    ['nahi hai', 'none'],
    ['नहीं', 'none'],
    ['skip', 'none'],
    ['pata nahi', 'none'],
    ['पता नही', 'none'],
    ['malum nai', 'none'],
    ['कारड नही हे', 'none'],
    ['nhi bana card', 'none'],
    ['kabhi nai diya', 'none'],
    ['idk', 'none'],
    ['neha', undefined],
    ['nani', undefined],
    ['pata karo', undefined],
    ['B+', undefined],
  ])('reads %j as "none": %j', (text, want) => expect(readNone(text)).toBe(want))
})

describe('guessLocale', () => {
  it.each([
    ['मुझे खून चाहिए', 'hi'], ['mujhe khoon chahiye', 'hi-Latn'], ['I need blood', 'en'],
    ['b+ khoon chahiye 2 unit हैलट', 'hi-Latn'], ['बी+ खून चाहिए 2 यूनिट hallet kal', 'hi'], ['हैलट', 'hi'],
    ['blood needed at the hospital', 'en'], ['B+', undefined], ['beta ke liye khoon chahiye kal', 'hi-Latn'],
  ])('takes %j for %j', (text, want) => {
    expect(guessLocale(text)).toBe(want)
  }) // prettier-ignore
})
