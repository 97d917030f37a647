import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks'
import type { Clock } from '../../base/clock'
import { connectionOverrides, type ConnectionOverrides } from './connection-overrides'
import type { WebhookFault } from './faults'
import type { Post, PostResult } from './post'
import type { Tasks } from './tasks'

/** One post to a webhook and what came back. */
export interface Attempt {
  readonly url: string
  /** `unusable` came back complete but is no answer to a webhook. */
  readonly outcome: 'answered' | 'connect_failed' | 'timed_out' | 'broken' | 'http_error' | 'unusable'
  readonly status?: number
}

export interface WebhookCall {
  readonly webhookUrl: string
  readonly form: Readonly<Record<string, string>>
  /** The same for every try of one event. */
  readonly idempotencyToken: string
  /** Takes the fault of the next post. */
  readonly nextFault: () => WebhookFault | undefined
  /** Whether a complete answer can be used; asked for each one that arrives, also for repeated posts. */
  readonly onAnswer: (answer: Extract<PostResult, { kind: 'answer' }>) => boolean
}

export interface AskWebhookDeps {
  readonly clock: Clock
  readonly post: Post
  readonly authToken: string
  readonly tasks: Tasks
}

/** Which word of the retry policy covers an outcome. */
const POLICY: Readonly<Record<Exclude<Attempt['outcome'], 'answered' | 'unusable'>, string>> = {
  connect_failed: 'ct',
  timed_out: 'rt',
  broken: 'rt',
  http_error: '5xx',
}

/** Posts a signed form, again where the URL's fragment says so. The last attempt tells how it ended. */
export async function askWebhook(call: WebhookCall, deps: AskWebhookDeps): Promise<readonly Attempt[]> {
  const overrides = connectionOverrides(call.webhookUrl)
  const deadline = deps.clock.now() + overrides.totalMs
  const attempts: Attempt[] = []
  for (let retry = 0; retry <= overrides.retries; retry++) {
    const attempt = await postOnce(call, overrides, deps)
    attempts.push(attempt)
    if (!isRetried(attempt, overrides.policies) || deps.clock.now() >= deadline) break
  }
  return attempts
}

function isRetried(attempt: Attempt, policies: readonly string[]): boolean {
  if (attempt.outcome === 'answered' || attempt.outcome === 'unusable') return false
  if (policies.includes('all')) return true
  const clientError = attempt.status !== undefined && attempt.status < 500
  return policies.includes(clientError ? '4xx' : POLICY[attempt.outcome])
}

async function postOnce(
  call: WebhookCall,
  overrides: ConnectionOverrides,
  deps: AskWebhookDeps,
): Promise<Attempt> {
  const { url } = overrides
  const fault = call.nextFault()
  if (fault?.kind === 'refuse') return { url, outcome: 'connect_failed' }
  if (fault?.kind === 'delay') await deps.tasks.pause(fault.ms)
  const send = (): Promise<Attempt> => exchange(call, overrides, { ...deps, fault })
  if (fault?.kind === 'twice') {
    const [first, second] = await Promise.all([send(), send()])
    return first.outcome === 'answered' ? first : second
  }
  const first = await send()
  if (fault?.kind === 'repeat') await send()
  return first
}

async function exchange(
  call: WebhookCall,
  { url, readMs }: ConnectionOverrides,
  { clock, post, authToken, fault }: AskWebhookDeps & { readonly fault: WebhookFault | undefined },
): Promise<Attempt> {
  const enough = new AbortController()
  const answered = new AbortController()
  const posted = post({
    url,
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
      'X-Twilio-Signature': getExpectedTwilioSignature(authToken, url, call.form),
      'I-Twilio-Idempotency-Token': call.idempotencyToken,
      'User-Agent': 'TwilioProxy/1.1',
    },
    body: new URLSearchParams(call.form).toString(),
    signal: enough.signal,
    hangUp: fault?.kind === 'hang_up',
  })
  const waited = clock.sleep(readMs, answered.signal).then(
    () => 'timed_out' as const,
    () => 'answered first' as const,
  )
  const result = await Promise.race([posted, waited])
  if (result === 'timed_out' || result === 'answered first') {
    enough.abort()
    return { url, outcome: 'timed_out' }
  }
  answered.abort()
  if (fault?.kind === 'drop_answer' || fault?.kind === 'hang_up') return { url, outcome: 'broken' }
  if (result.kind !== 'answer') return { url, outcome: result.kind }
  if (result.status < 200 || result.status >= 300)
    return { url, outcome: 'http_error', status: result.status }
  return { url, outcome: call.onAnswer(result) ? 'answered' : 'unusable', status: result.status }
}
