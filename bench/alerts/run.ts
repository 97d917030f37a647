import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { MINUTE, SECOND, systemClock } from '../../src/base/clock'
import { systemRandom } from '../../src/base/random'
import { openEmbedded } from '../../src/storage/embedded/open-embedded'
import { openMongo } from '../../src/storage/mongo/open-mongo'
import type { OutboxState } from '../../src/messaging/outbox-store'
import type { Stores } from '../../src/storage/stores'
import { SENDER } from '../action-deps'
import { mongoServer } from '../mongo'
import { writeSection } from '../page'
import { ROOT } from '../root'
import { Fleet } from './fleet'
import { judge, type AlertEnd } from './judge'
import { killAtMoments } from './kills'
import { talk } from './people'
import { prepareAlerts, type ExpectedAlert } from './prepare'
import { ACCOUNT, badProvider, PUBLIC_URL, TOKEN, type BadProvider } from './provider'
import { page, type Outcome } from './report'

/**
 * Alerts to many phones through the real program, in processes that are killed: `run.js [--count 10000] [--seed 1]
 * [--kills 5] [--only embedded|mongo|two]`. Ends with 1 when one was lost, doubled or is not as the provider says.
 */
const PORTS = [4_700, 4_701]
const PEOPLE = 24
/** After the last is settled: whatever should not come, comes by then. */
const QUIET = 10 * SECOND
const GIVEN_UP_AFTER = 20 * MINUTE

const ENDS: readonly OutboxState[] = ['sent', 'failed', 'expired', 'withheld', 'rerouted']

const MODES = ['embedded', 'mongo', 'two'] as const
type Mode = (typeof MODES)[number]

interface Ask {
  readonly mode: Mode
  readonly count: number
  readonly seed: number
  readonly kills: number
  readonly mongoUri: string | undefined
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      kills: { type: 'string', default: '5' },
      only: { type: 'string' },
    },
  })
  const mongo = await mongoServer(ROOT)
  const modes = MODES.filter((mode) => (values.only ?? mode) === mode && (mongo || mode === 'embedded'))
  const [count, seed, kills] = [Number(values.count), Number(values.seed), Number(values.kills)]
  const outcomes: Outcome[] = []
  for (const mode of modes) {
    console.error(`${mode}: ${count} alerts`)
    outcomes.push(await rush({ mode, count, seed, kills, mongoUri: mongo?.uri }))
  }
  await mongo?.stop()
  const { title, text, holds } = page(outcomes, { count, kills })
  writeSection(title, text)
  if (!holds) process.exitCode = 1
}

async function rush(ask: Ask): Promise<Outcome> {
  const dataDir = mkdtempSync(join(tmpdir(), 'saathi-alerts-'))
  const mongoUri = ask.mongoUri?.replace('/?', `/alerts_${ask.mode}?`)
  const openFor = (readOnly: boolean): Promise<Stores> =>
    ask.mode === 'embedded'
      ? openEmbedded({ dataDir, random: systemRandom, readOnly })
      : openMongo({ uri: mongoUri ?? '', random: systemRandom })
  const open = (): Promise<Stores> => openFor(false)
  const provider = await badProvider(ask.seed, ask.count * 3)
  const timeZone = zoneWhereItIsNoon(systemClock.now())
  const stores = await open()
  const expected = await prepareAlerts(stores, {
    count: ask.count,
    now: systemClock.now(),
    timeZone,
    contentSids: (contents) => provider.standIn.holdApproved(contents),
  })
  await stores.close()
  const env = {
    ...programEnv(provider, timeZone),
    DATA_DIR: dataDir,
    ...(ask.mode !== 'embedded' && { MONGODB_URI: mongoUri ?? '' }),
  }
  const fleet = new Fleet(env, ask.mode === 'two' ? PORTS : PORTS.slice(0, 1))
  try {
    return await underFire({ ask, provider, fleet, expected, open, look: () => openFor(true) })
  } finally {
    await fleet.stop()
    await provider.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function programEnv(provider: BadProvider, timeZone: string): Readonly<Record<string, string>> {
  return {
    APP_SECRET: 'bench_secret_of_thirty_two_letters',
    PUBLIC_URL,
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_WHATSAPP_FROM: SENDER,
    TWILIO_API_BASE_URL: provider.url,
    TIME_ZONE: timeZone,
    WHATSAPP_PEOPLE_PER_DAY: '1000000',
  }
}

/** Alerts do not leave at night, and a bench runs at any hour. */
function zoneWhereItIsNoon(now: number): string {
  const ahead = 12 - new Date(now).getUTCHours()
  // In these names plus is behind Greenwich.
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}

interface Run {
  readonly ask: Ask
  readonly provider: BadProvider
  readonly fleet: Fleet
  readonly expected: readonly ExpectedAlert[]
  readonly open: () => Promise<Stores>
  /** For reading only, beside the program. */
  readonly look: () => Promise<Stores>
}

async function underFire(run: Run): Promise<Outcome> {
  const { ask, provider, fleet, expected } = run
  provider.fleet = fleet
  await fleet.start()
  const began = systemClock.now()
  const inboxes = expected.map(
    ({ phone }) => provider.standIn.phone({ channel: 'whatsapp', number: phone }).inbox,
  )
  const arrived = (): number => inboxes.filter(({ length }) => length > 0).length
  let everybodyHasIt = false
  const talking = talk(provider, { people: PEOPLE, seed: ask.seed, goesOn: () => !everybodyHasIt })
  const killing = killAtMoments(fleet, { ...ask, done: arrived })
  while (arrived() < ask.count && systemClock.now() < began + GIVEN_UP_AFTER) {
    await systemClock.sleep(SECOND)
    if ((systemClock.now() - began) % (10 * SECOND) < SECOND) console.error(`${arrived()} of ${ask.count}`)
  }
  const tookMs = systemClock.now() - began
  everybodyHasIt = true
  await killing
  const talked = await talking
  await settledAll(run)
  await systemClock.sleep(QUIET)
  await provider.standIn.settled()
  await fleet.stop()
  const stores = await run.open()
  const ends = await Promise.all(
    expected.map(async (one, i): Promise<AlertEnd> => ({
      expected: one,
      inbox: inboxes[i] ?? [],
      row: await stores.outbox.get(one.outboxId),
      heard: provider.heard.get(one.outboxId) ?? new Set(),
    })),
  )
  const left = (await stores.outbox.unknown(1_000)).length + ((await stores.outbox.nextDueAt()) ? 1 : 0)
  await stores.close()
  const { outages, faults } = fleet
  return {
    mode: ask.mode,
    verdict: judge(ends),
    ends,
    talked,
    outages,
    left,
    tookMs,
    faults,
    met: provider.met(),
  }
}

/** Waits until the outbox holds nothing that still waits for an end: read beside the running program. */
async function settledAll({ ask, expected, look }: Run): Promise<void> {
  const stores = await look()
  const open = new Set(expected.map(({ outboxId }) => outboxId))
  const until = systemClock.now() + GIVEN_UP_AFTER
  for (;;) {
    for (const id of open) if (ENDS.includes((await stores.outbox.get(id))?.state ?? 'sent')) open.delete(id)
    const waits = (await stores.outbox.unknown(1)).length > 0
    if ((open.size === 0 && !waits) || systemClock.now() > until) break
    console.error(`${ask.mode}: ${open.size} alerts have no end yet${waits ? ', and some are unknown' : ''}`)
    await systemClock.sleep(5 * SECOND)
  }
  await stores.close()
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
