import { place } from '../../../src/conversation/input/place'

const read = (text: string): string | undefined => place(text, { now: 0, timeZone: 'Asia/Kolkata' })

describe('place', () => {
  it.each([
    ['a city', 'kanpur me', 'Kanpur'],
    ['its old name', 'Cawnpore', 'Kanpur'],
    ['the current name for an old one', 'इलाहाबाद', 'Prayagraj'],
    ['a name by ear', 'gudgaon', 'Gurugram'],
    ['a name in Devanagari with another nasal', 'मुम्बई', 'Mumbai'],
    ['a letter left out', 'varansi', 'Varanasi'],
    ['letters swapped', 'lukcnow', 'Lucknow'],
    ['a word for "in" written together', 'kanpurme', 'Kanpur'],
    ['a popular name of a hospital', 'hallet', 'LLR Hospital'],
    ['a hospital wins over its city', 'hallet hospital kanpur', 'LLR Hospital'],
    ['and over its locality', 'regency sarvodaya nagar', 'Regency Hospital'],
    ['Ursula', 'उर्सला अस्पताल', 'UHM District Hospital'],
    ['cardiology', 'hriday rog sansthan', 'LPS Institute of Cardiology'],
    ['a locality, a letter left out', 'kidwai nagr', 'Kidwai Nagar'],
    ['a locality in two scripts', 'swaroop नगर kanpur', 'Swaroop Nagar'],
    ['a landmark', 'पुलिस लाईन', 'Police Lines'],
    ['a shared name at home', 'medical college', 'GSVM Medical College'],
    ['a shared name with its city', 'meerut ka medical college', 'Lala Lajpat Rai Memorial Medical College'],
    [
      'a hospital and city in two scripts',
      'PGI लखनऊ',
      'Sanjay Gandhi Postgraduate Institute of Medical Sciences',
    ],
    ['a shared locality of another city', 'civil lines prayagraj', 'Prayagraj'],
    ['a PIN code', '२०८००२', 'Kanpur'],
    ['a PIN code in two parts', '226 010', 'Lucknow'],
    ['a correction', 'kanpur nahi lucknow', 'Lucknow'],
    ['a place in a request', 'B+ 2 unit GSVM kal', 'GSVM Medical College'],
    ['a city that is also a word, alone', 'gaya', 'Gaya'],
  ])('%s: %j', (_fact, text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['two cities', 'delhi se kanpur'],
    ['one of two', 'kanpur ya lucknow'],
    ['a word that begins like a place', 'kanpuriya'],
    ['a city`s name as a verb', 'ho gaya'],
    ['a city`s name as a noun', 'ek banda chahiye'],
    ['two words that make a name together', 'sat na'],
    ['a name of a person', 'Mohammad Pathan'],
    ['a place nobody listed', 'Kathmandu'],
    ['a hospital without a name', 'sarkari aspatal'],
    ['mine', 'my hospital'],
    ['two PIN codes', '208001 226001'],
  ])('gives nothing for %s: %j', (_fact, text) => {
    expect(read(text)).toBeUndefined()
  })

  it.each(
    'khoon chahiye beta beti kal haan ji nahi parso aaj bachcha unit group positive urgent madad paani dard kripya खून चाहिए बेटा कल हां'.split(
      ' ',
    ),
  )('takes %j for no place', (word) => {
    expect(read(word)).toBeUndefined()
  })
})
