import { z } from 'zod'
import { bareType, fileKindOf } from '../../files/file-kind'
import { MAX_FILE_BYTES } from '../../files/file-store'
import type { FetchedMedia, MediaSource, SentMedia } from '../../files/media-source'
import type { TwilioCredentials } from './rest-client'

/** Twilio sends the reader of a media URL on to its store; nowhere else do we follow. */
const STORE_HOSTS = /(?:^|\.)twiliocdn\.com$|^s3-external-1\.amazonaws\.com$/
const TWILIO = 'https://api.twilio.com'
const TIMEOUT_MS = 15_000
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]

const listSchema = z.object({
  media_list: z.array(z.object({ uri: z.string().startsWith('/'), content_type: z.string() })),
})

export interface TwilioMediaOptions {
  readonly credentials: TwilioCredentials
  /** Needed beside an API key; an account's own credentials name it. */
  readonly accountSid?: string
  /** Counts as Twilio's own. */
  readonly apiBaseUrl?: string
  readonly maxBytes?: number
  /** Asks without the network: the stand-in answers in this process. */
  readonly ask?: (url: URL, init: RequestInit) => Promise<Response>
}

/** The photos and voice notes people send, which Twilio keeps until we delete them. */
export function twilioMedia(options: TwilioMediaOptions): MediaSource {
  const { credentials, apiBaseUrl, maxBytes = MAX_FILE_BYTES } = options
  const { accountSid = credentials.username } = options
  const authorization =
    'Basic ' + Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')
  const ours = (url: URL): boolean =>
    isTwilio(url) || (apiBaseUrl !== undefined && sameOrigin(url, apiBaseUrl))
  const request = options.ask ?? ((url, init) => fetch(url, init))
  const ask = (url: URL, method: 'GET' | 'DELETE'): Promise<Response> =>
    request(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      // The store has a signed URL of its own and must not learn our credentials.
      headers: ours(url) ? { authorization } : {},
    })
  return {
    async fetch(text) {
      const url = parseUrl(text)
      if (!url || !ours(url)) return { ok: false, reason: 'foreign' }
      try {
        const first = await ask(url, 'GET')
        const next = redirectOf(first, url)
        if (!next) return await readMedia(first, maxBytes)
        await first.body?.cancel()
        if (!ours(next) && !isStore(next)) return { ok: false, reason: 'foreign' }
        return await readMedia(await ask(next, 'GET'), maxBytes)
      } catch {
        return { ok: false, reason: 'unavailable' }
      }
    },
    async remove(text) {
      const url = parseUrl(text)
      if (!url || !ours(url)) return false
      try {
        const response = await ask(
          new URL(`${url.origin}${url.pathname.replace(/\.json$/, '')}.json`),
          'DELETE',
        )
        await response.body?.cancel()
        return response.ok || response.status === 404
      } catch {
        return false
      }
    },
    async sentWith(sid) {
      const { origin } = new URL(apiBaseUrl ?? TWILIO)
      const path = `/2010-04-01/Accounts/${accountSid}/Messages/${sid}/Media.json`
      const response = await ask(new URL(origin + path), 'GET')
      if (!response.ok) throw new Error(`Twilio's list of media could not be read: http_${response.status}`)
      return mediaIn(await response.json(), origin)
    },
  }
}

async function readMedia(response: Response, maxBytes: number): Promise<FetchedMedia> {
  const refuse = async (reason: 'type' | 'too_large' | 'gone' | 'unavailable'): Promise<FetchedMedia> => {
    await response.body?.cancel()
    return { ok: false, reason }
  }
  if (response.status === 404 || response.status === 410) return refuse('gone')
  if (response.status !== 200 || !response.body) return refuse('unavailable')
  const contentType = bareType(response.headers.get('content-type') ?? '')
  if (fileKindOf(contentType) === undefined) return refuse('type')
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) return refuse('too_large')
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    size += chunk.length
    // Leaving the loop cancels the rest.
    if (size > maxBytes) return { ok: false, reason: 'too_large' }
    chunks.push(chunk)
  }
  return { ok: true, bytes: Buffer.concat(chunks), contentType }
}

/** An entry's own address is its description; without the ending it is the medium. */
function mediaIn(list: unknown, origin: string): readonly SentMedia[] {
  const { media_list: media } = listSchema.parse(list)
  return media.map(({ uri, content_type: contentType }) => ({
    url: origin + uri.replace(/\.json$/, ''),
    contentType,
  }))
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}

function isTwilio(url: URL): boolean {
  return url.protocol === 'https:' && url.port === '' && /^(?:[a-z0-9-]+\.)*twilio\.com$/.test(url.hostname)
}

function isStore(url: URL): boolean {
  return url.protocol === 'https:' && url.port === '' && STORE_HOSTS.test(url.hostname)
}

function sameOrigin(url: URL, base: string): boolean {
  return URL.canParse(base) && new URL(base).origin === url.origin
}

function redirectOf(response: Response, from: URL): URL | undefined {
  const location = REDIRECTS.includes(response.status) ? response.headers.get('location') : null
  return location !== null && URL.canParse(location, from.href) ? new URL(location, from) : undefined
}
