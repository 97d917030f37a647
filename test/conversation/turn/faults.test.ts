import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SECOND } from '../../../src/base/clock'
import { compose, type Saathi } from '../../../src/compose'
import { readProjectFiles } from '../../../src/compose/project-files'
import type { Provider } from '../../../src/compose/provider'
import { configOf, type Config } from '../../../src/config/config'
import { readEnv } from '../../../src/config/env'
import {
  createStandIn,
  type StandIn,
  type StandInPhone,
} from '../../../src/channels/twilio-stand-in/stand-in'
import { twilioHistory } from '../../../src/channels/twilio/history'
import { twilioMedia } from '../../../src/channels/twilio/media'
import { twilioRestClient } from '../../../src/channels/twilio/rest-client'
import { twilioSender } from '../../../src/channels/twilio/sender'
import { twilioTemplateProvider } from '../../../src/channels/twilio/template-provider'
import type { InboundHandler } from '../../../src/messaging/inbound-handler'
import type { Stores } from '../../../src/storage/stores'
import { inProcessPost } from '../../channels/support/in-process-post'
import { manualClock, type ManualClock } from '../../channels/support/manual-clock'
import { seededRandom } from '../../channels/support/seeded-random'
import { forEachEngine } from '../../support/engines'
import { faultyStores, type Fault, type FaultyStores } from '../../support/faulty-stores'

const TOKEN = 't'.repeat(32)
const ACCOUNT = `AC${'a'.repeat(32)}`
const WEBHOOK = 'https://saathi.example.org/webhooks/twilio/messages'
const FILES = readProjectFiles()
const PERSON = '+919811111111'
/** Everything up to the confirmation, in as few messages as may be. */
const BEFORE_CONFIRMATION = ['I need blood B+ 2 units at Hallet tomorrow', '1', '2', 'RK', '7', '1', '2', '1']
const STORED = /written it down\. Your code: (\w{4})/
const CANCELLED = /nothing was written down/

/** One process of ours, on stores that may fail. */
interface Process {
  readonly saathi: Saathi
  readonly faulty: FaultyStores
  readonly inbound: InboundHandler
  dead(): boolean
}

class World {
  readonly phone: StandInPhone
  readonly standIn: StandIn
  readonly processes: Process[] = []
  private turn = 0

  private readonly config: Config
  private readonly provider: Provider

  private constructor(
    readonly raw: Stores,
    readonly clock: ManualClock,
    twilio: { readonly config: Config; readonly provider: Provider; readonly standIn: StandIn },
  ) {
    this.config = twilio.config
    this.provider = twilio.provider
    this.standIn = twilio.standIn
    this.phone = twilio.standIn.phone({ channel: 'whatsapp', number: PERSON })
  }

  static async begin(raw: Stores, folder: string, fragment = '#rc=2&rp=ct,rt,5xx&rt=4500'): Promise<World> {
    const clock = manualClock()
    const env = {
      DATA_DIR: folder,
      TWILIO_AUTH_TOKEN: TOKEN,
      APP_SECRET: 's'.repeat(32),
      COORDINATORS: '+919800000009',
    }
    const config = configOf(readEnv(env), seededRandom(1))
    const here: { world?: World } = {}
    const standIn = createStandIn({
      clock,
      random: seededRandom(2),
      accountSid: ACCOUNT,
      authToken: TOKEN,
      senders: config.senders,
      webhookUrl: WEBHOOK + fragment,
      post: inProcessPost(() => here.world?.serving()),
    })
    const client = twilioRestClient({
      accountSid: ACCOUNT,
      credentials: { username: ACCOUNT, password: TOKEN },
      httpClient: standIn.httpClient,
    })
    const provider = {
      sender: twilioSender(client, { publicUrl: 'https://saathi.example.org' }),
      history: twilioHistory(client),
      templates: twilioTemplateProvider(client),
      media: twilioMedia({ credentials: { username: ACCOUNT, password: TOKEN }, ask: standIn.fetch }),
    }
    here.world = new World(raw, clock, { config, provider, standIn })
    return here.world
  }

