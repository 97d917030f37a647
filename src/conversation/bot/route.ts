import { HOUR, type Instant } from '../../base/clock'
import type { Json } from '../turn/conversation'
import type { Bound } from './bind-answer'
import { isOnlyAadhaar } from '../input/mask-aadhaar'
import { lacksMark, readCommand, type CoordinatorCommand } from './coordinator-command'
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
/** Few words at these are an answer and nothing else; a date may be the day of something else. */
const ANSWERED_BY_FEW = /^(?!initials|card|name|text|date_past)/
const SIDE_QUESTION = /^faq_/
/** What an appeal is about, when its words say anything at all. */
const WANTED: ReadonlySet<string> = new Set(['request_blood', 'donate', 'help'])
/** What stands nowhere yet when somebody asks for its status in the middle of it. */
const WRITES_DOWN: ReadonlySet<string> = new Set(['request', 'donate'])
/** After a death these ask for nothing, and nothing is offered. */
const SAYS_NO_MORE: ReadonlySet<string> = new Set(['cancel', 'status', 'thanks', 'greeting', 'back'])
const CONDOLENCE: Route = { go: 'say', text: 'bereaved', alone: true }
const ABOUT_MONEY: ReadonlySet<string> = new Set(['report_fraud', 'money_for_blood'])
const MENUS: ReadonlySet<string> = new Set(['menu', 'need_or_give'])
const NOTHING_LOST: ReadonlySet<string> = new Set(['menu', 'resume', 'need_or_give'])

/** Decides what a message is for: pure, in the order of the rules. */
export function route(ask: RouteAsk): Route {
  const { message, text, open } = ask
  if (message.handledByTwilio) return handledByTwilio(message.handledByTwilio)
  const command = readCommand(message.text)
  if (command && ask.isCoordinator) return commanded(command, ask)
  const wordless = routeWordless(ask)
  if (wordless) return wordless.go === 'say' && ask.lately === 'bereaved' ? CONDOLENCE : wordless
  if (isOnlyAadhaar(text)) return { go: 'say', text: 'aadhaar' }
  const teams = ofTheTeam(command, ask)
  if (teams) return teams
  const bound = ask.bound && !onlyAsks(ask.bound, ask) ? ask.bound : undefined
  if (bound?.sure) return answerAlert(bound, ask)
  const plain = isPlainAnswer(ask)
  const intent = plain ? undefined : ask.intent()
  if (intent === 'stop') return STOP
  if (intent !== undefined && ABOVE_ALL.has(intent)) return begin(ask, intent)
  // Nothing is asked after such news, and what was being asked is let go.
  if (!plain && ask.tellsOfDeath()) return { go: 'begin', flow: 'bereaved', afresh: true }
  if (bound) return answerAlert(bound, ask)
  if (!plain && isAppeal(ask, intent)) return { go: 'begin', flow: 'forwarded', slots: ask.slots() }
  const after = aftermath(ask, intent)
  if (after) return after
  if (!open) return unasked(ask, intent)
  return asked(ask, { open, intent })
}

/** "Is it safe to give blood?" speaks of giving, and tells of no donation. */
function onlyAsks({ said, gaveOn }: Bound, ask: RouteAsk): boolean {
  return said === 'gave' && gaveOn === undefined && SIDE_QUESTION.test(ask.intent() ?? '') && ask.asks()
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
  if (command.command !== 'new' || command.codes.length === 0) {
    const begun: Route = { go: 'begin', flow: 'coordinator', answers: command }
    // A menu that nobody looks at any more would follow every answer.
    return ask.open && NOTHING_LOST.has(ask.open.flow.id) ? { ...begun, afresh: true } : begun
  }
  const slots = command.text === null ? {} : ask.stated(command.text)
  return { go: 'begin', flow: 'new_request', answers: { code: command.code }, slots }
}

/** Commands from somebody who may not give them, and those of a coordinator that lack their mark. */
function ofTheTeam(command: CoordinatorCommand | undefined, ask: RouteAsk): Route | undefined {
  // "#band karo" is no command of theirs, and is obeyed.
  const isMeant = command !== undefined && (command.command === 'list' || command.codes.length > 0)
  if (isMeant) return { go: 'say', text: 'coordinator:not_coordinator' }
  return ask.isCoordinator && lacksMark(ask.text) ? { go: 'say', text: 'no_mark' } : undefined
}

/** More words than these may say something besides an answer. */
const PLAIN_WORDS = 3
/** So many may reply to a message of ours: "haan hamara hi number hai". */
const REPLY_WORDS = 6

/**
 * A tap on a choice of the open question, or a few words that a question of a closed kind takes: nothing else has to be
 * looked for in them. A tap on an older question says what its title says.
 */
function isPlainAnswer(ask: RouteAsk): boolean {
  const { message, text, now, open } = ask
  if (message.tap) return open !== undefined && ask.answers()
  if (!open || !ANSWERED_BY_FEW.test(open.step.kind) || isIdle(open, now)) return false
  return isFew(text, PLAIN_WORDS) && ask.answers()
}

