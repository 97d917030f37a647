import { recognise } from '../../../src/conversation/input/recognise'

const about = { now: Date.UTC(2026, 0, 26, 3, 30), timeZone: 'Asia/Kolkata' }
const read = (text: string): string | undefined => recognise('component', text, about)

describe('component', () => {
  it.each([
    ['packed cell', 'packed_red_cells'], ['P.R.B.C.', 'packed_red_cells'], ['pakd sel', 'packed_red_cells'],
    ['लाल रक्त कोशिका', 'packed_red_cells'], ['hole blood', 'whole_blood'], ['पूरा खून', 'whole_blood'],
    ['SDP', 'platelets'], ['pletlets', 'platelets'], ['प्लेटलेट्स चाहिए', 'platelets'], ['बिम्बाणु', 'platelets'],
    ['F.F.P.', 'plasma'], ['plajma', 'plasma'], ['प्लाज़्मा', 'plasma'],
  ])('reads %j as %s', (text, want) => expect(read(text)).toBe(want)) // prettier-ignore

  it.each(['khoon', 'खून ही चाहिए', 'Blood only', '2 units of blood', 'blood cancer hai khoon chahiye'])(
    'takes blood by itself for red cells: %j',
    (text) => expect(read(text)).toBe('packed_red_cells'),
  )

  it.each([
    ['blood platelets', 'platelets'], ['platelets nahi plasma chahiye', 'plasma'], ['RBC not platelets', 'packed_red_cells'],
    ['platelets nahi mil rahe', 'platelets'],
  ])('reads %j as %s', (text, want) => expect(read(text)).toBe(want)) // prettier-ignore

  it.each(['platelets aur plasma', 'blood or platelets', 'खून या प्लेटलेट', 'both', 'dono', 'koi bhi'])(
    'gives nothing when more than one would do: %j',
    (text) => expect(read(text)).toBeUndefined(),
  )

  it.each([
    'blood group', 'blood bank', 'khoon ki jaanch', 'blood cancer', 'what is plasma', 'not platelets', 'प्लेटलेट नहीं',
    'plate', 'plastic', 'plasma tv', 'cryo', 'WBC', 'B+', '2',
  ])('gives nothing for %j', (text) => expect(read(text)).toBeUndefined()) // prettier-ignore
})
