import { parseForm } from '../../../src/channels/twilio/form'
import { parseInbound, type ParsedInbound } from '../../../src/channels/twilio/parse-inbound'
import type { InboundMessage } from '../../../src/messaging/inbound-message'
import { encodeForm, readForm } from '../support/read-form'

const NOW = Date.UTC(2026, 0, 26, 3, 30)
const maskText = (text: string): string => text.replace(/\d{4} \d{4} \d{4}/g, '[number]')

function parse(form: Readonly<Record<string, string>>): ParsedInbound {
  return parseInbound(parseForm(encodeForm(form)), { receivedAt: NOW, maskText })
}

function message(form: Readonly<Record<string, string>>): InboundMessage {
  const parsed = parse(form)
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.message
}

const sid = (n: number, prefix = 'SM'): string => prefix + n.toString(16).padStart(32, '0')
const mediaUrl = (n: number): string =>
  `https://api.twilio.com/2010-04-01/Accounts/AC${'a'.repeat(32)}/Messages/${sid(6, 'MM')}/Media/${sid(n, 'ME')}`
const phone = '+919876543210'
const whatsappUserId = 'IN.4566546130240823'

describe('parseInbound', () => {
  const rows: readonly [form: string, expected: Partial<InboundMessage>][] = [
    [
      'whatsapp-text',
      {
        sid: sid(1),
        receivedAt: NOW,
        channel: 'whatsapp',
        from: { phone },
        to: '+14155238886',
        text: 'मुझे बी पॉजिटिव खून चाहिए 2 यूनिट हैलट में कल',
        media: [],
        forwarded: false,
      },
    ],
    ['whatsapp-user-id-only', { from: { whatsappUserId }, text: 'khoon chahiye' }],
    ['whatsapp-phone-and-user-id', { from: { phone, whatsappUserId } }],
    ['whatsapp-button', { text: 'हाँ', tap: { id: 'confirm:yes', title: 'हाँ' }, quotedSid: sid(0x900, 'MM') }],
    [
      'whatsapp-list',
      { tap: { id: 'hospital:llr', title: 'LLR अस्पताल (हैलट)' }, quotedSid: sid(0x901, 'MM') },
    ],
    [
      'whatsapp-media',
      {
        sid: sid(6, 'MM'),
        text: 'यह पर्ची है',
        media: [
          { url: mediaUrl(1), contentType: 'image/jpeg' },
          { url: mediaUrl(2), contentType: 'audio/ogg' },
        ],
      },
    ],
    [
      'whatsapp-location',
      {
        text: '',
        location: {
          latitude: 26.4735,
          longitude: 80.2945,
          label: 'LLR Hospital',
          address: 'Swaroop Nagar, Kanpur',
        },
      },
    ],
    ['whatsapp-forwarded', { forwarded: true }],
    ['whatsapp-unknown-kind', { text: '', media: [] }],
    ['whatsapp-opt-out-type', { text: 'रोकें', handledByTwilio: 'stop' }],
    ['whatsapp-aadhaar', { text: 'card [number] hai' }],
    ['sms-text', { channel: 'sms', from: { phone }, to: '+14155550100', text: 'khoon chahiye B+ 2 unit' }],
    ['sms-stop', { handledByTwilio: 'stop' }],
    ['sms-yes', { text: 'YES', handledByTwilio: 'start' }],
    ['sms-help', { handledByTwilio: 'help' }],
    ['sms-base64', { text: 'मुझे बी पॉजिटिव खून चाहिए, दो यूनिट, हैलट अस्पताल में, परसों तक' }],
  ]
  it.each(rows)('reads %s', (form, expected) => {
    expect(message(readForm(form))).toMatchObject(expected)
  })

  it.each(['whatsapp-stop-word', 'sms-stop-please', 'sms-text'])('leaves %s to us', (form) => {
    expect(message(readForm(form))).not.toHaveProperty('handledByTwilio')
  })

  it.each(['sms-short-code', 'sms-company-name'])('does not take %s for a person', (form) => {
    expect(parse(readForm(form))).toEqual({ ok: false, reason: 'unanswerable' })
  })

  it.each(['MessageSid', 'From', 'To'])('needs %s', (name) => {
    const form = readForm('whatsapp-text')
    expect(parse({ ...form, [name]: '' })).toEqual({ ok: false, reason: 'incomplete' })
    delete form[name]
    expect(parse(form)).toEqual({ ok: false, reason: 'incomplete' })
  })

  it('keeps line feeds and drops control characters', () => {
    const form = {
      ...readForm('whatsapp-text'),
      Body: 'B+\t2\r\nunit\u0007\u0000\u0085\u202e\u2066 कल\u007f\u202c',
    }
    expect(message(form).text).toBe('B+ 2\nunit कल')
  })

  it('masks what a location is called, too', () => {
    const form = { ...readForm('whatsapp-location'), Label: '2345 6789 0123' }
    expect(message(form).location?.label).toBe('[number]')
  })

  it.each([
    ['91', '80'],
    ['26.4', 'abc'],
    ['', '80.2'],
    ['1e1', '80.2'],
  ])('takes latitude %p and longitude %p for no place', (Latitude, Longitude) => {
    const form = { ...readForm('whatsapp-location'), Latitude, Longitude }
    expect(message(form)).not.toHaveProperty('location')
  })

  it('survives a media count that does not fit', () => {
    const form = { ...readForm('whatsapp-media'), NumMedia: '999999999' }
    expect(message(form).media).toHaveLength(2)
    expect(message({ ...form, NumMedia: 'many' }).media).toEqual([])
  })

  it('leaves words of base64 letters alone', () => {
    const long = 'khoonchahiyekhoonchahiyekhoonchahiyekhoonchahiyekhoonchahiyekhoo'
    expect(message({ ...readForm('sms-base64'), Body: 'GOOD' }).text).toBe('GOOD')
    expect(message({ ...readForm('sms-base64'), Body: long }).text).toBe(long)
    const whatsapp = readForm('sms-base64').Body ?? ''
    expect(message({ ...readForm('whatsapp-text'), Body: whatsapp }).text).toBe(whatsapp)
  })
})
