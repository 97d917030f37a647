import { concepts, type Concepts } from './concepts'
import { INTENT_RULES, NOT_OURS, type IntentRule } from './intent-rules'
import type { Recogniser } from './recogniser'
import { utterance } from './utterance'

/** What a message is about. */
export interface IntentRead {
  readonly intent: string
  /** The message implies it without a word of asking: "B+ 2 unit". */
  readonly implied: boolean
}

interface Rule extends Omit<IntentRule, 'all' | 'intent'> {
  readonly intent?: string
  readonly all: readonly (readonly string[])[]
}

const RULES: readonly Rule[] = [...NOT_OURS, ...INTENT_RULES]
  .map((rule) => ({
    ...rule,
    all: rule.all.map((choice) => choice.split('|')),
    none: [...(rule.none ?? []), ...(rule.despite ? [] : ['other'])].flatMap((choice) => choice.split('|')),
  }))
  .sort((a, b) => b.weight - a.weight || b.all.length - a.all.length)

function holds(rule: Rule, { said, unexplained }: Concepts): boolean {
  return (
    unexplained <= (rule.rest ?? Infinity) &&
    (!rule.only || (said.size === 1 && unexplained === 0)) &&
    rule.all.every((choice) => choice.some((name) => said.has(name))) &&
    !rule.none?.some((name) => said.has(name))
  )
}

/** What a message is about, and whether it says so. */
export function intentOf(found: Concepts): IntentRead | undefined {
  const rule = RULES.find((one) => holds(one, found))
  return rule?.intent === undefined ? undefined : { intent: rule.intent, implied: rule.implied ?? false }
}

/** The intent of a message that answers no question; nothing for a bare "blood" or what is none of our business. */
export const intent: Recogniser<string> = (text, { locale }) =>
  intentOf(concepts(utterance(text), locale))?.intent
