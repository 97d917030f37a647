import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMongoServer, type MongoServer } from './mongo-server'
import { scratchFolder } from './scratch-folder'

/** What setup leaves for teardown, in the one process that runs both. */
export interface TestRun {
  server?: MongoServer
  /** Why there is no server. */
  reason?: string
}

export const TWO_KEYS =
  'set TEST_MONGODB_URI to a MongoDB server, or MONGOD_BINARY to a mongod of this machine (it needs libcurl4, libssl3, liblzma5)'

/** One MongoDB server for all test files of a run; without one, `REQUIRE_MONGO=1` makes the run fail. */
export default async function globalSetup(): Promise<void> {
  const run: TestRun = {}
  Object.assign(globalThis, { saathiTestRun: run })
  const scratch = scratchFolder()
  if (scratch !== undefined) process.env['TMPDIR'] ??= scratch
  // Workers read these: the address of the server, and where they note what they had to leave out.
  process.env['SAATHI_SKIPPED_FOLDER'] = mkdtempSync(join(tmpdir(), 'saathi-skipped-'))
  try {
    run.server = await startMongoServer(process.env)
    process.env['SAATHI_MONGO_SERVER'] = run.server.uri
  } catch (error) {
    delete process.env['SAATHI_MONGO_SERVER']
    run.reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    if (process.env['REQUIRE_MONGO'] !== '1') return
    throw new Error(`REQUIRE_MONGO=1, but there is no MongoDB server (${run.reason}): ${TWO_KEYS}.`, {
      cause: error,
    })
  }
}
