import express from 'express'
import { validateRequest } from 'twilio/lib/webhooks/webhooks'

/**
 * What everything is measured against: the least a webhook can be. Express 5, the same signature check, a state in a Map
 * that dies with the process, TwiML. No storage, no dedupe, no order, nothing understood.
 */
const [, , port = '', url = '', token = ''] = process.argv
const QUESTIONS = ['Group?', 'What?', 'How many?', 'Where?', 'When?', 'Who?', 'Thanks']
const asked = new Map<string, number>()

const app = express()
app.use(express.urlencoded({ extended: false }))
app.post('/webhooks/twilio/messages', (request, response) => {
  const form = request.body as Record<string, string>
  if (!validateRequest(token, request.get('X-Twilio-Signature') ?? '', url + request.originalUrl, form)) {
    response.status(403).end()
    return
  }
  const from = form['From'] ?? ''
  const at = asked.get(from) ?? 0
  asked.set(from, at + 1)
  response
    .type('text/xml')
    .send(
      `<?xml version="1.0" encoding="UTF-8"?><Response><Message><Body>${QUESTIONS[at]}</Body></Message></Response>`,
    )
})
app.get('/readyz', (_request, response) => {
  response.send('ready')
})
app.listen(Number(port))
