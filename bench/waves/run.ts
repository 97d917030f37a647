import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createConnection } from 'mongoose'
import { systemRandom } from '../../src/base/random'
import type { ActionDeps } from '../../src/conversation/action/deps'
import { lookAtAlerts } from '../../src/conversation/alerts/look-at-alerts'
import { waveJob } from '../../src/conversation/alerts/wave-job'
import { openEmbedded } from '../../src/storage/embedded/open-embedded'
import { openMongo } from '../../src/storage/mongo/open-mongo'
import type { Stores } from '../../src/storage/stores'
import { actionDepsOf } from '../action-deps'
import { keptMongoServer } from '../mongo'
import { machine, percentile, table, writeSection } from '../page'
import { ROOT } from '../root'
import { fillByInserts, fillByStores, NOW } from './donors'
import { benchRequest } from '../bench-request'
import { profiled, type PlanCost } from './profile'

/**
 * What choosing and enqueueing a wave costs as the number of donors grows: `run.js [--embedded 1000,10000,100000]
 * [--mongo 10000,100000,1000000]`. MongoDB's data stay in the folder of temporary files for the next time. Ends with 1 when
 * a wave is too dear at the largest size, or anything was found without an index.
 */
const ROUNDS = 15
const TIME_ZONE = 'Asia/Kolkata'
/** At the largest size, in milliseconds. */
const MOST = 300
/** What the waves before left behind: who was asked lately would not be asked again. */
const LEFT_BY_WAVES = ['alerts', 'codes', 'effects', 'jobs', 'outbox', 'places', 'requests']

interface WaveCost {
  readonly engine: string
  readonly donors: number
  readonly ms: readonly number[]
  readonly processorMs: readonly number[]
  readonly asked: number
  /** Donors read for one wave. */
  readonly read: number
  readonly plans: readonly PlanCost[]
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      embedded: { type: 'string', default: '1000,10000,100000' },
      mongo: { type: 'string', default: '10000,100000,1000000' },
    },
  })
  const costs: WaveCost[] = []
  for (const size of sizes(values.embedded)) costs.push(await embeddedCost(size))
  const wanted = sizes(values.mongo)
  const mongo =
    wanted.length > 0 ? await keptMongoServer(ROOT, join(tmpdir(), 'saathi-waves-mongo')) : undefined
  for (const size of mongo ? wanted : []) costs.push(await mongoCost(mongo?.uri ?? '', size))
  await mongo?.stop()
  const failures = failuresOf(costs)
  writeSection('Choosing a wave', page(costs, failures))
  if (failures.length > 0) process.exitCode = 1
}

function sizes(list: string): readonly number[] {
  return list.split(',').filter(Boolean).map(Number)
}

async function embeddedCost(donors: number): Promise<WaveCost> {
  const folder = mkdtempSync(join(tmpdir(), 'saathi-waves-'))
  const stores = await openEmbedded({ dataDir: folder, random: systemRandom })
  try {
    console.error(`embedded: ${donors} donors`)
    await fillByStores(stores, donors)
    return { engine: 'embedded (LMDB)', donors, ...(await measured(stores)), plans: [] }
  } finally {
    await stores.close()
    rmSync(folder, { recursive: true })
  }
}

async function mongoCost(server: string, donors: number): Promise<WaveCost> {
  const uri = server.replace('/?', `/waves_${donors}?`)
  const stores = await openMongo({ uri, random: systemRandom })
  try {
    console.error(`MongoDB: ${donors} donors`)
    await fillByInserts(stores, uri, donors)
    await clear(uri)
    const cost = await measured(stores)
    const plans = await profiled(uri, () => wave(depsOf(stores), ROUNDS))
    return { engine: 'MongoDB', donors, ...cost, plans }
  } finally {
    await stores.close()
  }
}

async function clear(uri: string): Promise<void> {
  const connection = await createConnection(uri).asPromise()
  for (const name of LEFT_BY_WAVES) await connection.collection(name).deleteMany({})
  await connection.close()
}

function depsOf(stores: Stores): ActionDeps {
  return actionDepsOf(stores, TIME_ZONE)
}

