import { createHmac } from 'node:crypto'
import pino from 'pino'

/** Values a log line may hold. Never a number, a name, a text or a credential: `Logger.person` hashes an id. */
export type LogFields = { readonly [name: string]: string | number | boolean | undefined }

export interface Logger {
  debug(event: string, fields?: LogFields): void
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
  /** The same short word for the same id, that nobody without the secret can turn back. */
  person(id: string): string
}

/** Logs one JSON line per event to standard output. */
export function createLogger(options: { readonly level: string; readonly secret: string }): Logger {
  const log = pino({ level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
  const line =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}) =>
      log[level](fields, event)
  return {
    debug: line('debug'),
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    person: (id) => createHmac('sha256', options.secret).update(id).digest('hex').slice(0, 12),
  }
}

/**
 * What may be told of an error: its class, and the top of its stack without its message, which may quote what people
 * wrote.
 */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error }
  const at = error.stack
    ?.split('\n')
    .find((line) => /^\s+at /.test(line))
    ?.trim()
  const cause = error.cause instanceof Error ? error.cause.name : undefined
  return { error: error.name, ...(at !== undefined && { at }), ...(cause !== undefined && { cause }) }
}
