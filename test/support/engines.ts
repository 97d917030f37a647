import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { createConnection, type Connection } from 'mongoose'
import { systemRandom } from '../../src/base/random'
import { openEmbedded } from '../../src/storage/embedded/open-embedded'
import { openMongo } from '../../src/storage/mongo/open-mongo'
import type { Stores } from '../../src/storage/stores'
import { databaseUri } from './mongo-server'

export type EngineName = 'embedded' | 'mongo'

/**
 * The first call in a test gives empty stores. A further call in the same test opens the same data again, as
 * another process would: on the embedded engine only after the first stores were closed, on MongoDB beside
 * them too. All are closed after the test.
 */
export type OpenStores = () => Promise<Stores>

/**
 * Describes one engine; the callback declares the tests. Without a MongoDB server its tests are left out, and
 * named at the end.
 */
export function describeEngine(name: EngineName, declare: (open: OpenStores) => void): void {
  const server = process.env['SAATHI_MONGO_SERVER']
  if (name === 'embedded') describe('on embedded', () => declare(embeddedInTest()))
  else if (server) describe('on mongo', () => declare(mongoInTest(databaseUri(server, databaseName()))))
  else {
    noteSkipped()
    describe.skip('on mongo', () => declare(() => Promise.reject(new Error('no MongoDB server'))))
  }
}

/** Describes both engines. */
export function forEachEngine(declare: (name: EngineName, open: OpenStores) => void): void {
  for (const name of ['embedded', 'mongo'] as const) describeEngine(name, (open) => declare(name, open))
}

/** The URI of this test file's own database, for a test that opens it itself; nothing without a server. */
export function mongoTestUri(): string | undefined {
  const server = process.env['SAATHI_MONGO_SERVER']
  return server && databaseUri(server, databaseName())
}

function embeddedInTest(): OpenStores {
  let folder: string | undefined
  const opened = closedAfterEach()
  afterEach(async () => {
    if (folder !== undefined) await rm(folder, { recursive: true })
    folder = undefined
  })
  return async () => {
    folder ??= await mkdtemp(join(tmpdir(), 'saathi-'))
    const stores = await openEmbedded({ dataDir: folder, random: systemRandom })
    opened.push(stores)
    return stores
  }
}

function mongoInTest(uri: string): OpenStores {
  let admin: Connection
  let emptied = false
  const opened = closedAfterEach()
  beforeAll(async () => {
    admin = await createConnection(uri).asPromise()
  })
  afterEach(() => {
    emptied = false
  })
  afterAll(async () => {
    await admin.dropDatabase()
    await admin.close()
  })
  return async () => {
    if (!emptied) await empty(admin)
    emptied = true
    const stores = await openMongo({ uri, random: systemRandom })
    opened.push(stores)
    return stores
  }
}

/** Emptying keeps the indexes: making them anew for each test would take most of its time. */
async function empty(connection: Connection): Promise<void> {
  const collections = (await connection.db?.collections()) ?? []
  await Promise.all(collections.map((collection) => collection.deleteMany({})))
}

function closedAfterEach(): Stores[] {
  const opened: Stores[] = []
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((stores) => stores.close()))
  })
  return opened
}

function testFile(): string {
  return relative(join(__dirname, '..', '..'), expect.getState().testPath ?? '')
}

// One database for each test file and run: files run at the same time, and so may runs on one server.
function databaseName(): string {
  return `saathi_test_${process.ppid}_${createHash('sha256').update(testFile()).digest('hex').slice(0, 12)}`
}

function noteSkipped(): void {
  writeFileSync(join(process.env['SAATHI_SKIPPED_FOLDER'] ?? '', encodeURIComponent(testFile())), '')
}
