import type { Request, Response } from 'express'

/** What nobody but the holder of a link may see: no cache, index or other site ever has any of it. */
export const PRIVATE = {
  'Cache-Control': 'private, no-store',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const

/** The same for what is opened as a file: nothing in it may run. */
export const PRIVATE_FILE = { ...PRIVATE, 'Content-Security-Policy': "default-src 'none'; sandbox" } as const

/** What signs a link, as its address has it; empty where it is missing. */
export function signedQuery({ query }: Pick<Request, 'query'>): {
  readonly expiry: string
  readonly signature: string
} {
  return { expiry: text(query['e']), signature: text(query['s']) }
}

/** What is refused is not explained. */
export function refuse(response: Response, status: 403 | 404 | 410 | 503): void {
  response.status(status).type('text').send('this link does not open anything\n')
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
