import { basicCredentials } from './basic-credentials'
import type { Core } from './core'
import { answerRequest } from './rest'

/** `fetch` of what the REST API serves, in this process. Rejects where a connection would break. */
export function localFetch(core: Core) {
  return (url: URL, { method = 'GET', headers }: RequestInit): Promise<Response> =>
    core.tasks.run(async () => {
      const outcome = await answerRequest(core, {
        method,
        path: url.pathname,
        query: url.searchParams,
        form: new URLSearchParams(),
        ...basicCredentials(new Headers(headers).get('authorization') ?? undefined),
      })
      if (outcome === 'reset' || outcome === 'hang') throw new Error('the connection broke')
      const { status, json, file } = outcome
      const type = file?.contentType ?? 'application/json'
      const body = file ? Buffer.from(file.bytes) : JSON.stringify(json)
      return new Response(status === 204 ? null : body, { status, headers: { 'content-type': type } })
    })
}
