import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock, Instant } from '../../src/base/clock'
import type { Logger } from '../../src/base/logger'
import { httpGetMedia, type GetMedia, type GotMedia } from '../../src/channels/twilio-stand-in/fetch-media'
import { createStandIn, type StandIn } from '../../src/channels/twilio-stand-in/stand-in'
import { twilioHistory } from '../../src/channels/twilio/history'
import { twilioMedia } from '../../src/channels/twilio/media'
import { twilioRestClient } from '../../src/channels/twilio/rest-client'
import { twilioSender } from '../../src/channels/twilio/sender'
import { twilioTemplateProvider } from '../../src/channels/twilio/template-provider'
import { MESSAGES_PATH } from '../../src/channels/twilio/webhooks'
import { recordEffects, type OnEffect } from '../../src/cli/transcript/record-effects'
import type { Organisation } from '../../src/blood/organisation/organisation'
import { compose, type Saathi } from '../../src/compose'
import { readProjectFiles } from '../../src/compose/project-files'
import type { Provider } from '../../src/compose/provider'
import { configOf, PROJECT_ROOT, type Config } from '../../src/config/config'
import { readEnv } from '../../src/config/env'
import { loadOrganisation } from '../../src/config/organisation'
import { maskAadhaar } from '../../src/conversation/input/mask-aadhaar'
import { openEmbedded } from '../../src/storage/embedded/open-embedded'
import type { Stores } from '../../src/storage/stores'
import { inProcessPost } from '../channels/support/in-process-post'
import { manualClock } from '../channels/support/manual-clock'
import { seededRandom } from '../channels/support/seeded-random'
import { serve } from '../channels/support/serve'

const TOKEN = 'a'.repeat(32)
const PUBLIC_URL = 'https://saathi.example.org'
const ACCOUNT = `AC${'a'.repeat(32)}`

// Read once for all worlds of a test file: nothing writes them.
const FILES = readProjectFiles()
const ORGANISATION = loadOrganisation(join(PROJECT_ROOT, 'organisation'))

export interface TestWorldOptions {
  readonly now: Instant
  readonly env?: Readonly<Record<string, string>>
  /** Changes what the organisation's files say. */
  readonly organisation?: Partial<Organisation>
  /** The stores; the embedded engine in a folder of its own when not given. */
  readonly open?: () => Promise<Stores>
  /** Twilio tells what became of TwiML replies too; else only of what goes out by REST. */
  readonly tellOfReplies?: true
  /** So many processes at the same moment, each with its own stores; webhooks go to one after the other. */
  readonly processes?: number
  /** Told what changes in the stores. */
  readonly onEffect?: OnEffect
}

/** The whole program, with clock, ids and chance frozen, and the stand-in's phones around it. */
export interface TestWorld {
  readonly standIn: StandIn
  /** What the program logged as its own faults. */
  readonly faults: readonly string[]
  config: Config
  /** Replies and follow-ups that are due leave. */
  settle(): Promise<void>
  wait(ms: number): Promise<void>
  /** The provider's list is read, if it is time. */
  listen(): Promise<void>
  /** The process ends and another begins on the same data. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** Begins a world at `now`: the same options give the same world, to the last code and id. */
export async function testWorld(options: TestWorldOptions): Promise<TestWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'saathi-world-'))
  const time = manualClock(options.now)
  const config = configFor(folder, options)
  let running: readonly { readonly saathi: Saathi; readonly clock: StandingClock }[] = []
  let webhooks = 0
  const post = inProcessPost(() => {
    const next = running[webhooks++ % running.length]
    return (
      next && {
        authToken: TOKEN,
        clock: time,
        inbound: next.saathi.pipeline,
        status: next.saathi.status,
        ...(options.tellOfReplies && { publicUrl: PUBLIC_URL }),
        maskText: maskAadhaar,
      }
    )
  })
  // What goes with a message is asked for as anybody would ask: over HTTP.
  const getMedia = async (url: string): Promise<GotMedia> => {
    const server = await serve((request, response) => void running[0]?.saathi.app(request, response))
    return httpGetMedia(url.replace(PUBLIC_URL, server.url)).finally(server.close)
  }
  const provider = providerFor(config, { clock: time, post, getMedia })
  const faults: string[] = []
  const open = options.open ?? (() => openEmbedded({ dataDir: folder, random: seededRandom(3) }))
  let runs = 0
  const begin = async (): Promise<void> => {
    const clock = standingClock(time)
    const raw = await open()
    const recorded = recordEffects(asJson(raw), options.onEffect ?? (() => undefined))
    // Rates count the wall clock's seconds, which do not pass here.
    const stores = { ...recorded, rates: { take: async () => 0 } }
    const saathi = await compose(config, {
      clock,
      random: seededRandom(100 + runs++),
      logger: faultLogger(faults),
      stores,
      provider,
      files: FILES,
    })
    await saathi.start()
    running = [...running, { saathi, clock }]
  }
  const beginAll = async (): Promise<void> => {
    for (let nth = 0; nth < (options.processes ?? 1); nth++) await begin()
  }
  const end = async (): Promise<void> => {
    for (const { saathi, clock } of running) {
      clock.release()
      await saathi.close()
    }
    running = []
  }
  await beginAll()
  const settle = async (): Promise<void> => {
    // A follow-up may leave another to do: twice is what the longest chain takes.
    for (let round = 0; round < 2; round++) await Promise.all(running.map(({ saathi }) => saathi.work()))
    await provider.standIn.settled()
  }
  return {
    standIn: provider.standIn,
    faults,
    config,
    settle,
    wait: (ms) => time.advance(ms),
    listen: async () => {
      for (const { saathi } of running) await saathi.listen()
    },
    restart: async () => {
      await end()
      await beginAll()
    },
    close: async () => {
      await end()
      await rm(folder, { recursive: true })
    },
  }
}

