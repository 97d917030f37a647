import express, { type ErrorRequestHandler, type Express, type Router } from 'express'

/** What the server says of itself: the process, and whether it can do its work. */
export interface Health {
  /** Rejects, or gives false, when a message could not be answered now. */
  ready(): Promise<boolean>
}

/** The whole HTTP surface. Nothing here ever shows a stack trace. */
export function createApp(parts: {
  readonly webhooks: Router
  readonly files: Router
  readonly certificates: Router
  readonly health: Health
}): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.use(parts.webhooks)
  app.use(parts.files)
  app.use(parts.certificates)
  app.get('/healthz', (_request, response) => {
    response.type('text').send('ok\n')
  })
  app.get('/readyz', (_request, response) => {
    parts.health.ready().then(
      (ready) =>
        response
          .status(ready ? 200 : 503)
          .type('text')
          .send(ready ? 'ready\n' : 'not ready\n'),
      () => response.status(503).type('text').send('not ready\n'),
    )
  })
  app.use((_request, response) => {
    response.status(404).type('text').send('not found\n')
  })
  app.use(calmError)
  return app
}

// Express knows an error handler by its four parameters.
// eslint-disable-next-line max-params
const calmError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return next(error)
  const status = (error as { status?: unknown } | undefined)?.status
  response
    .status(typeof status === 'number' && status >= 400 && status < 500 ? status : 500)
    .type('text')
    .send('this request cannot be answered\n')
}
