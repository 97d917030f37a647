import type { DeliveryStatus } from '../../src/messaging/delivery-status'
import type { OutboxRow } from '../../src/messaging/outbox-store'
import type { InboxMessage } from '../../src/channels/twilio-stand-in/core'
import type { ExpectedAlert } from './prepare'

/** What is known of one alert at the end. */
export interface AlertEnd {
  readonly expected: ExpectedAlert
  readonly inbox: readonly InboxMessage[]
  readonly row: OutboxRow | undefined
  /** What the program was told of it, and took. */
  readonly heard: ReadonlySet<DeliveryStatus>
}

export interface Verdict {
  readonly once: number
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  /** On the right phone once, but not with the right words or not as the provider says. */
  readonly wrong: readonly string[]
}

const ORDER: readonly DeliveryStatus[] = ['sent', 'delivered', 'read']

/** Whether each alert is on its phone exactly once and stands in the outbox at least as far as the program said it had heard. */
export function judge(ends: readonly AlertEnd[]): Verdict {
  const of = (pick: (end: AlertEnd) => boolean): string[] =>
    ends
      .filter(pick)
      .map((end) => `${end.expected.phone} ${stands(end.row)} heard ${[...end.heard].join(' ')}`)
  return {
    once: ends.filter(({ inbox }) => inbox.length === 1).length,
    lost: of(({ inbox }) => inbox.length === 0),
    doubled: of(({ inbox }) => inbox.length > 1),
    wrong: of((end) => end.inbox.length === 1 && !isRight(end)),
  }
}

function isRight({ expected, inbox, row, heard }: AlertEnd): boolean {
  const [message] = inbox
  const last = ORDER.findLastIndex((status) => heard.has(status))
  // A process may die after it kept a word and before it said so: then it knows more.
  const kept = row?.status === undefined ? -1 : ORDER.indexOf(row.status)
  return (
    message?.text.includes(expected.code) === true &&
    row?.state === 'sent' &&
    row.sid === message.sid &&
    (row.status === undefined || kept >= 0) &&
    kept >= last
  )
}

function stands(row: OutboxRow | undefined): string {
  return row ? `${row.state} ${row.status ?? '-'} after ${row.attempts}` : 'no row'
}
