import type { IncomingMessage } from 'node:http'

/** A body longer than this is read no further before the connection is given up. */
const DRAINED = 1_048_576

/** The whole body as text, or why there is none: it was too large, or the connection broke off. */
export type BodyResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'too_large' | 'aborted' }

/**
 * Reads a request's body once, at most `limit` bytes of it. Calls back exactly once, without a promise: this is on the
 * path of every message. What exceeds the limit is read and thrown away up to a bound, so that the sender still hears
 * the answer instead of a broken connection.
 */
export function readBody(request: IncomingMessage, limit: number, done: (result: BodyResult) => void): void {
  const chunks: Buffer[] = []
  let size = 0
  let finished = false
  const finish = (result: BodyResult): void => {
    if (finished) return
    finished = true
    done(result)
  }
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    else if (size > DRAINED) finish({ ok: false, reason: 'too_large' })
  })
  request.on('end', () => {
    if (size > limit) return finish({ ok: false, reason: 'too_large' })
    const whole = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, size)
    finish({ ok: true, text: whole.toString('utf8') })
  })
  request.on('close', () => finish({ ok: false, reason: 'aborted' }))
  request.on('error', () => finish({ ok: false, reason: 'aborted' }))
}
