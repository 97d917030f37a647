import { HOUR, type Instant } from '../../base/clock'
import type { Bound } from './bind-answer'
import { isOnlyAadhaar } from '../input/mask-aadhaar'
import { readCommand, type CoordinatorCommand } from './coordinator-command'
import { routeWordless } from './route-wordless'
import type { OpenQuestion, Route, RouteAsk } from './routing'

/** A question that waits longer than this is taken up again with a question of its own. */
export const IDLE_AFTER = 2 * HOUR

/** Above everything, whatever is being asked. */
const ABOVE_ALL: ReadonlySet<string> = new Set(['emergency', 'start'])
/** Obeyed at once, and nothing is asked any more: what was not finished is forgotten. */
const STOP: Route = { go: 'begin', flow: 'stop', afresh: true }
/** What a person may say at any question to steer the conversation. */
const STEERING: ReadonlySet<string> = new Set(['back', 'cancel', 'help', 'human', 'language'])
/** Questions that take nearly any word, so that what steers is looked for first. */
const TAKES_ANY_WORD: ReadonlySet<string> = new Set(['initials', 'card', 'name', 'text'])
/** Questions whose choices are words that a question of the person may hold as well: "khoon dena safe hai kya". */
const CHOSEN_BY_WORDS: ReadonlySet<string> = new Set(['menu', 'component'])
const SIDE_QUESTION = /^faq_/
/** What an appeal is about, when its words say anything at all. */
const WANTED: ReadonlySet<string> = new Set(['request_blood', 'donate', 'help'])
const NOTHING_LOST: ReadonlySet<string> = new Set(['menu', 'resume', 'need_or_give'])

/** Decides what a message is for: pure, in the order of the rules. */
export function route(ask: RouteAsk): Route {
  const { message, text, open } = ask
  if (message.handledByTwilio) return handledByTwilio(message.handledByTwilio)
  const command = ask.isCoordinator ? readCommand(message.text) : undefined
  if (command) return commanded(command, ask)
  const wordless = routeWordless(ask)
  if (wordless) return wordless
  if (isOnlyAadhaar(text)) return { go: 'say', text: 'aadhaar' }
  if (ask.bound?.sure) return answerAlert(ask.bound, ask)
  const plain = isPlainAnswer(ask)
  const intent = plain ? undefined : ask.intent()
  if (intent === 'stop') return STOP
  if (intent !== undefined && ABOVE_ALL.has(intent)) return begin(ask, intent)
  if (ask.bound) return answerAlert(ask.bound, ask)
  if (!plain && isAppeal(ask, intent)) return { go: 'begin', flow: 'forwarded', slots: ask.slots() }
  if (!open) return unasked(ask, intent)
  return asked(ask, { open, intent })
}

/** What a donor says about an alert or a pledge. One such conversation at a time: a further answer takes its place. */
function answerAlert({ said, code, choices, day, time, gaveOn }: Bound, { open }: RouteAsk): Route {
  const answers = {
    said,
    code,
    ...(choices && { asked: { alerts: choices } }),
    ...(day !== undefined && { day }),
    ...(time !== undefined && { time }),
    ...(gaveOn !== undefined && { gave_on: gaveOn }),
  }
  return { go: 'begin', flow: 'pledge', answers, ...(open?.flow.id === 'pledge' && { afresh: true }) }
}

/** A request in somebody's name is a conversation of its own; every other command is answered at once. */
function commanded(command: CoordinatorCommand, ask: RouteAsk): Route {
  if (command.command !== 'new' || command.codes.length === 0)
    return { go: 'begin', flow: 'coordinator', answers: command }
  const slots = command.text === null ? {} : ask.stated(command.text)
  return { go: 'begin', flow: 'new_request', answers: { code: command.code }, slots }
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

/** Words that others wrote, about a need: nothing is made of them before the person says that it is their own. */
function isAppeal(ask: RouteAsk, intent: string | undefined): boolean {
  const { message, open } = ask
  if (open?.flow.id === 'forwarded' || !(intent === undefined || WANTED.has(intent))) return false
  if (ask.relayed()) return true
  if (!message.forwarded) return false
  if (intent === 'request_blood') return true
  // A number or an address that somebody else wrote may well be the answer.
  return !(open && ask.answers()) && (Object.keys(ask.slots()).length > 0 || ask.mentionsBlood())
}

function asked(
  ask: RouteAsk,
  { open, intent }: { readonly open: OpenQuestion; readonly intent: string | undefined },
): Route {
  if (isIdle(open, ask.now)) return afterSilence(ask, { open, intent })
  const steers = intent !== undefined && STEERING.has(intent)
  const flow = intent === undefined ? undefined : ask.flowFor(intent)
  const isElsewhere = flow !== undefined && flow.id !== open.flow.id
  const asksAside = isElsewhere && SIDE_QUESTION.test(intent ?? '') && CHOSEN_BY_WORDS.has(open.step.kind)
  if (asksAside) return begin(ask, intent ?? '')
  // "no, B negative" is more than a no.
  if (!steers && !isElsewhere && ask.corrects()) return { go: 'correct' }
  if (!(steers && TAKES_ANY_WORD.has(open.step.kind)) && ask.answers()) return { go: 'answer' }
  if (intent === 'back' || intent === 'cancel') return { go: intent }
  if (intent === 'greeting') return { go: 'repeat' }
  if (isElsewhere) return begin(ask, intent ?? '')
  const slots = ask.stated()
  if (open.step.keepAsWritten && !flow) return ask.fills() ? { go: 'slots', slots } : { go: 'answer' }
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
  // A need stated anew, with what it is about, is another need.
  if (flow && Object.keys(ask.slots()).length > 0) return afresh(begin(ask, intent ?? ''))
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
  return { go: 'begin', flow: 'menu', missed: true }
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
