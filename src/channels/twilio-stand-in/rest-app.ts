import express, { type Express, type Request, type Response } from 'express'
import type { ApiOutcome, ApiRequest } from './api'
import { basicCredentials } from './basic-credentials'
import { answerRequest } from './rest'
import type { Core } from './core'

/** The REST API over HTTP, for a server to listen with. */
export function restApp(core: Core): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use(express.text({ type: () => true, limit: '1mb' }))
  app.use((request: Request, response: Response) => {
    void core.tasks.run(async () => write(response, await answerRequest(core, readRequest(request))))
  })
  return app
}

function readRequest(request: Request): ApiRequest {
  const url = new URL(request.originalUrl, 'http://stand-in')
  const body = typeof request.body === 'string' ? request.body : ''
  const isJson = request.is('application/json') !== false && request.is('application/json') !== null
  return {
    method: request.method,
    path: url.pathname,
    query: url.searchParams,
    form: new URLSearchParams(isJson ? '' : body),
    ...(isJson && { json: parseJson(body) }),
    ...basicCredentials(request.headers.authorization),
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function write(response: Response, outcome: ApiOutcome): void {
  // A hanging request keeps its connection until the client gives up.
  if (outcome === 'hang') return
  if (outcome === 'reset') {
    response.socket?.destroy()
    return
  }
  response.status(outcome.status)
  if (outcome.file) response.type(outcome.file.contentType).send(Buffer.from(outcome.file.bytes))
  else if (outcome.json === undefined) response.end()
  else response.json(outcome.json)
}
