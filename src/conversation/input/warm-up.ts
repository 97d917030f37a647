import { recognise, recognisers, type Kind, type RecogniseOptions } from './recognise'

/** Needs every vocabulary, in every script. */
const SAMPLE = 'B+ खून चाहिए 2 unit kal subah 9 baje GSVM mein, 9876543210'

/**
 * Builds what recognisers otherwise build at their first use, about a second's work, so that the first person who
 * writes after a start does not wait for it.
 */
export function warmUp(options: Pick<RecogniseOptions, 'now' | 'timeZone'>): void {
  for (const kind of Object.keys(recognisers) as readonly Kind[]) recognise(kind, SAMPLE, options)
}
