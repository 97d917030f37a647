import { SECOND, systemClock, type Instant } from '../../src/base/clock'
import { seededRandom } from '../../src/base/seeded-random'
import type { BadProvider } from './provider'

/** What somebody types who asks for blood and stops before the confirmation. */
const TEXTS = ['mujhe khoon chahiye', 'B+', '1', '2 unit', 'hallet', 'kal']
const LONGEST_PAUSE = 4 * SECOND
/** Whoever has no answer by then is taken to have been forgotten. */
const PATIENCE = 300 * SECOND
const LOOK_EVERY = 10

/** One message of a person and what came of it. */
export interface Written {
  readonly phone: string
  readonly queued: boolean
  readonly sentAt: Instant
  /** When the answer was handed to the provider: first tried by REST, or in the webhook's own answer. */
  readonly leftAt?: Instant
  /** When it was on the phone. */
  readonly arrivedAt?: Instant
}

export interface Talk {
  readonly written: readonly Written[]
  /** Telephones whose inbox does not hold exactly one answer for each message, as it stands when asked. */
  wrong(): readonly string[]
}

/** Whether this person's answers leave through the outbox. */
export function isAnsweredLater(phone: string): boolean {
  return Number(phone.at(-1)) % 2 === 1
}

/** So many people write at the same time, each after the answer to the message before, until told to stop. */
export async function talk(
  provider: BadProvider,
  ask: { readonly people: number; readonly seed: number; readonly goesOn: () => boolean },
): Promise<Talk> {
  const written: Written[] = []
  const inboxes: { readonly phone: string; readonly sent: number; readonly inbox: readonly unknown[] }[] = []
  const person = async (nth: number): Promise<void> => {
    const random = seededRandom(ask.seed * 1_000 + nth)
    for (let round = 0; ask.goesOn(); round++) {
      // The last digit says who is answered later.
      const number = `+9197${String(round).padStart(4, '0')}${String(nth).padStart(4, '0')}`
      const { inbox } = provider.standIn.phone({ channel: 'whatsapp', number })
      let sent = 0
      for (const text of TEXTS) {
        if (!ask.goesOn()) break
        await systemClock.sleep(((random.bytes(1)[0] ?? 0) / 256) * LONGEST_PAUSE)
        sent++
        written.push(await write(provider, { number, text }))
      }
      inboxes.push({ phone: number, sent, inbox })
    }
  }
  await Promise.all(Array.from({ length: ask.people }, (_, nth) => person(nth)))
  return {
    written,
    wrong: () =>
      inboxes
        .filter(({ sent, inbox }) => inbox.length !== sent)
        .map(({ phone, sent, inbox }) => `${phone}: ${inbox.length} answers to ${sent} messages`),
  }
}

async function write(
  { standIn, tried }: BadProvider,
  { number, text }: { readonly number: string; readonly text: string },
): Promise<Written> {
  const phone = standIn.phone({ channel: 'whatsapp', number })
  const before = phone.inbox.length
  tried.delete(number)
  const sentAt = systemClock.now()
  void phone.send(text)
  while (phone.inbox.length === before && systemClock.now() < sentAt + PATIENCE)
    await systemClock.sleep(LOOK_EVERY)
  const answer = phone.inbox[before]
  const leftAt = answer?.via === 'twiml' ? answer.at : tried.get(number)
  return {
    phone: number,
    queued: isAnsweredLater(number),
    sentAt,
    ...(leftAt !== undefined && { leftAt }),
    ...(answer && { arrivedAt: answer.at }),
  }
}
