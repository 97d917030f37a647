import { createHash } from 'node:crypto'
import { humanCode } from './ids'

/** The id of what the effect of this key creates: the same key, the same id. */
export function keyedId(key: string): string {
  return digest(key).toString('hex').slice(0, 32)
}

/** The n-th code (from 0) to try for what the effect of this key creates: the same key, the same codes in order. */
export function keyedCode(key: string, nth: number): string {
  return humanCode(digest(`${key}#code${nth}`))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
