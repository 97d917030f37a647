import type { Todo } from '../../base/effect'
import { without } from './without'

/** What a document that effects write to keeps about them, beside its own fields. */
export interface EffectRecord {
  /** Keys of the latest effects on it, oldest first. */
  readonly effectKeys: readonly string[]
  /** Follow-ups that are not done yet, oldest first. */
  readonly todo: readonly Todo[]
}

/**
 * How many keys a document keeps. A key is asked for again only while its turn is unfinished, and between two
 * turns of one conversation lie far fewer effects on one document than this.
 */
export const KEPT_EFFECT_KEYS = 50

/** The record of a document that its first effect creates. */
export function firstEffect(key: string, todo: readonly Todo[]): EffectRecord {
  return { effectKeys: [key], todo }
}

/** The document as a further effect leaves it. */
export function withEffect<T extends EffectRecord>(document: T, key: string, todo: readonly Todo[]): T {
  return {
    ...document,
    effectKeys: [...document.effectKeys, key].slice(-KEPT_EFFECT_KEYS),
    todo: [...document.todo, ...todo],
  }
}

/** Whether the effect of this key was applied to the document. */
export function hasEffect(document: EffectRecord, key: string): boolean {
  return document.effectKeys.includes(key)
}

/** The document without the follow-up. */
export function withoutTodo<T extends EffectRecord>(document: T, todoId: string): T {
  return { ...document, todo: document.todo.filter(({ id }) => id !== todoId) }
}

/** The domain's own part of a document. */
export function withoutRecord<T extends EffectRecord>(document: T): Omit<T, keyof EffectRecord> {
  return without(document, 'effectKeys', 'todo')
}
