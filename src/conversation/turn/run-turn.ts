import { HOUR, type Clock, type Instant } from '../../base/clock'
import type { Random } from '../../base/random'
import { newId } from '../../base/ids'
import { fromStorage, StorageError } from '../../base/storage-error'
import type { InboundMessage } from '../../messaging/inbound-message'
import { MAX_TWIML_REPLIES } from '../../messaging/inbound-handler'
import type { OutboxStore } from '../../messaging/outbox-store'
import type { Miss } from '../misses/miss'
import { addAnswered, findAnswered, isFlood } from './answered'
import type { Bot, BotStep, PerformEffect, TurnAbout } from './bot'
import type { AnsweredMessage, Conversation, Intention, ReplyPath } from './conversation'
import type { Delivery } from './delivery'
import type { Lane } from './lane'
import { newConversation } from './new-conversation'
import { repliesByRest } from './replies-by-rest'
import { mergeReplies } from './merge-replies'

export interface TurnDeps {
  readonly bot: Bot
  readonly perform: PerformEffect
  readonly outbox: Pick<OutboxStore, 'laneBusy'>
  readonly clock: Clock
  readonly random: Random
  /** Told of what was not understood, when the turn is written. It must return at once and never throw. */
  readonly onMissed: (miss: Miss, at: Instant) => void
  /** Told of a fault of ours: the error's name and place only ever, never what people wrote. */
  readonly onFault: (fault: { readonly where: string; readonly error: unknown }) => void
}

/** What to answer to the delivery: TwiML replies; none when they went another way. */
export interface TurnDone {
  readonly replies: readonly string[]
  /** The replies were promised as TwiML to a delivery that is gone: only the provider's list tells whether they left. */
  readonly doubtful?: boolean
}

const NOTHING: TurnDone = { replies: [] }

interface Turn {
  readonly about: TurnAbout
  /** Missing: nobody waits, and the replies go by REST. */
  readonly delivery: Delivery | undefined
  readonly nth: number
  readonly replies: readonly string[]
}

/**
 * Runs one message in its conversation, after whatever was left unfinished before it. `conflict` when another process
 * wrote meanwhile: nothing was lost, run it again. Rejects with a `StorageError` when the storage is away.
 */
export async function runMessage(
  lane: Lane,
  turn: { readonly about: TurnAbout; readonly delivery: Delivery },
  deps: TurnDeps,
): Promise<TurnDone | 'conflict'> {
  const { about, delivery } = turn
  await lane.open(() => newConversation(about, newId(deps.random)))
  if (!(await finishUnfinished(lane, deps, about.message))) return 'conflict'
  const again = findAnswered(lane.current, about.message.sid)
  if (again) return repeat(again, delivery)
  if (isFlood(lane.current, about.now)) return slowDown(lane, { about, delivery }, deps)
  return begin(lane, { about, delivery }, deps)
}

function repeat(again: AnsweredMessage, delivery: Delivery): TurnDone {
  if (again.path !== 'twiml') return NOTHING
  return delivery.open ? { replies: again.replies ?? [] } : { replies: [], doubtful: true }
}

/**
 * Finishes what is unfinished in the conversation: the intention first, then pending messages in order; of these none
 * that was received after `asked`, and no further than `asked` itself when it is among them. All of it is answered by
 * REST, whoever asks: its delivery may have been acknowledged with an empty answer, and Twilio takes one answer only.
 * False when another process wrote meanwhile.
 */
export async function finishUnfinished(lane: Lane, deps: TurnDeps, asked?: InboundMessage): Promise<boolean> {
  for (;;) {
    const { intention, pending } = lane.current
    const message = intention?.message ?? pending[0]
    if (!message) return true
    if (asked && !intention && message.receivedAt > asked.receivedAt) return true
    const turn = { about: aboutStored(lane.current, message), delivery: undefined }
    const done = intention ? await goOn(lane, { turn, intention }, deps) : await begin(lane, turn, deps)
    if (done === 'conflict') return false
    if (message.sid === asked?.sid) return true
  }
}

function aboutStored(conversation: Conversation, message: InboundMessage): TurnAbout {
  return {
    message,
    now: message.receivedAt,
    contactId: conversation.contactId,
    conversationId: conversation.id,
    channel: conversation.channel,
    sender: conversation.sender,
    address: conversation.address,
  }
}

type Begun = Pick<Turn, 'about' | 'delivery'>

async function begin(lane: Lane, { about, delivery }: Begun, deps: TurnDeps): Promise<TurnDone | 'conflict'> {
  const { bot } = lane.current
  const step = await orApologise(() => deps.bot.turn(bot, about), { bot, about }, deps)
  return play(lane, { turn: { about, delivery, nth: 0, replies: [] }, step }, deps)
}

async function goOn(
  lane: Lane,
  { turn, intention }: { readonly turn: Begun; readonly intention: Intention },
  deps: TurnDeps,
): Promise<TurnDone | 'conflict'> {
  const step = await apply(lane, { about: turn.about, intention }, deps)
  return play(lane, { turn: { ...turn, nth: intention.nth, replies: intention.replies }, step }, deps)
}

