import { SECOND } from '../../src/base/clock'
import { machine, percentile, table } from '../page'
import type { Outage } from './fleet'
import type { AlertEnd, Verdict } from './judge'
import type { Talk, Written } from './people'
import type { Met } from './provider'

export interface Outcome {
  readonly mode: 'embedded' | 'mongo' | 'two'
  readonly verdict: Verdict
  readonly ends: readonly AlertEnd[]
  readonly talked: Talk
  readonly outages: readonly Outage[]
  /** How many rows of the outbox still wait for anything. */
  readonly left: number
  readonly tookMs: number
  /** Places of faults that the program logged. */
  readonly faults: ReadonlySet<string>
  readonly met: Met
}

const NAMES: Readonly<Record<Outcome['mode'], string>> = {
  embedded: 'embedded (LMDB), one process',
  mongo: 'MongoDB, one process',
  two: 'MongoDB, two processes',
}
/** Answers must leave within this, at the 99th percentile. */
const SOON = SECOND

/** The section, and whether everything that must hold does. */
export function page(
  outcomes: readonly Outcome[],
  { count, kills }: { readonly count: number; readonly kills: number },
): { readonly title: string; readonly text: string; readonly holds: boolean } {
  const failures = outcomes.flatMap(failuresOf)
  const text = `Written by \`npm run bench:alerts\` (${machine()}): ${count.toLocaleString('en')} alerts to as many people through the whole program, in a process
of its own, which was killed with SIGKILL ${kills} times at moments drawn by a seed and started again. Twilio was our stand-in over HTTP: 20 ms
to answer, 5 % too many requests, 2 % failing servers, 1 % broken connections (half of them after the message was taken), callbacks late,
twice and in any order. Meanwhile people wrote; every second one's answers left by the outbox, as if the time for an answer in the webhook were over.

${table(
  [
    '',
    'once',
    'lost',
    'doubled',
    'not as Twilio says',
    'left over',
    'sends',
    '429',
    '5xx',
    'broken',
    'tried again',
    'alerts a second',
  ],
  outcomes.map(alertRow),
)}

Sends are those of alerts and answers. After a 5xx or a broken connection nobody knows whether the message was taken: callbacks or Twilio's
list decide, it is never repeated blindly. Senders keep to 80 WhatsApp messages a second, of which what we start gets 60; there is no setting for more.

${table(
  [
    'answers to people',
    'written',
    'wrong',
    'p50 ms',
    'p99 ms',
    'slowest ms',
    'on the phone p99 ms',
    'in a crash: written',
    'slowest s',
  ],
  outcomes.flatMap((outcome) => [talkRow(outcome, false), talkRow(outcome, true)]),
)}

From the webhook to the moment the answer left: with the webhook's own answer, or first handed to Twilio's API. "On the phone" counts what
Twilio refused and what had to be tried again. "In a crash" are messages that were under way when a process was killed, written while none ran, or the next of the same person: an
answer waits until it is known what became of the one before.

${failures.length === 0 ? 'Everything holds.' : `Does not hold: ${failures.join('; ')}.`}
`
  return { title: 'The dispatcher under fire', text, holds: failures.length === 0 }
}

function alertRow({ mode, verdict, ends, left, tookMs, met }: Outcome): readonly string[] {
  const { once, lost, doubled, wrong } = verdict
  const attempts = ends.map(({ row }) => (row?.attempts ?? 0) - (row?.postponed ?? 0))
  const repeated = attempts.filter((tries) => tries > 1).length
  const { sends, refused, failed, reset } = met
  return [
    NAMES[mode],
    ...[once, lost.length, doubled.length, wrong.length, left, sends, refused, failed, reset, repeated].map(
      String,
    ),
    (ends.length / (tookMs / SECOND)).toFixed(1),
  ]
}

function talkRow(outcome: Outcome, queued: boolean): readonly string[] {
  const { undisturbed, disturbed } = sorted(outcome, queued)
  const [p50, p99, slowest] = [0.5, 0.99, 1].map((share) => percentile(undisturbed.map(untilLeft), share))
  const phone = percentile(undisturbed.map(untilArrived), 0.99)
  const worst = Math.max(0, ...disturbed.map(untilArrived)) / SECOND
  const wrong = outcome.talked.wrong().filter((phone) => queued === isQueued(phone))
  return [
    `${NAMES[outcome.mode]}: ${queued ? 'by the outbox' : 'in the webhook'}`,
    ...[undisturbed.length, wrong.length, p50, p99, slowest, phone, disturbed.length].map((value) =>
      String(Math.round(value ?? 0)),
    ),
    worst.toFixed(0),
  ]
}

function isQueued(line: string): boolean {
  return Number(line.split(':')[0]?.at(-1)) % 2 === 1
}

function failuresOf(outcome: Outcome): readonly string[] {
  const { mode, verdict, talked, left } = outcome
  const late = [true, false].filter(
    (queued) => percentile(sorted(outcome, queued).undisturbed.map(untilLeft), 0.99) >= SOON,
  )
  const found = [
    ...verdict.lost.map((one) => `lost ${one}`),
    ...verdict.doubled.map((one) => `doubled ${one}`),
    ...verdict.wrong.map((one) => `wrong ${one}`),
    ...talked.wrong(),
    ...(left > 0 ? [`${left} rows left over`] : []),
    ...late.map((queued) => `answers ${queued ? 'by the outbox' : 'in the webhook'} leave too late`),
  ]
  return found.slice(0, 10).map((one) => `${NAMES[mode]}: ${one}`)
}

/** Messages that met a process, and those that a crash concerned, or the answer before them: order waits for that one. */
function sorted(
  { talked, outages, mode }: Outcome,
  queued: boolean,
): { readonly undisturbed: readonly Written[]; readonly disturbed: readonly Written[] } {
  const met = ({ sentAt, arrivedAt = Infinity }: Written): boolean =>
    outages.some(({ killedAt, upAt }) => sentAt < (mode === 'two' ? killedAt : upAt) && arrivedAt > killedAt)
  const undisturbed: Written[] = []
  const disturbed: Written[] = []
  const metBefore = new Set<string>()
  for (const one of talked.written.filter((written) => written.queued === queued)) {
    if (met(one) || metBefore.has(one.phone)) disturbed.push(one)
    else undisturbed.push(one)
    if (met(one)) metBefore.add(one.phone)
    else metBefore.delete(one.phone)
  }
  return { undisturbed, disturbed }
}

function untilLeft({ sentAt, leftAt = Infinity }: Written): number {
  return leftAt - sentAt
}

function untilArrived({ sentAt, arrivedAt = Infinity }: Written): number {
  return arrivedAt - sentAt
}
