import type { Json } from '../turn/conversation'
import type { AskStep, Condition, DoStep, Flow, Next, Options, QuestionKind, SayStep, Step } from './flow'

/** A step as the file has it, after the schema found nothing wrong. */
export interface WrittenStep {
  readonly id: string
  readonly was?: readonly string[]
  readonly when?: Condition
  readonly next?: Next
  readonly ask?: string
  readonly say?: string
  readonly do?: string
  readonly kind?: QuestionKind
  readonly save?: string
  readonly fill?: string
  readonly unasked?: boolean
  readonly titled?: boolean
  readonly options?: readonly string[] | { readonly from: string; readonly also?: readonly string[] }
  readonly optional?: boolean
  readonly keep_as_written?: boolean
  readonly revise?: string
  readonly with?: { readonly [argument: string]: Json }
  readonly unconfirmed?: string
}

/** A flow as the file has it, after the schema found nothing wrong. */
export interface WrittenFlow {
  readonly id: string
  readonly intents?: readonly string[]
  readonly side?: boolean
  readonly understood?: string
  readonly given?: readonly string[]
  readonly unconfirmed?: string
  readonly steps: readonly WrittenStep[]
}

/** The frozen flow, with every default written out. A last step without `next` leads nowhere: its `next` is ''. */
export function buildFlow(written: WrittenFlow, version: string): Flow {
  const steps = written.steps.map((step, index) => buildStep(step, written.steps[index + 1]?.id ?? ''))
  return freeze({
    id: written.id,
    version,
    intents: written.intents ?? [],
    side: written.side ?? false,
    ...(written.understood !== undefined && { understood: written.understood }),
    given: written.given ?? [],
    ...(written.unconfirmed !== undefined && { unconfirmed: written.unconfirmed }),
    steps,
  })
}

function buildStep(step: WrittenStep, below: string): Step {
  const next = step.next ?? step.revise ?? below
  const base = {
    id: step.id,
    was: step.was ?? [],
    next,
    ...(step.when && { when: step.when, over: wayOver(next, below) }),
  }
  if (step.ask !== undefined) return buildAsk(step, { ...base, type: 'ask', ask: step.ask })
  if (step.say !== undefined) return { ...base, type: 'say', say: step.say } satisfies SayStep
  return {
    ...base,
    type: 'do',
    do: step.do ?? '',
    with: step.with ?? {},
    ...(step.save !== undefined && { save: step.save }),
    ...(step.unconfirmed !== undefined && { unconfirmed: step.unconfirmed }),
  } satisfies DoStep
}

function buildAsk(
  step: WrittenStep,
  base: Pick<AskStep, 'id' | 'was' | 'next' | 'when' | 'over' | 'type' | 'ask'>,
): AskStep {
  return {
    ...base,
    kind: step.kind ?? 'text',
    ...(step.save !== undefined && { save: step.save }),
    ...(step.fill !== undefined && { fill: step.fill }),
    ...(step.options && { options: buildOptions(step.options) }),
    unasked: step.unasked ?? false,
    titled: step.titled ?? step.kind === 'menu',
    optional: step.optional ?? false,
    keepAsWritten: step.keep_as_written ?? false,
    ...(step.revise !== undefined && { revise: step.revise }),
  }
}

function buildOptions(options: NonNullable<WrittenStep['options']>): Options {
  return 'from' in options ? { from: options.from, also: options.also ?? [] } : { ids: options }
}

function wayOver(next: Next, below: string): string {
  return typeof next === 'string' ? next : (next['else'] ?? below)
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  return value
}
