import { recognise } from '../../../src/conversation/input/recognise'
import { spokenDigits } from '../../../src/conversation/input/spoken-digits'
import { utterance } from '../../../src/conversation/input/utterance'

const ABOUT = { now: 0, timeZone: 'Asia/Kolkata' }

describe('spokenDigits', () => {
  it.each([
    ['nine eight three nine zero one two three four five', ['9839012345']],
    ['nau aath teen nau shunya ek do teen char paanch', ['9839012345']],
    ['नौ आठ तीन नौ शून्य एक दो तीन चार पाँच', ['9839012345']],
    ['nine eight double three nine', ['98339']],
    ['teen char', []],
    ['mera number nahi hai', []],
  ])('of %j are %j', (text, want) => {
    expect(spokenDigits(utterance(text))).toEqual(want)
  })

  it('make a phone number and a PIN code of the right length only', () => {
    const nine = 'nau aath teen nau shunya ek do teen char'
    expect(recognise('phone', `${nine} paanch`, ABOUT)).toBe('+919839012345')
    expect(recognise('phone', nine, ABOUT)).toBeUndefined()
    expect(recognise('pincode', 'do shunya aath shunya shunya do', ABOUT)).toBe('208002')
    expect(recognise('pincode', 'do shunya aath shunya shunya', ABOUT)).toBeUndefined()
  })
})

describe('pincode', () => {
  it.each(['otp 208002', 'Rs 208002', '₹208002', '208002 rupaye'])('is not the six digits of %j', (text) => {
    expect(recognise('pincode', text, ABOUT)).toBeUndefined()
  })
})
