import { readEvent } from '../../../src/cli/transcript/events'

describe('readEvent', () => {
  it.each([
    ['wait 20m', { what: 'wait', ms: 1_200_000 }],
    ['wait 3d', { what: 'wait', ms: 259_200_000 }],
    ['phone second sms', { what: 'phone', who: 'second sms' }],
    ['restart', { what: 'restart' }],
    ['again', { what: 'again' }],
    ['tap yes हाँ जी', { what: 'send', text: '', extras: { tap: { id: 'yes', title: 'हाँ जी' } } }],
    ['photo पर्ची', { what: 'send', text: 'पर्ची', extras: { media: [{ contentType: 'image/jpeg' }] } }],
  ])('reads "%s"', (line, want) => expect(readEvent(line)).toMatchObject(want))

  it.each(['wait 20', 'wait soon', 'dance', ''])('refuses "%s"', (line) =>
    expect(readEvent(line)).toBeUndefined(),
  )
})
