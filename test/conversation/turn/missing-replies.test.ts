import { MINUTE, SECOND } from '../../../src/base/clock'
import type { AnsweredMessage } from '../../../src/conversation/turn/conversation'
import { missingReplies } from '../../../src/conversation/turn/reconcile'
import type { ListedMessage } from '../../../src/messaging/sender'
import { aConversation, NOW } from '../../support/records'

const WINDOW = { since: NOW - 30 * MINUTE, until: NOW }

function answered(override: Partial<AnsweredMessage> = {}): AnsweredMessage {
  return { sid: 'SM1', at: NOW - MINUTE, path: 'twiml', replies: ['ठीक है'], ...override }
}

function listed(override: Partial<ListedMessage> = {}): ListedMessage {
  const { channel, address, sender } = aConversation()
  return {
    sid: 'SM9',
    direction: 'outbound_reply',
    channel,
    from: sender,
    to: address,
    body: 'ठीक है',
    media: 0,
    createdAt: NOW - MINUTE,
    ...override,
  }
}

function missing(ring: readonly AnsweredMessage[], list: readonly ListedMessage[]): readonly string[] {
  return missingReplies(aConversation({ answered: ring }), list, WINDOW).map(({ sid }) => sid)
}

describe('replies that the list of the provider lacks', () => {
  it.each([
    { which: 'none listed', ring: answered(), list: [], lacks: true },
    { which: 'listed', ring: answered(), list: [listed()], lacks: false },
    {
      which: 'listed with other blanks at the end',
      ring: answered(),
      list: [listed({ body: 'ठीक है ' })],
      lacks: false,
    },
    { which: 'listed with other words', ring: answered(), list: [listed({ body: 'no' })], lacks: true },
    {
      which: 'listed for another person',
      ring: answered(),
      list: [listed({ to: '+919800000000' })],
      lacks: true,
    },
    {
      which: 'listed from another sender',
      ring: answered(),
      list: [listed({ from: '+15550000000' })],
      lacks: true,
    },
    { which: 'listed on another channel', ring: answered(), list: [listed({ channel: 'sms' })], lacks: true },
    {
      which: 'listed, but sent by REST',
      ring: answered(),
      list: [listed({ direction: 'outbound_api' })],
      lacks: true,
    },
    {
      which: 'one of two listed',
      ring: answered({ replies: ['ठीक है', 'two'] }),
      list: [listed()],
      lacks: true,
    },
    { which: 'promised by REST', ring: answered({ path: 'rest' }), list: [], lacks: false },
    { which: 'without any reply', ring: answered({ replies: [] }), list: [], lacks: false },
    { which: 'older than the list', ring: answered({ at: WINDOW.since - 1 }), list: [], lacks: false },
    {
      which: 'too young to be judged',
      ring: answered({ at: WINDOW.until + SECOND }),
      list: [],
      lacks: false,
    },
  ])('$which: $lacks', ({ ring, list, lacks }) => {
    expect(missing([ring], list)).toEqual(lacks ? ['SM1'] : [])
  })

  it('counts the same words as often as they were said', () => {
    const twice = [answered(), answered({ sid: 'SM2' })]
    expect(missing(twice, [listed(), listed({ sid: 'SM8' })])).toEqual([])
    expect(missing(twice, [listed()])).toHaveLength(1)
  })
})
