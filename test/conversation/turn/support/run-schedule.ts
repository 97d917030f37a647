import type { StandInPhone } from '../../../../src/channels/twilio-stand-in/stand-in'
import { conversationId } from '../../../../src/conversation/turn/conversation-store'
import type { Stores } from '../../../../src/storage/stores'
import { heardIn, readReply, type Said } from './scripted-bot'
import type { PlannedMessage, Schedule } from './schedule'
import type { TurnProcess } from './turn-process'
import { OUR_NUMBER, TurnWorld } from './turn-world'

interface Phone {
  readonly number: string
  readonly handle: StandInPhone
  readonly sids: string[]
}

/** Gives the stores that the next process opens; `after` the last process of all died, if so. */
export type NextStores = (after?: TurnProcess) => Promise<Stores>

/** Plays a schedule until all is at rest, and gives every broken promise. */
export async function runSchedule(schedule: Schedule, next: NextStores): Promise<readonly string[]> {
  const run = new Run(schedule, next)
  await run.play()
  return run.broken()
}

class Run {
  private readonly world: TurnWorld
  private readonly phones: readonly Phone[]
  private stores!: Stores

  constructor(
    private readonly schedule: Schedule,
    private readonly next: NextStores,
  ) {
    const { seed, start, fragment } = schedule
    this.world = new TurnWorld(seed, { start, fragment })
    this.world.route = (living) => living[schedule.scatter(living.length)]
    this.phones = Array.from({ length: schedule.phones }, (_, i) => {
      const number = `+9198${String(seed).padStart(5, '0')}${String(i).padStart(3, '0')}`
      return { number, handle: this.world.standIn.phone({ channel: 'whatsapp', number }), sids: [] }
    })
  }

  async play(): Promise<void> {
    for (let i = 0; i < this.schedule.width; i++) await this.start()
    for (const fault of this.schedule.api) this.world.standIn.faults.onApi(apiFault(fault))
    const sent: Promise<unknown>[] = []
    for (const message of this.schedule.messages) {
      await this.replaceDead()
      sent.push(this.send(message))
      if (message.then === 'wait') await this.world.until(sent.at(-1) ?? Promise.resolve())
      else await this.world.clock.advance(message.then)
    }
    await this.world.until(Promise.all(sent))
    for (const process of this.world.living) process.faulty.comeBack()
    await this.rest()
  }

  async broken(): Promise<readonly string[]> {
    const found = this.world.processes.flatMap(({ surprises }) => surprises.map(String))
    for (const phone of this.phones) found.push(...(await this.brokenOn(phone)))
    return found
  }

  private async start(after?: TurnProcess): Promise<void> {
    this.stores = await this.next(after)
    this.world.start(this.stores, this.schedule.faults[this.world.processes.length] ?? [])
  }

  private async replaceDead(): Promise<void> {
    const { processes, living } = this.world
    const dead = processes.filter((process) => process.dead)
    const last = living.length === 0 ? dead.at(-1) : undefined
    for (let i = living.length; i < this.schedule.width; i++) await this.start(i === 0 ? last : undefined)
  }

  private send({ phone: nth, word, webhook, database }: PlannedMessage): Promise<unknown> {
    const phone = this.phones[nth]
    if (!phone) throw new Error('no such phone')
    for (const process of this.world.living) {
      if (database === 'away') process.faulty.goAway()
      if (database === 'back') process.faulty.comeBack()
    }
    for (const fault of webhook) this.world.standIn.faults.onWebhook(fault)
    const sending = phone.handle.send(word)
    const taken = this.world.standIn.messages.findLast(({ direction }) => direction === 'inbound')
    phone.sids.push(taken?.sid ?? '')
    return sending
  }

  /** A process may still meet its death among what the workers do. */
  private async rest(): Promise<void> {
    for (let restarts = 0; restarts < 4; restarts++) {
      await this.replaceDead()
      for (const process of this.world.processes) process.faulty.release()
      const before = this.world.living.length
      await this.world.settle()
      if (this.world.living.length === before) return
    }
    throw new Error('processes go on dying')
  }