/** From effect to effect until the turn's commit. */
async function play(
  lane: Lane,
  { turn, step }: { readonly turn: Turn; readonly step: BotStep },
  deps: TurnDeps,
): Promise<TurnDone | 'conflict'> {
  const replies = [...turn.replies, ...step.replies]
  if (!step.effect) {
    const done = await commit(lane, { turn: { ...turn, replies }, bot: step.bot }, deps)
    if (done !== 'conflict') noteMissed(step, turn.about, deps)
    return done
  }
  const nth = turn.nth + 1
  const { sid } = turn.about.message
  const { action, at, args } = step.effect
  const key = `${sid}:${at}:${nth}`
  const intention: Intention = { key, action, args, message: turn.about.message, nth, replies }
  const intended = await lane.write((current) => ({
    ...current,
    bot: step.bot,
    intention,
    pending: without(current.pending, sid),
  }))
  if (!intended) return 'conflict'
  noteMissed(step, turn.about, deps)
  const next = await apply(lane, { about: turn.about, intention }, deps)
  return play(lane, { turn: { ...turn, nth, replies }, step: next }, deps)
}

function noteMissed({ missed }: BotStep, { now }: TurnAbout, deps: TurnDeps): void {
  if (missed) deps.onMissed(missed, now)
}

async function apply(
  lane: Lane,
  { about, intention }: { readonly about: TurnAbout; readonly intention: Intention },
  deps: TurnDeps,
): Promise<BotStep> {
  const { bot } = lane.current
  return orApologise(
    async () => deps.bot.resume(bot, about, await deps.perform(intention, { ...about, bot })),
    { bot, about },
    deps,
  )
}

/** A fault of ours ends in one apology, not in a message that is tried for ever; an absent storage is no fault. */
async function orApologise(
  work: () => Promise<BotStep>,
  { bot, about }: { readonly bot: Conversation['bot']; readonly about: TurnAbout },
  deps: TurnDeps,
): Promise<BotStep> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StorageError) throw error
    deps.onFault({ where: 'turn', error })
    return deps.bot.apologise(bot, about)
  }
}

async function commit(
  lane: Lane,
  { turn, bot }: { readonly turn: Turn; readonly bot: Conversation['bot'] },
  deps: TurnDeps,
): Promise<TurnDone | 'conflict'> {
  const replies = mergeReplies(turn.replies)
  const settled = await restSettled(lane.current, deps)
  const mayAnswer = settled && replies.length <= MAX_TWIML_REPLIES
  const path = mayAnswer && turn.delivery?.beginCommit(deps.clock.now()) ? 'twiml' : 'rest'
  let written = false
  try {
    written = await lane.write((current) => answeredWith(current, { turn, bot, replies, path, settled }))
  } finally {
    if (path === 'twiml') turn.delivery?.endedCommit(written)
  }
  if (!written) return 'conflict'
  return path === 'twiml' ? { replies } : NOTHING
}

/** Whether no reply by REST is still on its way, which TwiML would overtake. */
async function restSettled(current: Conversation, deps: TurnDeps): Promise<boolean> {
  if (current.handover.length > 0) return false
  if (current.settledSeq === current.nextSeq) return true
  return !(await fromStorage('outbox.laneBusy', () => deps.outbox.laneBusy(current.id)))
}

function answeredWith(
  current: Conversation,
  done: {
    readonly turn: Turn
    readonly bot: Conversation['bot']
    readonly replies: readonly string[]
    readonly path: ReplyPath
    readonly settled: boolean
  },
): Conversation {
  const { turn, bot, replies, path, settled } = done
  const { sid } = turn.about.message
  const { now } = turn.about
  const rest = finished(current)
  return {
    ...rest,
    ...repliesByRest(current, path === 'rest' ? [{ sid, at: now, replies }] : []),
    bot,
    pending: without(current.pending, sid),
    settledSeq: settled ? current.nextSeq : current.settledSeq,
    answered: addAnswered(
      current.answered,
      path === 'twiml' ? { sid, at: now, path, replies } : { sid, at: now, path },
      now,
    ),
    lastInboundAt: Math.max(current.lastInboundAt, now),
  }
}

/** A flood gets one line an hour, and leaves no trace but that: a repeat of such a message changes nothing either. */
async function slowDown(
  lane: Lane,
  { about, delivery }: { readonly about: TurnAbout; readonly delivery: Delivery },
  deps: TurnDeps,
): Promise<TurnDone | 'conflict'> {
  const { slowedAt, bot } = lane.current
  if (!delivery.open || (slowedAt !== undefined && slowedAt > about.now - HOUR)) return NOTHING
  if (!(await lane.write((current) => ({ ...current, slowedAt: about.now })))) return 'conflict'
  return { replies: deps.bot.slowDown(bot, about) }
}

function without(pending: readonly InboundMessage[], sid: string): readonly InboundMessage[] {
  return pending.length === 0 ? pending : pending.filter((message) => message.sid !== sid)
}

function finished(conversation: Conversation): Conversation {
  const rest: { -readonly [K in keyof Conversation]: Conversation[K] } = { ...conversation }
  delete rest.intention
  return rest
}
