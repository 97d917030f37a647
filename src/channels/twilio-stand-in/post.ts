import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'

/** A webhook call. */
export interface PostRequest {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Aborted when Twilio waits no longer. */
  readonly signal: AbortSignal
  /** Close the connection as soon as the request was sent. */
  readonly hangUp: boolean
}

/** A complete answer, or how far it came: no connection at all, or one that broke off. */
export type PostResult =
  | { readonly kind: 'answer'; readonly status: number; readonly contentType: string; readonly body: string }
  | { readonly kind: 'connect_failed' }
  | { readonly kind: 'broken' }

/** Carries webhook calls to the app: over HTTP, or in this process. Never rejects. */
export type Post = (request: PostRequest) => Promise<PostResult>

const NOT_CONNECTED: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']

/** Real HTTP. Follows no redirect: Twilio would lose the form on it. */
export const httpPost: Post = (request) =>
  new Promise((resolve) => {
    const open = request.url.startsWith('https:') ? requestHttps : requestHttp
    const outgoing = open(
      request.url,
      {
        method: 'POST',
        headers: { ...request.headers, 'Content-Length': Buffer.byteLength(request.body) },
        signal: request.signal,
      },
      (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('error', () => resolve({ kind: 'broken' }))
        incoming.on('end', () =>
          resolve({
            kind: 'answer',
            status: incoming.statusCode ?? 0,
            contentType: incoming.headers['content-type'] ?? '',
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      },
    )
    outgoing.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ kind: NOT_CONNECTED.includes(error.code ?? '') ? 'connect_failed' : 'broken' }),
    )
    if (request.hangUp) outgoing.on('finish', () => outgoing.destroy(new Error('hung up')))
    outgoing.end(request.body)
  })
