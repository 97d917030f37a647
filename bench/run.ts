import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atRate, converse, TURNS } from './load'
import { mongoServer } from './mongo'
import { ROOT } from './root'
import { startServer, type Server } from './server'

/** Interleaved rounds of the bare handler and ours on both engines; medians go to docs/performance.md. */
const ROUNDS = 3
const CONVERSATIONS = 1_000
/** Until the compiler has little left to do: its threads are counted too, and are a cost of starting. */
const WARM_UP = 1_000
const AT_ONCE = 32
const RATE = { perSecond: 100, seconds: 10 }

interface Round {
  readonly cpuPer1000: number
  readonly p50: number
  readonly p99: number
  readonly startedIn: number
  readonly memory: number
}

type Subject = 'bare' | 'embedded' | 'mongo'

async function main(): Promise<void> {
  const mongo = await mongoServer(ROOT)
  const subjects: Subject[] = mongo ? ['bare', 'embedded', 'mongo'] : ['bare', 'embedded']
  const rounds = new Map<Subject, Round[]>(subjects.map((subject) => [subject, []]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const subject of subjects) {
      rounds.get(subject)?.push(await measured(subject, round, mongo?.uri))
      console.error(`round ${round + 1} of ${ROUNDS}: ${subject}`)
    }
  }
  await mongo?.stop()
  const page = report(rounds)
  writeFileSync(join(ROOT, 'docs/performance.md'), page)
  console.log(page)
}

async function measured(subject: Subject, round: number, mongoUri?: string): Promise<Round> {
  const dataDir = mkdtempSync(join(tmpdir(), 'saathi-bench-'))
  const server = await start(subject, { round, dataDir, mongoUri })
  try {
    await converse(server, WARM_UP, AT_ONCE)
    const before = server.cpu()
    await converse(server, CONVERSATIONS, AT_ONCE)
    const cpu = server.cpu() - before
    const latencies = await atRate(server, RATE.perSecond, RATE.seconds)
    return {
      cpuPer1000: cpu / ((CONVERSATIONS * TURNS) / 1_000),
      p50: latencies[Math.floor(latencies.length / 2)] ?? 0,
      p99: latencies[Math.floor(latencies.length * 0.99)] ?? 0,
      startedIn: server.startedIn,
      memory: server.memory(),
    }
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function start(
  subject: Subject,
  {
    round,
    dataDir,
    mongoUri,
  }: { readonly round: number; readonly dataDir: string; readonly mongoUri: string | undefined },
): Promise<Server> {
  const port = 4_500 + round * 3
  if (subject === 'bare') {
    return startServer(join(__dirname, 'bare-server.js'), {
      port,
      args: [String(port), `http://localhost:${port}`, 'bench_token_of_thirty_two_letters'],
    })
  }
  const database = mongoUri?.replace('/?', `/bench${round}?`) ?? ''
  return startServer(join(ROOT, 'dist/main.js'), {
    port: port + (subject === 'mongo' ? 2 : 1),
    env: {
      DATA_DIR: dataDir,
      ...(subject === 'mongo' && { MONGODB_URI: database, APP_SECRET: 'bench_secret_of_thirty_two_letters' }),
    },
  })
}

function report(rounds: ReadonlyMap<Subject, readonly Round[]>): string {
  const bare = rounds.get('bare') ?? []
  const line = (subject: Subject, name: string): string => {
    const all = rounds.get(subject)
    if (!all) return ''
    const of = (pick: (round: Round) => number): number => median(all.map(pick))
    const ratio = of((round) => round.cpuPer1000) / median(bare.map((round) => round.cpuPer1000))
    const late = of((round) => round.p99) - median(bare.map((round) => round.p99))
    return `| ${name} | ${of((round) => round.cpuPer1000).toFixed(2)} | ${ratio.toFixed(2)} | ${of((round) => round.p50).toFixed(1)} | ${of((round) => round.p99).toFixed(1)} | ${late.toFixed(1)} | ${Math.round(of((round) => round.startedIn))} | ${of((round) => round.memory)} |\n`
  }
  return `# Performance

Written by \`npm run bench\`: ${ROUNDS} interleaved rounds, medians. Signed WhatsApp webhooks of a conversation with six questions;
${CONVERSATIONS} conversations of new people, ${AT_ONCE} at a time, after ${WARM_UP} others to warm up; then ${RATE.perSecond} messages a second for ${RATE.seconds} s. Server and load on
different cores. The bare handler is Express 5 with the same signature check, a Map and TwiML: it stores and understands nothing.
Ours is durable and deduplicated. Only the ratios of one run mean anything.

| | CPU s per 1,000 turns | ratio | p50 ms | p99 ms | p99 over bare | start ms | MB |
|---|---|---|---|---|---|---|---|
${line('bare', 'bare handler')}${line('embedded', 'embedded (LMDB)')}${line('mongo', 'MongoDB (replica set of one, majority, journaled)')}
Aims: ratio at most 1.4 embedded and 2.0 on MongoDB; p99 at most 10 ms over the bare handler's.
`
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
