import { MINUTE, type Clock, type Instant } from '../../base/clock'
import type { MediaSource } from '../../files/media-source'
import type { InboundMessage } from '../../messaging/inbound-message'
import type { ListedMessage, MessageHistory } from '../../messaging/sender'
import { isPhone } from '../../base/channel'
import type { AnsweredMessage, Conversation } from './conversation'
import type { ConversationStore } from './conversation-store'
import { DOUBT_RESTS_FOR } from './doubt'
import type { HandOverReplies } from './hand-over-replies'
import type { TurnPipeline } from './pipeline'
import { repliesByRest } from './replies-by-rest'

/** How far back the provider's list is read. */
export const DOUBT_WINDOW = 30 * MINUTE

export interface HearUnheardDeps {
  readonly history: MessageHistory
  readonly conversations: ConversationStore
  readonly pipeline: TurnPipeline
  readonly media: Pick<MediaSource, 'sentWith'>
  readonly clock: Clock
  /** Hides in texts what must never be stored. */
  readonly maskText: (text: string) => string
  readonly isOurSender: (address: string) => boolean
}

export interface ReconcileDeps extends HearUnheardDeps {
  readonly handOver: HandOverReplies
}

/** Both records of the same time. */
interface Records {
  readonly listed: readonly ListedMessage[]
  readonly conversations: readonly Conversation[]
  readonly since: Instant
  readonly until: Instant
}

/**
 * Compares our record with the provider's, after a restart or a lost answer: runs inbound messages that nobody here
 * knows, and sends by REST the TwiML replies that never became messages. Repeatable.
 */
export async function reconcile(deps: ReconcileDeps): Promise<void> {
  const records = await readRecords(deps)
  for (const conversation of records.conversations) {
    const missing = missingReplies(conversation, records.listed, records)
    if (missing.length > 0) await sendByRest(conversation.id, missing, deps)
  }
  await runUnknown(records, deps)
}

/**
 * Runs inbound messages that nobody here knows: their webhook never reached us, and left no doubt here. What the list
 * lacks of our replies is not judged: without a reason to doubt, it only waits in the provider's queue.
 */
export async function hearUnheard(deps: HearUnheardDeps): Promise<void> {
  await runUnknown(await readRecords(deps), deps)
}

async function readRecords({ clock, history, conversations }: HearUnheardDeps): Promise<Records> {
  const until = clock.now() - DOUBT_RESTS_FOR
  const since = until - DOUBT_WINDOW
  const listed = await history.since(since)
  return { listed, conversations: await conversations.activeSince(since), since, until }
}

async function runUnknown(
  { listed, conversations, until }: Records,
  { pipeline, media, maskText, isOurSender }: HearUnheardDeps,
): Promise<void> {
  const known = new Set(conversations.flatMap(sidsOf))
  let failed: { readonly error: unknown } | undefined
  const unknown = listed.filter(
    (one) =>
      one.direction === 'inbound' && one.createdAt <= until && !known.has(one.sid) && isOurSender(one.to),
  )
  for (const one of unknown) {
    try {
      const sent = one.media > 0 ? await media.sentWith(one.sid) : []
      await pipeline.runLater({ ...inboundOf(one, maskText), media: sent })
    } catch (error) {
      // One whose media cannot be listed now holds up no other; the next comparison comes to it again.
      failed ??= { error }
    }
  }
  if (failed) throw failed.error
}

function sidsOf(conversation: Conversation): string[] {
  return [...conversation.answered, ...conversation.pending].map((one) => one.sid)
}

/** The answers promised as TwiML of which the provider's list lacks a message. */
export function missingReplies(
  conversation: Conversation,
  listed: readonly ListedMessage[],
  window: { readonly since: Instant; readonly until: Instant },
): AnsweredMessage[] {
  const left = listed.filter(
    (one) =>
      one.direction === 'outbound_reply' &&
      one.channel === conversation.channel &&
      one.to === conversation.address &&
      one.from === conversation.sender,
  )
  const take = (body: string): boolean => {
    const at = left.findIndex((one) => one.body.trim() === body.trim())
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }
  return conversation.answered
    .filter((one) => one.path === 'twiml' && one.at >= window.since && one.at <= window.until)
    .filter((one) => one.replies?.map(take).includes(false))
}

async function sendByRest(
  id: string,
  missing: readonly AnsweredMessage[],
  deps: ReconcileDeps,
): Promise<void> {
  const sids = new Set(missing.map((one) => one.sid))
  await deps.pipeline.exclusively(id, async (lane) => {
    do {
      const stored = await lane.openStored()
      if (!stored?.answered.some((one) => isDoubtful(one, sids))) return
    } while (!(await lane.write((current) => promisedByRest(current, sids))))
    await deps.handOver.of(lane)
  })
}

function isDoubtful(one: AnsweredMessage, sids: ReadonlySet<string>): boolean {
  return one.path === 'twiml' && sids.has(one.sid)
}

/** The same answers on the other path: a repeat of their sid is now answered empty. */
function promisedByRest(current: Conversation, sids: ReadonlySet<string>): Conversation {
  const doubtful = current.answered.filter((one) => isDoubtful(one, sids))
  return {
    ...current,
    ...repliesByRest(current, doubtful),
    answered: current.answered.map((one) =>
      doubtful.includes(one) ? { sid: one.sid, at: one.at, path: 'rest' as const } : one,
    ),
  }
}

/** What the list keeps of a message: its text, not its taps or its place. */
function inboundOf(one: ListedMessage, maskText: (text: string) => string): InboundMessage {
  return {
    sid: one.sid,
    receivedAt: one.createdAt,
    channel: one.channel,
    from: isPhone(one.from) ? { phone: one.from } : { whatsappUserId: one.from },
    to: one.to,
    text: maskText(one.body),
    media: [],
    forwarded: false,
  }
}