  private async brokenOn(phone: Phone): Promise<readonly string[]> {
    const said = phone.handle.inbox.map(({ text }) => readReply(text))
    const contact = await this.stores.contacts.find(phone.number)
    const conversation =
      contact && (await this.stores.conversations.load(conversationId(contact.id, 'whatsapp', OUR_NUMBER)))
    if (!contact || !conversation) return [`${phone.number} has no conversation`]
    const heard = heardIn(conversation.bot)
    const requests = await this.stores.requests.openOf(contact.id)
    const stored = requests.map(({ code, patientId }) => `stored ${code} ${patientId}`)
    return [
      ...differences('answered messages', [...said.map(({ sid }) => sid)].sort(), [...phone.sids].sort()),
      ...differences('turns', [...heard].sort(), [...phone.sids].sort()),
      ...differences(
        'places in the conversation',
        said.map(({ sid }) => `${sid} ${heard.indexOf(sid) + 1}`),
        said.map(({ sid, position }) => `${sid} ${position}`),
      ),
      ...differences('requests', codesTold(said).sort(), [...stored].sort()),
      ...this.disorder({ said, heard, sids: phone.sids }),
      ...contradictions(said),
      ...(await this.untoldHandOvers(said, contact.id)),
    ]
  }

  private disorder(of: {
    readonly said: readonly Said[]
    readonly heard: readonly string[]
    readonly sids: readonly string[]
  }): readonly string[] {
    const { ordered } = this.schedule
    if (ordered === 'nothing') return []
    const answers = ordered === 'answers' ? of.said.map(({ sid }) => sid) : of.heard
    return differences(`order of ${ordered}`, answers, of.sids)
  }

  private async untoldHandOvers(said: readonly Said[], contactId: string): Promise<readonly string[]> {
    const codes = said.flatMap(({ words }) => words.flatMap((word) => /^told (\w+)$/.exec(word)?.[1] ?? []))
    const found = await Promise.all(codes.map((code) => this.stores.handOvers.byCode(code)))
    return found.flatMap((one, i) =>
      one?.contactId === contactId ? [] : [`hand-over ${codes[i]} is missing`],
    )
  }
}

function apiFault(fault: Schedule['api'][number]) {
  if (fault === 'busy') return { kind: 'error', status: 429, code: 20429 } as const
  return { kind: 'reset', accepted: fault === 'accepted' } as const
}

function codesTold(said: readonly Said[]): string[] {
  return said.flatMap(({ words }) => words.filter((word) => word.startsWith('stored ')))
}

/** What one reply says against another, in the order of the turns. */
function contradictions(said: readonly Said[]): readonly string[] {
  const found: string[] = []
  const codes: string[] = []
  const rounds = new Set<string>()
  for (const { sid, words } of [...said].sort((one, other) => one.position - other.position)) {
    const told = words.flatMap((word) => /^stored (\w+) (\w+)$/.exec(word)?.slice(1, 3) ?? [])
    const [code, round] = told
    if (code !== undefined && round !== undefined) {
      if (rounds.has(round)) found.push(`${round} is ended twice`)
      codes.push(code)
      rounds.add(round)
    }
    if (words[0] === 'cancelled') {
      if (rounds.has(words[1] ?? '')) found.push(`${words[1]} is ended twice`)
      rounds.add(words[1] ?? '')
    }
    if (words[0] === 'status')
      found.push(...differences(`status ${sid}`, [...words.slice(1)].sort(), [...codes].sort()))
  }
  return found
}

function differences(what: string, is: readonly string[], should: readonly string[]): readonly string[] {
  const same = is.length === should.length && is.every((one, i) => one === should[i])
  return same ? [] : [`${what}: ${is.join(', ')} instead of ${should.join(', ')}`]
}
