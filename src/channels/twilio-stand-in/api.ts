/** One request to Twilio's REST API, however it travelled. */
export interface ApiRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly form: URLSearchParams
  /** The body of a JSON request. */
  readonly json?: unknown
  readonly username?: string
  readonly password?: string
}

export interface ApiResponse {
  readonly status: number
  readonly json?: unknown
  readonly file?: { readonly contentType: string; readonly bytes: Uint8Array }
}

/** What becomes of a request: an answer, a connection that breaks, or one that says nothing for ever. */
export type ApiOutcome = ApiResponse | 'reset' | 'hang'

/** Twilio's form of an error. */
export function apiError(status: number, code: number, message: string): ApiResponse {
  return {
    status,
    json: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
  }
}

export const NOT_FOUND = apiError(404, 20404, 'The requested resource was not found')
