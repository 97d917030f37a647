import { parseTemplate } from '../../text/template'

/** The names of a text's placeholders, each once, in the order of the alphabet. An unreadable text has none. */
export function placeholderNames(text: string): readonly string[] {
  try {
    const names = parseTemplate(text).flatMap((part) => (typeof part === 'string' ? [] : part.name))
    return [...new Set(names)].sort()
  } catch {
    // The check of unreadable texts names it.
    return []
  }
}
