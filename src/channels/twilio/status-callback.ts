/** The path of status callbacks, below `PUBLIC_URL`. */
export const STATUS_PATH = '/webhooks/twilio/status'

/** What Twilio does when we do not take a callback: it comes again. The fragment is neither sent nor signed. */
const RETRIES = '#rc=2&rp=ct,rt,5xx'

/** Where Twilio says what became of a message. Our own id travels in it: it names the message to us. */
export function statusCallback(publicUrl: string, outboxId: string): string {
  return `${publicUrl.replace(/\/+$/, '')}${STATUS_PATH}?mid=${encodeURIComponent(outboxId)}${RETRIES}`
}