  /** A process beside those that run; the newest healthy one serves, or all in turn when `spread`. */
  async start(schedule: readonly Fault[] = []): Promise<Process> {
    const faulty = faultyStores({ ...this.raw, close: async () => undefined }, schedule)
    const dead = (): boolean => {
      const crash = schedule.find(({ kind }) => kind.startsWith('crash'))
      return crash !== undefined && faulty.calls.length >= crash.at
    }
    const spooled = new Map<string, Parameters<InboundHandler['handle']>[0]>()
    const spool = {
      add: async (message: Parameters<InboundHandler['handle']>[0]) => {
        if (dead()) throw new Error('the process is dead')
        spooled.set(message.sid, message)
      },
      all: () => [...spooled.values()],
      holds: (address: string) => [...spooled.values()].some(({ from }) => from.phone === address),
      remove: async (sid: string) => void spooled.delete(sid),
      close: async () => undefined,
    }
    const saathi = await compose(this.config, {
      clock: this.clock,
      random: seededRandom(10 + this.processes.length),
      stores: faulty.stores,
      spool,
      provider: this.provider,
      files: FILES,
      logger: { debug: quiet, info: quiet, warn: quiet, error: quiet, person: (id) => id },
    })
    const inbound: InboundHandler = {
      handle: async (message) => {
        const answer = await saathi.pipeline.handle(message)
        if (dead()) throw new Error('the process died before it answered')
        return answer
      },
      lost: () => saathi.pipeline.lost(),
    }
    const process = { saathi, faulty, inbound, dead }
    this.processes.push(process)
    return process
  }

  spread = false

  private serving() {
    const healthy = this.processes.filter((process) => !process.dead())
    const process = this.spread ? healthy[this.turn++ % healthy.length] : healthy[0]
    return process && { authToken: TOKEN, clock: this.clock, inbound: process.inbound }
  }

  /** What the workers of the living processes do in the minutes after. */
  async settle(): Promise<void> {
    for (let round = 0; round < 4; round++) {
      for (const process of this.processes.filter((one) => !one.dead())) {
        process.faulty.comeBack()
        process.faulty.release()
        await process.saathi.work().catch(() => undefined)
        await process.saathi.compare().catch(() => undefined)
        await process.saathi.work().catch(() => undefined)
      }
      await this.standIn.settled()
      await this.clock.advance(25 * SECOND)
    }
  }

