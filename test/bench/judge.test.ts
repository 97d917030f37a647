import { judge, type AlertEnd } from '../../bench/alerts/judge'
import { aDraft, NOW } from '../support/records'

const EXPECTED = { outboxId: 'o1', phone: '+919800000001', code: 'K7F2' }
const UNHEARD = { ...aDraft(), state: 'sent', attempts: 1, enqueuedAt: NOW, dueAt: NOW, sid: 'SM1' } as const
const SENT = { ...UNHEARD, status: 'read' } as const

function message(override: { sid?: string; text?: string } = {}): AlertEnd['inbox'][number] {
  return {
    sid: 'SM1',
    text: 'K7F2: B+ खून चाहिए',
    at: NOW,
    via: 'api',
    mediaUrls: [],
    files: [],
    choices: [],
    ...override,
  }
}

function anEnd(override: Partial<AlertEnd> = {}): AlertEnd {
  return { expected: EXPECTED, inbox: [message()], row: SENT, heard: new Set(['read', 'sent']), ...override }
}

function found(end: AlertEnd): readonly string[] {
  const { lost, doubled, wrong } = judge([end])
  return Object.entries({ lost, doubled, wrong }).flatMap(([name, ends]) => (ends.length > 0 ? [name] : []))
}

describe('judge', () => {
  it.each([
    ['on its phone once and read', {}, []],
    ['on no phone', { inbox: [] }, ['lost']],
    ['on its phone twice', { inbox: [message(), message({ sid: 'SM2' })] }, ['doubled']],
    ['of another request', { inbox: [message({ text: 'B2CD' })] }, ['wrong']],
    ['sent under another sid', { inbox: [message({ sid: 'SM2' })] }, ['wrong']],
    ['still unknown', { row: { ...SENT, state: 'unknown' } }, ['wrong']],
    ['less than what was heard', { row: { ...SENT, status: 'delivered' } }, ['wrong']],
    ['more than was answered before a crash', { heard: new Set(['sent']) }, []],
    ['failed, though it is on the phone', { row: { ...SENT, status: 'undelivered' } }, ['wrong']],
    ['without a word, and none was heard', { row: UNHEARD, heard: new Set() }, []],
    ['without a row', { row: undefined }, ['wrong']],
  ] as const)('of an alert %s', (_, override, expected) => {
    expect(found(anEnd(override as Partial<AlertEnd>))).toEqual(expected)
  })
})
