import { smsKeyword } from '../../src/messaging/sms-keywords'

describe('smsKeyword', () => {
  it.each([
    ['STOP', 'stop'],
    [' OptOut\n', 'stop'],
    ['cancel', 'stop'],
    ['Yes', 'start'],
    ['unstop', 'start'],
    ['INFO', 'help'],
    ['STOP PLEASE', undefined],
    ['stop.', undefined],
    ['रोकें', undefined],
    ['haan', undefined],
    ['', undefined],
    ['x'.repeat(10_000), undefined],
  ])('takes %j for %s', (text, effect) => {
    expect(smsKeyword(text)).toBe(effect)
  })
})