async function measured(stores: Stores): Promise<Pick<WaveCost, 'ms' | 'processorMs' | 'asked' | 'read'>> {
  const ms: number[] = []
  const processorMs: number[] = []
  let read = 0
  const donors: Stores['donors'] = {
    ...stores.donors,
    livingIn: async (where) => {
      const found = await stores.donors.livingIn(where)
      read += found.length
      return found
    },
  }
  const deps = depsOf({ ...stores, donors })
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage()
    const began = process.hrtime.bigint()
    await wave(deps, round)
    ms.push(Number(process.hrtime.bigint() - began) / 1e6)
    const used = process.cpuUsage(before)
    processorMs.push((used.user + used.system) / 1e3)
  }
  const asked = await Promise.all(ms.map((_, round) => stores.alerts.ofRequest(requestId(round))))
  return { ms, processorMs, asked: Math.round(asked.flat().length / ROUNDS), read: Math.round(read / ROUNDS) }
}

/** A request is verified, and its first wave chosen, kept and put into the outbox. */
async function wave({ stores, ...rest }: ActionDeps, round: number): Promise<void> {
  const id = requestId(round)
  const own = { id, code: `K7F${round}`, patientId: `p${round}` }
  const request = benchRequest(own, { now: NOW, neededBy: '2026-11-27' })
  await stores.requests.raise(`raise ${round}`, request, [])
  const job = { ...waveJob(id, { due: NOW }), state: 'claimed', attempt: 1 } as const
  await lookAtAlerts(job, NOW, { ...rest, stores })
}

const requestId = (round: number): string => `r${round}`

function largest(costs: readonly WaveCost[]): readonly WaveCost[] {
  const most = (engine: string): number =>
    Math.max(...costs.filter((one) => one.engine === engine).map(({ donors }) => donors))
  return costs.filter(({ engine, donors }) => donors === most(engine))
}

function failuresOf(costs: readonly WaveCost[]): readonly string[] {
  const dear = largest(costs).filter(({ ms }) => percentile(ms, 0.5) >= MOST)
  const scans = costs.flatMap(({ plans, donors }) =>
    plans
      .filter(({ plan }) => plan.includes('COLLSCAN'))
      .map(({ collection }) => `${collection} of ${donors}`),
  )
  return [
    ...dear.map(({ engine, donors }) => `a wave of ${donors} donors on ${engine} takes ${MOST} ms or more`),
    ...scans.map((where) => `${where} donors is read without an index`),
  ]
}

function page(costs: readonly WaveCost[], failures: readonly string[]): string {
  const plans = largest(costs).flatMap((one) => one.plans)
  const profile = table(
    ['collection', 'plan', 'operations', 'keys examined', 'documents examined', 'returned'],
    plans.map(({ collection, plan, operations, keys, documents, returned }) => [
      collection,
      `\`${plan}\``,
      ...[operations, keys, documents, returned].map(String),
    ]),
  )
  return `Written by \`npm run bench:waves\` (${machine()}). A request for two units is verified; its places are opened, donors read ring by ring,
the wave chosen, kept and put into the outbox: the median, dearest and first of ${ROUNDS} requests. "Processor" is ours, without MongoDB's.

${table(
  ['', 'donors', 'ms', 'dearest ms', 'first ms', 'processor ms', 'donors read', 'asked'],
  costs.map(({ engine, donors, ms, processorMs, read, asked }) => [
    engine,
    donors.toLocaleString('en'),
    ...[percentile(ms, 0.5), percentile(ms, 1), ms[0] ?? 0, percentile(processorMs, 0.5), read, asked].map(
      (value) => String(Math.round(value)),
    ),
  ]),
)}

The embedded engine reads donors by the key \`donor.home\` of group, cell and id. What MongoDB's own profiler says of one wave at the largest size:

${plans.length === 0 ? 'MongoDB was not measured.' : profile}

${failures.length === 0 ? `Under ${MOST} ms at the largest size, and nothing is read without an index.` : `Does not hold: ${failures.join('; ')}.`}
`
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
