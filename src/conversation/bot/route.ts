import { HOUR, type Instant } from '../../base/clock'
import type { InboundMessage } from '../../messaging/inbound-message'
import type { AskStep, Flow } from '../flow/flow'
import { isOnlyAadhaar } from '../input/mask-aadhaar'
import type { Json } from '../turn/conversation'
import { readCommand } from './coordinator-command'

/** A question that waits longer than this is taken up again with a question of its own. */
export const IDLE_AFTER = 2 * HOUR

/** The question that waits for this message. */
export interface OpenQuestion {
  readonly flow: Flow
  readonly step: AskStep
  readonly askedAt: Instant
}

type Slots = { readonly [slot: string]: Json }

/** What is to be done with a message. */
export type Route =
  | {
      readonly go: 'begin'
      readonly flow: string
      readonly slots?: Slots
      readonly answers?: Slots
      readonly afresh?: true
    }
  | { readonly go: 'answer' }
  | { readonly go: 'slots'; readonly slots: Slots }
  /** The text corrects an answer that the open confirmation shows. */
  | { readonly go: 'correct' }
  | { readonly go: 'back' | 'repeat' | 'cancel' }
  /** A text of namespace `bot`; the open question is asked again. */
  | { readonly go: 'say'; readonly text: string }

/** What the route depends on; everything is asked lazily, since most messages need little of it. */
export interface RouteAsk {
  readonly message: InboundMessage
  readonly text: string
  readonly now: Instant
  readonly open: OpenQuestion | undefined
  readonly isCoordinator: boolean
  /** Whether the open question takes the text as its answer (never by keeping it as written). */
  answers(): boolean
  /** Whether the text corrects an answer that the open question asks to confirm. */
  corrects(): boolean
  intent(): string | undefined
  slots(): Slots
  /** The same in the middle of a flow, where a few words need not say that they are about blood. */
  stated(): Slots
  mentionsBlood(): boolean
  /** The language that the text names, if any. */
  language(): string | undefined
  flowFor(intent: string): Flow | undefined
}

/** Above everything, whatever is being asked. */
const ABOVE_ALL: ReadonlySet<string> = new Set(['emergency', 'start'])
/** Obeyed at once, and nothing is asked any more: what was not finished is forgotten. */
const STOP: Route = { go: 'begin', flow: 'stop', afresh: true }
/** What a person may say at any question to steer the conversation. */
const STEERING: ReadonlySet<string> = new Set(['back', 'cancel', 'help', 'human', 'language'])
/** Questions that take nearly any word, so that what steers is looked for first. */
const TAKES_ANY_WORD: ReadonlySet<string> = new Set(['initials', 'card', 'text'])
const NOTHING_LOST: ReadonlySet<string> = new Set(['menu', 'resume', 'need_or_give'])

/** Decides what a message is for: pure, in the order of the rules. */
export function route(ask: RouteAsk): Route {
  const { message, text, open } = ask
  if (message.handledByTwilio) return handledByTwilio(message.handledByTwilio)
  const command = ask.isCoordinator ? readCommand(message.text) : undefined
  if (command) return { go: 'begin', flow: 'coordinator', answers: command }
  const wordless = withoutWords(ask)
  if (wordless) return wordless
  if (isOnlyAadhaar(text)) return { go: 'say', text: 'aadhaar' }
  const intent = isPlainAnswer(ask) ? undefined : ask.intent()
  if (intent === 'stop') return STOP
  if (intent !== undefined && ABOVE_ALL.has(intent)) return begin(ask, intent)
  if (!open) return unasked(ask, intent)
  return asked(ask, { open, intent })
}

/** More words than these may say something besides an answer. */
const PLAIN_WORDS = 3

/**
 * A tap on a choice of the open question, or a few words that a question of a closed kind takes: nothing else has to be
 * looked for in them. A tap on an older question says what its title says.
 */
function isPlainAnswer(ask: RouteAsk): boolean {
  const { message, text, now, open } = ask
  if (message.tap) return open !== undefined && ask.answers()
  if (!open || TAKES_ANY_WORD.has(open.step.kind) || isIdle(open, now)) return false
  return text.split(/\s+/u).length <= PLAIN_WORDS && ask.answers()
}

