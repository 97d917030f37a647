import { HOUR, MINUTE } from '../../src/base/clock'
import type { Consent, Contact } from '../../src/contacts/contact'
import { mayNotStart, type StartFacts } from '../../src/messaging/may-start'
import type { OutboxRow } from '../../src/messaging/outbox-store'
import type { Purpose } from '../../src/messaging/purposes'
import { aDraft } from '../support/records'

const ZONE = 'Asia/Kolkata'
/** This time of 26 January 2026 in Kanpur. */
const at = (time: string): number => Date.parse(`2026-01-26T${time}:00+05:30`)
const NOON = at('12:00')
const NIGHT = at('23:00')
const MORNING = at('08:00') + 24 * HOUR

const row = (override: Partial<OutboxRow> = {}): OutboxRow => ({
  ...aDraft({ purpose: 'alert', notAfter: NOON + 48 * HOUR }),
  state: 'claimed',
  attempts: 1,
  enqueuedAt: NOON,
  dueAt: NOON,
  ...override,
})
const consent = (purpose: Consent['purpose'], channel: Consent['channel'] = 'whatsapp'): Consent => ({
  purpose,
  channel,
  noticeVersion: '1',
  locale: 'hi',
  at: NOON,
  sid: 'SM1',
})
const contact = (override: Partial<Contact> = {}): Contact => ({
  id: 'c1',
  createdAt: NOON,
  newsDespiteOptOut: [],
  consents: [consent('alerts'), consent('request'), consent('news')],
  ...override,
})
const facts = (override: Partial<StartFacts> = {}): StartFacts => ({
  now: NOON,
  timeZone: ZONE,
  contact: contact(),
  relevant: true,
  ...override,
})

describe('mayNotStart', () => {
  it.each<[Purpose, Consent['purpose'][], 'may' | 'may not']>([
    ['alert', ['alerts'], 'may'],
    ['alert', ['request', 'news', 'guardian'], 'may not'],
    ['news', ['request'], 'may'],
    ['news', ['alerts'], 'may not'],
    ['reminder', ['alerts'], 'may'],
    ['certificate', ['request'], 'may not'],
    ['bulk', ['news'], 'may'],
    ['bulk', ['alerts', 'request'], 'may not'],
    ['camp', [], 'may'],
    ['coordinator', [], 'may'],
  ])('%s with consent to %j %s leave', (purpose, purposes, may) => {
    const person = contact({ consents: purposes.map((one) => consent(one)) })
    const refused = { state: 'withheld', reason: 'no_consent' }
    expect(mayNotStart(row({ purpose }), facts({ contact: person }))).toEqual(
      may === 'may' ? undefined : refused,
    )
  })

  it('takes a consent only for its channel, and none from a person nobody knows', () => {
    const bySms = contact({ consents: [consent('alerts', 'sms')] })
    expect(mayNotStart(row(), facts({ contact: bySms }))).toMatchObject({ reason: 'no_consent' })
    expect(mayNotStart(row({ channel: 'sms' }), facts({ contact: bySms }))).toBeUndefined()
    expect(mayNotStart(row(), facts({ contact: undefined }))).toMatchObject({ reason: 'no_consent' })
  })

  it('starts nothing after STOP, except news of the one request that was asked for', () => {
    const optOut = { at: NOON, sid: 'SM1', channel: 'whatsapp' } as const
    const stopped = facts({ contact: contact({ optOut, newsDespiteOptOut: ['r1'] }) })
    const about = (id: string): OutboxRow => row({ purpose: 'news', subject: { kind: 'request', id } })
    expect(mayNotStart(about('r1'), stopped)).toBeUndefined()
    const alert = row({ purpose: 'alert', subject: { kind: 'request', id: 'r1' } })
    for (const other of [about('r2'), row({ purpose: 'news' }), row({ purpose: 'coordinator' }), alert]) {
      expect(mayNotStart(other, stopped)).toEqual({ state: 'withheld', reason: 'opted_out' })
    }
  })

  it('withholds what no longer stands', () => {
    expect(mayNotStart(row(), facts({ relevant: false }))).toEqual({
      state: 'withheld',
      reason: 'not_relevant',
    })
  })

  it.each<[string, Partial<OutboxRow>, 'leaves' | 'waits']>([
    ['an alert', {}, 'waits'],
    ['an alert that a coordinator approved for the night', { nightApprovedBy: 'c9' }, 'leaves'],
    ['news', { purpose: 'news' }, 'waits'],
    ['news of a request due in 24 hours', { purpose: 'news', happensAt: NIGHT + 24 * HOUR }, 'leaves'],
    ['news of a request due later', { purpose: 'news', happensAt: NIGHT + 25 * HOUR }, 'waits'],
    ['a camp that begins in 12 hours', { purpose: 'camp', happensAt: NIGHT + 12 * HOUR }, 'leaves'],
    ['a camp that begins later', { purpose: 'camp', happensAt: NIGHT + 13 * HOUR }, 'waits'],
    ['a reminder, however near', { purpose: 'reminder', happensAt: NIGHT + MINUTE }, 'waits'],
    ['a certificate', { purpose: 'certificate' }, 'waits'],
    ['a message to coordinators', { purpose: 'coordinator' }, 'leaves'],
  ])('at night %s %s', (_what, override, does) => {
    expect(mayNotStart(row(override), facts({ now: NIGHT }))).toEqual(
      does === 'leaves' ? undefined : { state: 'queued', dueAt: MORNING, reason: 'quiet_hours' },
    )
  })

  it('says at once that the morning is too late', () => {
    expect(mayNotStart(row({ notAfter: MORNING - 1 }), facts({ now: NIGHT }))).toEqual({
      state: 'expired',
      reason: 'quiet_hours',
    })
  })
})