  /** Lets time pass until something is done, with a breath for the disk between two seconds. */
  async waitFor(done: Promise<unknown>): Promise<void> {
    let over = false
    void done.then(() => (over = true))
    while (!over) {
      await this.clock.advance(SECOND)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  get heard(): string[] {
    return this.phone.inbox.map(({ text }) => text)
  }

  async requests(): Promise<readonly string[]> {
    return (await this.raw.requests.open(100)).map(({ code }) => code)
  }
}

function quiet(): void {
  return undefined
}

/** No reply contradicts what is stored: a code was told exactly when its request exists. */
async function expectConsistent(world: World, told: readonly string[]): Promise<void> {
  const codes = told.flatMap((text) => STORED.exec(text)?.[1] ?? [])
  expect(codes).toEqual(await world.requests())
}

forEachEngine((engine, open) => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'saathi-faults-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  /** A world whose parent stands before the confirmation, and how many store calls the yes takes. */
  async function atConfirmation(raw: Stores, fragment?: string): Promise<World> {
    const world = await World.begin(raw, folder, fragment)
    const first = await world.start()
    await first.saathi.start()
    await first.saathi.close()
    for (const text of BEFORE_CONFIRMATION) await world.phone.send(text)
    expect(world.heard.at(-1)).toMatch(/Is this right\?/)
    return world
  }

  /** Replaces the healthy process by one with a schedule, and a healthy one that takes over. */
  async function faultFrom(world: World, schedule: readonly Fault[]): Promise<Process> {
    const [healthy] = world.processes.splice(0)
    if (!healthy) throw new Error('no process')
    const faulty = await world.start(schedule)
    await world.start()
    return faulty
  }

  const kinds = ['crash_before', 'crash_after', 'before', 'after', 'hold'] as const
  // A yes takes about eight store calls; MongoDB differs in three of them.
  const everyCall = engine === 'embedded' ? [1, 2, 3, 4, 5, 6, 7, 8] : [2, 4]
  const someCalls = engine === 'embedded' ? [2, 3, 4] : [3]

  for (const kind of kinds) {
    const points = kind.startsWith('crash') ? everyCall : someCalls
    it.each(points)(`answers a yes once and stores it once: ${kind} at store call %i`, async (at) => {
      const world = await atConfirmation(await open())
      const before = world.heard.length
      const { faulty } = await faultFrom(world, [{ at, kind }])
      const sending = world.phone.send('1')
      if (kind === 'hold') {
        await faulty.held()
        await world.waitFor(sending)
      }
      await sending
      await world.settle()
      const told = world.heard.slice(before)
      expect(told).toHaveLength(1)
      expect(told[0]).toMatch(STORED)
      await expectConsistent(world, told)
      await world.phone.send('my status')
      expect(world.heard.at(-1)).toContain((await world.requests())[0])
    })
  }

  it.each(someCalls)(
    'finds a message that Twilio never delivered again: crash at store call %i',
    async (at) => {
      const world = await atConfirmation(await open(), '#rc=0')
      const before = world.heard.length
      await faultFrom(world, [{ at, kind: 'crash_after' }])
      await world.phone.send('1')
      await world.settle()
      const told = world.heard.slice(before)
      expect(told).toHaveLength(1)
      await expectConsistent(world, told)
    },
  )

  it.each(everyCall)(
    'does not contradict itself when the mind changes after a crash at store call %i',
    async (at) => {
      const world = await atConfirmation(await open(), '#rc=0')
      const before = world.heard.length
      await faultFrom(world, [{ at, kind: 'crash_after' }])
      await world.phone.send('1')
      await world.phone.send('cancel')
      await world.settle()
      const told = world.heard.slice(before)
      expect(told).toHaveLength(2)
      await expectConsistent(world, told)
      if (told.some((text) => CANCELLED.test(text)) && !told.some((text) => STORED.test(text))) {
        expect(await world.requests()).toEqual([])
      }
    },
  )

  it('answers duplicates with the same reply and stores nothing twice', async () => {
    const world = await atConfirmation(await open())
    const before = world.heard.length
    const { sid } = await world.phone.send('1')
    await Promise.all([world.phone.redeliver(sid), world.phone.redeliver(sid)])
    await world.settle()
    expect(world.heard.slice(before)).toHaveLength(1)
    await expectConsistent(world, world.heard.slice(before))
  })

  it('sends by REST what was lost on the way back', async () => {
    const world = await atConfirmation(await open(), '#rc=0')
    const before = world.heard.length
    world.standIn.faults.onWebhook({ kind: 'hang_up' })
    await world.phone.send('1')
    await world.settle()
    const told = world.heard.slice(before)
    expect(told).toHaveLength(1)
    await expectConsistent(world, told)
  })

  it('keeps messages in order while the database is away, and answers them when it is back', async () => {
    const world = await atConfirmation(await open())
    const before = world.heard.length
    const process = await faultFrom(world, [])
    process.faulty.goAway()
    await world.phone.send('1')
    await world.phone.send('my status')
    expect(world.heard).toHaveLength(before)
    await world.settle()
    const told = world.heard.slice(before)
    expect(told[0]).toMatch(STORED)
    expect(told).toHaveLength(2)
    await expectConsistent(world, told)
  })

  it('answers messages sent at once each once and in order', async () => {
    const world = await atConfirmation(await open())
    const before = world.heard.length
    await Promise.all(['1', 'my status', 'camp dates'].map((text) => world.phone.send(text)))
    await world.settle()
    const told = world.heard.slice(before)
    expect(told).toHaveLength(3)
    expect(told[0]).toMatch(STORED)
    await expectConsistent(world, told)
  })

  it('lets a second process write the same conversation', async () => {
    const world = await atConfirmation(await open())
    const before = world.heard.length
    await world.start()
    world.spread = true
    await Promise.all(['1', 'my status', 'camp dates', 'my status'].map((text) => world.phone.send(text)))
    await world.settle()
    const told = world.heard.slice(before)
    expect(told).toHaveLength(4)
    await expectConsistent(world, told)
  })
})
