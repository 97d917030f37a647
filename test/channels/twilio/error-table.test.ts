import { sendErrorForCode, sendErrorForStatus } from '../../../src/channels/twilio/error-table'
import { sendErrorOf } from '../../../src/channels/twilio/send-failure'
import type { SendErrorKind } from '../../../src/messaging/sender'

describe('sendErrorForCode', () => {
  const rows: readonly [kind: SendErrorKind, codes: readonly number[]][] = [
    ['later', [20429, 14107, 21611, 30001, 30003, 30008, 30017, 30410, 30500, 63009, 63010, 63012]],
    ['later', [63018, 63023, 63038, 63049]],
    ['opted_out', [21610, 63014, 63033]],
    ['unreachable', [21211, 21614, 30004, 30005, 30006, 30450]],
    ['other_channel', [63003, 63015, 63024, 63032]],
    ['other_template', [63016, 63027, 63040, 63041]],
    ['configuration', [20003, 20404, 21408, 21603, 21606, 30002, 63007, 63013, 63020, 63026, 63051, 63062]],
    ['our_mistake', [21602, 21617, 21620, 21654, 21655, 21656, 30007, 63021, 63028, 63030]],
    ['without_media', [11751, 63019, 63034, 63037]],
  ]
  it.each(rows)('is %s for %j', (kind, codes) => {
    for (const code of codes) expect(sendErrorForCode(code, 400)).toMatchObject({ kind, code: String(code) })
  })

  it('says when to try again exactly for what may be tried again', () => {
    for (const code of rows.flatMap(([, codes]) => codes)) {
      const { kind, retryAfterMs } = sendErrorForCode(code)
      expect([code, retryAfterMs !== undefined]).toEqual([code, kind === 'later'])
    }
  })

  it.each<[string, number, number | undefined, object]>([
    ['a content error', 92_004, 400, { kind: 'our_mistake' }],
    ["a carrier's error", 30_999, undefined, { kind: 'later', retryAfterMs: 600_000 }],
    ['an unknown error of a refused request', 29_999, 400, { kind: 'our_mistake' }],
    ['an unknown error of a failing server', 20_500, 500, { kind: 'unknown' }],
    ['an unknown error with too many requests', 29_999, 429, { kind: 'later' }],
    ['an unknown error of a callback', 63_999, undefined, { kind: 'our_mistake' }],
  ])('judges %s by its family or status', (...row) => {
    const [, code, status, error] = row
    expect(sendErrorForCode(code, status)).toMatchObject({ ...error, code: String(code) })
  })
})

describe('sendErrorForStatus', () => {
  it.each([
    [429, 'later'],
    [401, 'configuration'],
    [404, 'configuration'],
    [500, 'unknown'],
    [504, 'unknown'],
    [302, 'our_mistake'],
    [400, 'our_mistake'],
  ])('%d is %s', (status, kind) => {
    expect(sendErrorForStatus(status)).toMatchObject({ kind, code: `http_${status}` })
  })
})

describe('sendErrorOf', () => {
  it.each([
    [{ code: 'ENOTFOUND' }, 'later', 'ENOTFOUND'],
    [{ code: 'ECONNABORTED' }, 'unknown', 'timeout'],
    [{ code: 'EPIPE' }, 'unknown', 'EPIPE'],
    [{ code: 'Basic c2VjcmV0' }, 'unknown', 'network'],
    [{ code: '+919876543210' }, 'unknown', 'network'],
    [new SyntaxError('Unexpected token < in <html>+919876543210'), 'unknown', 'unreadable_answer'],
    ['+919876543210', 'unknown', 'unreadable_answer'],
    [undefined, 'unknown', 'unreadable_answer'],
  ])('of %j is %s with the code %s alone', (thrown, kind, code) => {
    expect(sendErrorOf(thrown)).toMatchObject({ kind, code })
    expect(JSON.stringify(sendErrorOf(thrown))).not.toMatch(/9876543210|c2VjcmV0/)
  })
})
