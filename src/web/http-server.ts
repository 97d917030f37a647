import { createServer, IncomingMessage, ServerResponse, type Server } from 'node:http'
import type { Express } from 'express'

/**
 * The server that serves the app; not listening yet. Express gives each request and response its own prototype when
 * they arrive, after which V8 makes new hidden classes for every one of them, which outlive it by far: a fifth of a
 * turn's time. Here they are made with that prototype, and what Express does then changes nothing.
 */
export function httpServer(app: Express): Server {
  class AppRequest extends IncomingMessage {}
  class AppResponse extends ServerResponse {}
  Object.setPrototypeOf(AppRequest.prototype, app.request)
  Object.setPrototypeOf(AppResponse.prototype, app.response)
  app.request = AppRequest.prototype as unknown as Express['request']
  app.response = AppResponse.prototype as unknown as Express['response']
  return createServer({ IncomingMessage: AppRequest, ServerResponse: AppResponse }, app)
}
