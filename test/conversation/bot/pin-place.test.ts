import { pinPlace } from '../../../src/conversation/bot/pin-place'

const options = { now: Date.UTC(2026, 10, 24), timeZone: 'Asia/Kolkata' }
const NOWHERE = { latitude: 26.3, longitude: 80.1 }

describe('pinPlace', () => {
  it.each([
    ['the hospital it stands at', { latitude: 26.481, longitude: 80.3077 }, { name: 'LLR Hospital' }],
    ['the place its label names', { ...NOWHERE, label: 'Regency Hospital' }, { name: 'Regency Hospital' }],
    [
      'the place its address names',
      { ...NOWHERE, label: 'Here', address: 'Hallet, Kanpur' },
      { name: 'LLR Hospital' },
    ],
    [
      'itself, with its label',
      { ...NOWHERE, label: 'Asha Nursing Home' },
      { asWritten: 'Asha Nursing Home, https://maps.google.com/?q=26.30000,80.10000' },
    ],
    ['itself', NOWHERE, { asWritten: 'https://maps.google.com/?q=26.30000,80.10000' }],
  ])('means %s', (_what, location, want) => expect(pinPlace(location, options)).toEqual(want))

  it('is no longer than what is kept as written', () => {
    const long = { ...NOWHERE, label: 'आशा नर्सिंग होम '.repeat(20) }
    expect([...JSON.stringify(pinPlace(long, options))].length).toBeLessThan(150)
  })
})
