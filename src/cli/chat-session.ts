import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SECOND, systemClock, type Clock } from '../base/clock'
import { systemRandom } from '../base/random'
import type { StandIn } from '../channels/twilio-stand-in/stand-in'
import { compose, type Saathi } from '../compose'
import { configOf } from '../config/config'
import { readEnv } from '../config/env'
import { openEmbedded } from '../storage/embedded/open-embedded'
import { recordEffects } from './transcript/record-effects'
import { Scribe, type Holder } from './transcript/scribe'
import type { Entry } from './transcript/transcript'
import { readEvent } from './transcript/events'

export interface ChatSessionOptions {
  readonly holder: Holder
  /** The raw environment; an account and a database in it are left out. */
  readonly env: { readonly [key: string]: string | undefined }
  readonly dataDir: string
  readonly locale?: string
}

/** A conversation with the whole program, over HTTP on this machine, as one phone sees it. */
export interface ChatSession {
  readonly coordinators: readonly string[]
  readonly startedAt: number
  /** Writes a message (or `@ event`); what the phone shows and what changed. Nothing when there is no such event. */
  write(line: string): Promise<readonly Entry[] | undefined>
  close(): Promise<void>
}

/** Left out, so that a conversation in the terminal never reaches a real account or a shared database. */
const ELSEWHERE = /^(?:MONGODB_URI|PUBLIC_URL|TWILIO_.*)$/

export async function openChatSession(options: ChatSessionOptions): Promise<ChatSession> {
  const { server, port } = await listen((request, response) => app(request, response))
  const kept = Object.entries(options.env).filter(([key]) => !ELSEWHERE.test(key))
  const config = configOf(
    readEnv({
      LOG_LEVEL: 'error',
      ...Object.fromEntries(kept),
      DATA_DIR: options.dataDir,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      ...(options.locale !== undefined && { DEFAULT_LOCALE: options.locale }),
    }),
    systemRandom,
  )
  const time = movableClock()
  const effects: { tell: (line: string) => void } = { tell: () => undefined }
  const stores = recordEffects(
    await openEmbedded({ dataDir: options.dataDir, random: systemRandom }),
    (line) => effects.tell(line),
  )
  const saathi = await compose(config, { clock: time, stores })
  const app: RequestListener = (request, response) => void saathi.app(request, response)
  await saathi.start()
  const standIn = standInOf(saathi)
  const scribe = new Scribe(standIn, options.holder)
  effects.tell = scribe.onEffect
  const startedAt = time.now()
  return {
    coordinators: config.coordinators,
    startedAt,
    write: async (line) => {
      if (!(await happen(line, { scribe, time }))) return undefined
      await settle(saathi, standIn)
      return scribe.heard()
    },
    close: async () => {
      await new Promise((resolve) => server.close(resolve))
      await saathi.close()
    },
  }
}

function standInOf({ provider }: Saathi): StandIn {
  if (!provider.standIn) throw new Error('a conversation in the terminal needs the stand-in for Twilio')
  return provider.standIn
}

async function happen(
  line: string,
  { scribe, time }: { readonly scribe: Scribe; readonly time: MovableClock },
): Promise<boolean> {
  if (!line.startsWith('@ ')) {
    await scribe.send(line)
    return true
  }
  const event = readEvent(line.slice(2))
  if (event?.what === 'send') await scribe.send(event.text, event.extras)
  else if (event?.what === 'wait') time.move(event.ms)
  else if (event?.what === 'again') await scribe.again()
  else return false
  return true
}

/** Follow-ups are done and replies have left. */
async function settle(saathi: Saathi, standIn: StandIn): Promise<void> {
  await saathi.work()
  await standIn.settled()
  await saathi.work()
}

interface MovableClock extends Clock {
  move(ms: number): void
}

/** The machine's clock, ahead by what was waited for. */
function movableClock(): MovableClock {
  let ahead = 0
  return {
    now: () => systemClock.now() + ahead,
    sleep: (ms, signal) => systemClock.sleep(ms, signal),
    move: (ms) => (ahead += ms),
  }
}

async function listen(handle: RequestListener): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer({ keepAliveTimeout: SECOND }, handle)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return { server, port: (server.address() as AddressInfo).port }
}
