import type { Json } from '../turn/conversation'
import type { AskStep, Condition, DoStep } from './flow'

/** What a conversation knows, by name: answers and saved results. */
export type Answers = { readonly [name: string]: Json }

/** The answer's name when a `with` value stands for an answer (`$name`, `$name.part`), else nothing. */
export function answerReference(value: Json): string | undefined {
  return typeof value === 'string' && /^\$[a-z]/.test(value) ? value.slice(1) : undefined
}

/** The value under `name` or `name.part`; nothing when it is not known. */
export function valueAt(answers: Answers, path: string): Json | undefined {
  return path
    .split('.')
    .reduce<Json | undefined>(
      (value, part) => (isRecord(value) && Object.hasOwn(value, part) ? value[part] : undefined),
      answers,
    )
}

/** Whether a `when` holds. */
export function holds(condition: Condition, answers: Answers): boolean {
  return Object.entries(condition).every(([path, wanted]) => {
    const value = valueAt(answers, path) ?? null
    return Array.isArray(wanted) ? wanted.includes(value) : wanted === value
  })
}

/** Whether the question's answer is known, `null` ("there is none") included. */
export function isAnswered(step: AskStep, answers: Answers): boolean {
  return step.save !== undefined && Object.hasOwn(answers, step.save)
}

/** All answers but the one of that name. */
export function without(answers: Answers, name: string): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([other]) => other !== name))
}

/** The name of an answer among the ways on: the answer itself, `none`, or `as_written`. */
export function answerKey(value: Json): string {
  if (value === null) return 'none'
  if (typeof value === 'object') return 'asWritten' in value ? 'as_written' : 'else'
  return String(value)
}

/** The arguments of an action, with every `$name` replaced by its answer; an unknown one is left out. */
export function resolveArguments(step: DoStep, answers: Answers): Answers {
  const entries = Object.entries(step.with).map(([name, value]) => {
    const path = answerReference(value)
    return [name, path === undefined ? value : valueAt(answers, path)] as const
  })
  return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined))
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
