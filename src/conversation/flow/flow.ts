import type { Json } from '../turn/conversation'

/**
 * What a question accepts: a recogniser's kind, or one of the kinds that only questions have.
 * `initials` one to four letters; `card` a thalassemia card number; `name` a person's name as it
 * shall stand on paper; `text` anything written.
 */
export const QUESTION_KINDS = [
  'yes_no',
  'blood_group',
  'component',
  'units',
  'menu',
  'date',
  'date_past',
  'time',
  'age',
  'weight',
  'phone',
  'pincode',
  'place',
  'language',
  'initials',
  'card',
  'name',
  'text',
] as const

export type QuestionKind = (typeof QUESTION_KINDS)[number]

/**
 * Holds when every named answer is (one of) the given value(s); `null` stands for "not answered". A name may reach
 * into a saved result: `request.area`.
 */
export type Condition = { readonly [answer: string]: Json | readonly Json[] }

/**
 * Where a step leads: a step's id, `end` (the flow is over), `leave` (this flow and the one that waits under it are
 * over), or `flow:<id>` (this flow is over and another begins).
 */
export type Target = string

/** One way on, or one per answer (a question), per result (`ok` or a reason; an action), with `else` for the rest. */
export type Next = Target | { readonly [on: string]: Target }

/** The choices of a question: listed here, or made by an action (`from: known.patients`, items `{ id, title }`). */
export type Options =
  { readonly ids: readonly string[] } | { readonly from: string; readonly also: readonly string[] }

interface StepBase {
  readonly id: string
  /** Former ids: a conversation that stands on one goes on here. */
  readonly was: readonly string[]
  /** The step is passed over unless this holds. */
  readonly when?: Condition
  readonly next: Next
  /**
   * Where it leads when it is passed over because of `when` (present with it): the one way on, or `else`, or the step
   * written below.
   */
  readonly over?: Target
}

/** Asks, and waits for the answer. Passed over when the answer is already known. */
export interface AskStep extends StepBase {
  readonly type: 'ask'
  /** Text key of the prompt; `<ask>_again` is asked after a miss. */
  readonly ask: string
  readonly kind: QuestionKind
  /** The answer's name. Without it the answer only decides `next`, and the question is always asked. */
  readonly save?: string
  /** The slot of a first message (`multi`) that answers this question. */
  readonly fill?: string
  /** Numbered choices. A `menu` needs them; other kinds accept their number too. */
  readonly options?: Options
  /** Never asked: a message that states the slot of `fill` answers it, and without one it is passed over. */
  readonly unasked: boolean
  /** Its choices have titles of their own, which are answers too: "the hospital's slip" besides "yes". */
  readonly titled: boolean
  /** The person may say that there is none; the answer is then `null`. */
  readonly optional: boolean
  /** What nobody recognises is kept as written: `{ asWritten }`. */
  readonly keepAsWritten: boolean
  /**
   * The options are step ids: the answer of the chosen one is forgotten and it is asked again; walking on from it
   * passes over what is known and so comes to this step.
   */
  readonly revise?: string
}

export interface SayStep extends StepBase {
  readonly type: 'say'
  readonly say: string
}

/** Performs a registered action. `with` names its arguments: a constant, or `$name` for an answer. */
export interface DoStep extends StepBase {
  readonly type: 'do'
  readonly do: string
  readonly with: { readonly [argument: string]: Json }
  /** The result's values are kept under this name. */
  readonly save?: string
  /** Why it may change something without a yes before. */
  readonly unconfirmed?: string
}

export type Step = AskStep | SayStep | DoStep

/** A flow file, parsed and frozen. */
export interface Flow {
  readonly id: string
  /** Hash of the file's text. */
  readonly version: string
  /** Intents that begin it. */
  readonly intents: readonly string[]
  /** Asks nothing: it may be answered in the middle of another flow, which then goes on. */
  readonly side: boolean
  /** Text key that repeats what the first message already said; required where a step has `fill`. */
  readonly understood?: string
  /** Answers that whoever begins the flow may bring along. */
  readonly given: readonly string[]
  /** Why its effects need no confirmation by a yes. */
  readonly unconfirmed?: string
  /** In the file's order, which decides nothing but the default of `next`. */
  readonly steps: readonly Step[]
}

export const END = 'end'
export const LEAVE = 'leave'
export const FLOW_PREFIX = 'flow:'
