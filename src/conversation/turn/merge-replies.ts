import { MAX_BODY } from '../../messaging/split-text'

/** A turn's replies in as few messages as they fit into: every bubble costs, and one is easier to read than three. */
export function mergeReplies(replies: readonly string[]): readonly string[] {
  const merged: string[] = []
  for (const reply of replies) {
    const last = merged.at(-1)
    const both = `${last}\n\n${reply}`
    if (last !== undefined && both.length <= MAX_BODY) merged[merged.length - 1] = both
    else merged.push(reply)
  }
  return merged
}
