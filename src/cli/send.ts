import { parseArgs } from 'node:util'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks'
import { newId } from '../base/ids'
import { systemRandom } from '../base/random'
import { MESSAGES_PATH } from '../channels/twilio/webhooks'
import { configOf } from '../config/config'
import { readEnv } from '../config/env'
import { processEnv } from '../config/process-env'

/** `npm run send -- [--from +919876543210] [--channel whatsapp|sms] [--sid SM...] [--url http://localhost:3978] "text"`: one signed webhook, like Twilio's. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      from: { type: 'string', default: '+919876543210' },
      channel: { type: 'string', default: 'whatsapp' },
      url: { type: 'string' },
      sid: { type: 'string', default: `SM${newId(systemRandom)}` },
    },
  })
  const config = configOf(readEnv(processEnv()), systemRandom)
  const prefix = values.channel === 'sms' ? '' : 'whatsapp:'
  const to = (values.channel === 'sms' ? config.senders.sms : config.senders.whatsapp) ?? ''
  const form = {
    MessageSid: values.sid,
    SmsSid: values.sid,
    From: `${prefix}${values.from}`,
    To: `${prefix}${to}`,
    Body: positionals.join(' '),
    NumMedia: '0',
    ...(config.twilio.accountSid !== undefined && { AccountSid: config.twilio.accountSid }),
  }
  const url = `${config.publicUrl}${MESSAGES_PATH}`
  // Signed for the public address, as Twilio does it, wherever the server is reached from here.
  const server = values.url ?? `http://localhost:${config.port}`
  const answer = await fetch(`${server.replace(/\/+$/, '')}${MESSAGES_PATH}`, {
    method: 'POST',
    headers: {
      'X-Twilio-Signature': getExpectedTwilioSignature(config.twilio.authTokens[0] ?? '', url, form),
    },
    body: new URLSearchParams(form),
  })
  console.log(values.sid, answer.status)
  console.log(shown(await answer.text()))
}

/** The replies of a TwiML answer as people read them. */
function shown(twiml: string): string {
  const bodies = [...twiml.matchAll(/<Body>([^]*?)<\/Body>/g)].map((match) => match[1] ?? '')
  const text = bodies.length === 0 ? '(no reply in this answer)' : bodies.join('\n---\n')
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