function isIdle({ askedAt, flow }: OpenQuestion, now: Instant): boolean {
  return now - askedAt > IDLE_AFTER && flow.id !== 'resume'
}

function handledByTwilio(word: 'stop' | 'start' | 'help'): Route {
  return word === 'stop' ? STOP : { go: 'begin', flow: word }
}

/** Photos, voice notes, pins and empty messages; a pin that says where it is answers "where". */
function withoutWords({ message, text, open }: RouteAsk): Route | undefined {
  if (text !== '') return undefined
  if (message.location) return { go: 'say', text: 'location' }
  const [media] = message.media
  if (!media) return { go: 'say', text: 'sticker' }
  if (media.contentType.startsWith('audio/')) return { go: 'say', text: 'voice' }
  if (media.contentType === 'image/webp') return { go: 'say', text: 'sticker' }
  if (media.contentType.startsWith('image/')) return { go: 'say', text: 'photo' }
  return open?.step.kind === 'phone' ? { go: 'repeat' } : { go: 'say', text: 'file' }
}

function asked(
  ask: RouteAsk,
  { open, intent }: { readonly open: OpenQuestion; readonly intent: string | undefined },
): Route {
  if (isIdle(open, ask.now)) return afterSilence(ask, { open, intent })
  const steers = intent !== undefined && STEERING.has(intent)
  const flow = intent === undefined ? undefined : ask.flowFor(intent)
  const isElsewhere = flow !== undefined && flow.id !== open.flow.id
  // "no, B negative" is more than a no.
  if (!steers && !isElsewhere && ask.corrects()) return { go: 'correct' }
  if (!(steers && TAKES_ANY_WORD.has(open.step.kind)) && ask.answers()) return { go: 'answer' }
  if (intent === 'back' || intent === 'cancel') return { go: intent }
  if (intent === 'greeting') return { go: 'repeat' }
  if (isElsewhere) return begin(ask, intent ?? '')
  if (open.step.keepAsWritten && !flow) return { go: 'answer' }
  const slots = ask.stated()
  const fillsSome = open.flow.steps.some(
    (step) => step.type === 'ask' && step.fill !== undefined && step.fill in slots,
  )
  if (fillsSome) return { go: 'slots', slots }
  return flow ? { go: 'repeat' } : { go: 'answer' }
}

/** After a long silence the first words are rarely an answer to a question that scrolled away. */
function afterSilence(
  ask: RouteAsk,
  { open, intent }: { readonly open: OpenQuestion; readonly intent: string | undefined },
): Route {
  if (NOTHING_LOST.has(open.flow.id)) return afresh(unasked(ask, intent))
  const flow = intent === undefined || intent === 'greeting' ? undefined : ask.flowFor(intent)
  if (flow && flow.id !== open.flow.id) return begin(ask, intent ?? '')
  return { go: 'begin', flow: 'resume', answers: { waiting: open.flow.id } }
}

function afresh(route: Route): Route {
  return route.go === 'begin' ? { ...route, afresh: true } : route
}

function unasked(ask: RouteAsk, intent: string | undefined): Route {
  if (intent === 'back') return { go: 'say', text: 'nothing_to_go_back' }
  if (intent !== undefined && ask.flowFor(intent)) return begin(ask, intent)
  const slots = ask.slots()
  if (Object.keys(slots).length > 0 || ask.mentionsBlood())
    return { go: 'begin', flow: 'need_or_give', slots }
  return { go: 'begin', flow: 'menu' }
}

function begin(ask: RouteAsk, intent: string): Route {
  const flow = ask.flowFor(intent)
  if (!flow) return { go: 'begin', flow: 'menu' }
  if (flow.side) return { go: 'begin', flow: flow.id }
  const language = intent === 'language' ? ask.language() : undefined
  return language === undefined
    ? { go: 'begin', flow: flow.id, slots: ask.slots() }
    : { go: 'begin', flow: flow.id, answers: { language } }
}
