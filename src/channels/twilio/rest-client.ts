import type RequestClient from 'twilio/lib/base/RequestClient'
import TwilioClient from 'twilio/lib/rest/Twilio'

/** How long Twilio may take to answer before the outcome counts as unknown. */
const TIMEOUT_MS = 10_000

/** Where a request goes without the network: the stand-in answers it in this process. */
export interface TwilioHttpClient {
  request(request: TwilioHttpRequest): Promise<TwilioHttpResponse>
}

export interface TwilioHttpRequest {
  readonly method: string
  readonly uri: string
  readonly username?: string
  readonly password?: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly data?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, unknown>>
  readonly timeout?: number
}

export interface TwilioHttpResponse {
  readonly statusCode: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
}

/** What the REST API is asked with: the account's own token, or an API key with its secret. */
export interface TwilioCredentials {
  /** The account's SID, or an API key's. */
  readonly username: string
  readonly password: string
}

export interface TwilioRestOptions {
  readonly accountSid: string
  readonly credentials: TwilioCredentials
  /** Somewhere else than Twilio: the stand-in. */
  readonly apiBaseUrl?: string
  readonly timeoutMs?: number
  readonly httpClient?: TwilioHttpClient
}

/**
 * Twilio's REST client. It never retries by itself: who sends decides that. Never log it or what it throws; both hold
 * credentials and texts (see `sendErrorOf`).
 */
export function twilioRestClient(options: TwilioRestOptions): TwilioClient {
  const { accountSid, credentials, apiBaseUrl, httpClient } = options
  const client = new TwilioClient(credentials.username, credentials.password, {
    accountSid,
    timeout: options.timeoutMs ?? TIMEOUT_MS,
    ...(apiBaseUrl !== undefined && { edge: '', region: '' }),
    ...(httpClient && { httpClient: httpClient as unknown as RequestClient }),
  })
  if (apiBaseUrl !== undefined) {
    client.api.baseUrl = apiBaseUrl
    client.content.baseUrl = apiBaseUrl
  }
  // The client loads its parts on first use, 0.1 s of a busy processor: here, not under the first message.
  void client.messages
  return client
}