function configFor(folder: string, { env = {}, organisation = {} }: TestWorldOptions): Config {
  const given = {
    DATA_DIR: folder,
    PUBLIC_URL,
    APP_SECRET: 's'.repeat(32),
    TWILIO_AUTH_TOKEN: TOKEN,
    ...env,
  }
  return configOf(readEnv(given), seededRandom(1), { ...ORGANISATION, ...organisation })
}

function providerFor(
  { senders }: Config,
  {
    clock,
    post,
    getMedia,
  }: {
    readonly clock: Clock
    readonly post: ReturnType<typeof inProcessPost>
    readonly getMedia: GetMedia
  },
): Provider & { readonly standIn: StandIn } {
  const standIn = createStandIn({
    clock,
    random: seededRandom(2),
    accountSid: ACCOUNT,
    authToken: TOKEN,
    senders,
    webhookUrl: PUBLIC_URL + MESSAGES_PATH,
    post,
    getMedia,
  })
  const client = twilioRestClient({
    accountSid: ACCOUNT,
    credentials: { username: ACCOUNT, password: TOKEN },
    httpClient: standIn.httpClient,
  })
  return {
    sender: twilioSender(client, { publicUrl: PUBLIC_URL }),
    history: twilioHistory(client),
    templates: twilioTemplateProvider(client),
    media: twilioMedia({ credentials: { username: ACCOUNT, password: TOKEN }, ask: standIn.fetch }),
    standIn,
  }
}

/** Nothing that waits on this clock wakes before `release`: the world runs every worker itself, in order. */
interface StandingClock extends Clock {
  release(): void
}

function standingClock(time: Clock): StandingClock {
  const sleepers: (() => void)[] = []
  let released = false
  return {
    now: () => time.now(),
    sleep: () =>
      new Promise((_resolve, reject) => {
        const wake = (): void => reject(new Error('the world ends'))
        if (released) wake()
        else sleepers.push(wake)
      }),
    release: () => {
      released = true
      for (const wake of sleepers) wake()
    },
  }
}

/** What a conversation keeps must survive as plain JSON, whatever the engine would make of it. */
function asJson(stores: Stores): Stores {
  const conversations = new Proxy(stores.conversations, {
    get(target, name) {
      const method = Reflect.get(target, name) as (conversation: unknown) => unknown
      if (name !== 'write') return method.bind(target)
      return (conversation: unknown) => {
        expect(JSON.parse(JSON.stringify(conversation))).toEqual(conversation)
        return method.call(target, conversation)
      }
    },
  })
  return new Proxy(stores, {
    get: (target, name): unknown => (name === 'conversations' ? conversations : Reflect.get(target, name)),
  })
}

function faultLogger(faults: string[]): Logger {
  const note = (event: string, fields: object = {}): void => {
    faults.push(`${event} ${JSON.stringify(fields)}`)
  }
  return { debug: () => undefined, info: () => undefined, warn: note, error: note, person: (id) => id }
}