function isFew(text: string, words: number): boolean {
  return text.split(/\s+/u).length <= words
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

/** What answers nothing right after an emergency or a report is about that, not about a date or a menu. */
function aftermath(ask: RouteAsk, intent: string | undefined): Route | undefined {
  const { open, lately } = ask
  if (lately === 'bereaved')
    return !open && (intent === undefined || SAYS_NO_MORE.has(intent)) ? CONDOLENCE : undefined
  if (lately === undefined || (open && ask.answers())) return undefined
  if (intent !== undefined && !(lately === 'report_fraud' && ABOUT_MONEY.has(intent))) return undefined
  const stated = Object.keys(ask.stated())
  if (lately === 'emergency')
    return stated.length > 0 ? undefined : { go: 'say', text: 'emergency:now', alone: true }
  const tells = stated.length === 0 ? !open?.step.keepAsWritten : stated.every((slot) => slot === 'phone')
  return tells ? { go: 'begin', flow: 'report_fraud', answers: { more: true } } : undefined
}

function asked(
  ask: RouteAsk,
  { open, intent }: { readonly open: OpenQuestion; readonly intent: string | undefined },
): Route {
  if (isIdle(open, ask.now)) return afterSilence(ask, { open, intent })
  if (open.flow.id === 'resume' && intent === undefined && !ask.answers() && statesSome(ask))
    return { go: 'go_on', slots: ask.stated() }
  const steers = intent !== undefined && STEERING.has(intent)
  const flow = intent === undefined ? undefined : ask.flowFor(intent)
  const isElsewhere = flow !== undefined && flow.id !== open.flow.id
  if (isElsewhere && asksAside(open, intent ?? '')) return begin(ask, intent ?? '')
  // "no, B negative" is more than a no.
  if (!steers && !isElsewhere && ask.corrects()) return { go: 'correct' }
  if (!(steers && TAKES_ANY_WORD.has(open.step.kind)) && ask.answers()) return { go: 'answer' }
  if (intent === 'back' || intent === 'cancel') return { go: intent }
  if (intent === 'greeting') return { go: 'repeat' }
  // "24 saal, 58 kilo, kabhi nahi diya" tells, and asks nothing.
  const tells = intent === 'faq_eligibility' && !ask.asks() && fillsSome(ask, open)
  if (isElsewhere && !tells) {
    // Whoever says what it is about has answered the menu: it does not come back afterwards.
    const chosen = MENUS.has(open.flow.id) && !flow.side && intent !== 'language'
    return chosen ? afresh(begin(ask, intent ?? '')) : begin(ask, intent ?? '')
  }
  const slots = ask.stated()
  if (open.step.keepAsWritten && !flow) return asWritten(ask, slots)
  if (fillsSome(ask, open)) return { go: 'slots', slots }
  // "B+ khoon" at the menu says what it is about, though not which of the two.
  if (open.flow.id === 'menu' && !flow && (statesSome(ask) || ask.mentionsBlood()))
    return afresh(unasked(ask, intent))
  return flow ? { go: 'repeat' } : { go: 'answer' }
}

/** Whether a question of the person is meant although its words may answer ours: "kal teeka laga" is no last donation. */
function asksAside({ flow, step }: OpenQuestion, intent: string): boolean {
  const { kind, titled } = step
  // Of whoever pledges the day of a vaccine is asked.
  if (intent === 'faq_vaccine' && /^date/.test(kind)) return flow.id !== 'pledge'
  if (TAKES_ANY_WORD.has(kind)) return SIDE_QUESTION.test(intent) || intent === 'camps'
  // Choices are words that a question may hold as well: "khoon dena safe hai kya".
  return SIDE_QUESTION.test(intent) && (titled || kind === 'component')
}

/** What nobody recognises is kept as it is written, unless it states something else or asks. */
function asWritten(ask: RouteAsk, slots: ReturnType<RouteAsk['slots']>): Route {
  if (ask.fills()) return { go: 'slots', slots }
  return ask.asks() && /\s/u.test(ask.text) ? { go: 'repeat' } : { go: 'answer' }
}

function statesSome(ask: RouteAsk): boolean {
  return Object.keys(ask.stated()).length > 0
}

function fillsSome(ask: RouteAsk, { flow }: OpenQuestion): boolean {
  const slots = ask.stated()
  return flow.steps.some((step) => step.type === 'ask' && step.fill !== undefined && step.fill in slots)
}

/** After a long silence the first words are rarely an answer to a question that scrolled away. */
function afterSilence(
  ask: RouteAsk,
  { open, intent }: { readonly open: OpenQuestion; readonly intent: string | undefined },
): Route {
  if (NOTHING_LOST.has(open.flow.id)) return afresh(unasked(ask, intent))
  const flow = intent === undefined || intent === 'greeting' ? undefined : ask.flowFor(intent)
  if (flow && flow.id !== open.flow.id) return begin(ask, intent ?? '')
  if (intent === 'status' && open.flow.id === 'status') return afresh(begin(ask, intent))
  // A need stated anew, with what it is about, is another need; with nothing but what was asked, it is the answer.
  const stated = Object.keys(ask.slots())
  const answers = stated.length === 1 && stated[0] === open.step.fill
  if (flow && stated.length > 0 && !answers) return afresh(begin(ask, intent ?? ''))
  // What they are answers to is kept for it all the same.
  const slots = fillsSome(ask, open) ? ask.stated() : {}
  return { go: 'begin', flow: 'resume', answers: { waiting: open.flow.id }, slots }
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
  return { go: 'begin', flow: 'menu', missed: true, answers: { short: isFew(ask.text, REPLY_WORDS) } }
}

function statusOf({ open, called }: RouteAsk): { readonly [answer: string]: Json } {
  const waits = open !== undefined && WRITES_DOWN.has(open.flow.id)
  return { ...(waits && { waiting: open.flow.id }), ...(called && { called }) }
}

function begin(ask: RouteAsk, intent: string): Route {
  const flow = ask.flowFor(intent)
  if (!flow) return { go: 'begin', flow: 'menu' }
  if (flow.side) return { go: 'begin', flow: flow.id }
  if (flow.id === 'status') return { go: 'begin', flow: flow.id, answers: statusOf(ask) }
  const language = intent === 'language' ? ask.language() : undefined
  return language === undefined
    ? { go: 'begin', flow: flow.id, slots: ask.slots() }
    : { go: 'begin', flow: flow.id, answers: { language } }
}
