import { keyedCode } from './keyed-id'

/** Tries of one effect's codes: more than this many taken in a row is no accident. */
const MOST_TRIES = 50

type CodeTaken = { readonly ok: false; readonly reason: 'code_taken' }

/** Stores something under the first code of the effect's key that is free. */
export async function withFreeCode<T extends { readonly ok: true }>(
  key: string,
  store: (code: string) => Promise<T | CodeTaken>,
): Promise<T> {
  for (let nth = 0; nth < MOST_TRIES; nth++) {
    const stored = await store(keyedCode(key, nth))
    if (stored.ok) return stored
  }
  throw new Error('no code is free')
}
