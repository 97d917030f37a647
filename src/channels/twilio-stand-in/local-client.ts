import type { TwilioHttpClient, TwilioHttpRequest } from '../twilio/rest-client'
import type { ApiRequest } from './api'
import type { Core } from './core'
import { answerRequest } from './rest'

const TIMEOUT_MS = 30_000

/** Answers the Twilio client in this process; failures have the codes they have over a network. */
export function localHttpClient(core: Core): TwilioHttpClient {
  return {
    request: (request) =>
      core.tasks
        .run(async () => {
          const outcome = await answerRequest(core, readRequest(request))
          if (outcome === 'reset') return { failed: 'ECONNRESET' as const }
          if (outcome !== 'hang') return { outcome }
          await core.tasks.pause(request.timeout ?? TIMEOUT_MS)
          return { failed: 'ECONNABORTED' as const }
        })
        .then((result) => {
          if (result.failed) throw Object.assign(new Error('request failed'), { code: result.failed })
          const { status, json, file } = result.outcome
          return {
            statusCode: status,
            body: json ?? (file ? Buffer.from(file.bytes).toString() : ''),
            headers: {},
          }
        }),
  }
}

function readRequest(request: TwilioHttpRequest): ApiRequest {
  const url = new URL(request.uri)
  const query = url.searchParams
  append(query, request.params)
  const isJson = request.headers?.['Content-Type'] === 'application/json'
  const form = new URLSearchParams()
  if (!isJson) append(form, request.data)
  return {
    method: request.method.toUpperCase(),
    path: url.pathname,
    query,
    form,
    ...(isJson && { json: JSON.parse(JSON.stringify(request.data)) as unknown }),
    ...(request.username !== undefined && { username: request.username }),
    ...(request.password !== undefined && { password: request.password }),
  }
}

function append(to: URLSearchParams, values: Readonly<Record<string, unknown>> | undefined): void {
  for (const [name, value] of Object.entries(values ?? {})) {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (one !== undefined) to.append(name, typeof one === 'string' ? one : JSON.stringify(one))
    }
  }
}
