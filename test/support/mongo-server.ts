import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import { createConnection } from 'mongoose'

/** A MongoDB server for one run of the tests. */
export interface MongoServer {
  readonly uri: string
  stop(): Promise<void>
}

const BESIDE_US = join(__dirname, '..', '..', '..', 'shared', 'mongod', 'bin', 'mongod')

/**
 * The server of `TEST_MONGODB_URI`, or a replica set of one from `MONGOD_BINARY`, from `../shared/mongod`, or
 * from a binary that mongodb-memory-server has already. Throws, saying why, when none can be had; it never
 * downloads one.
 */
export async function startMongoServer(env: NodeJS.ProcessEnv): Promise<MongoServer> {
  const given = env['TEST_MONGODB_URI']
  if (given) {
    await keepExpired(given)
    return { uri: given, stop: async () => undefined }
  }
  env['MONGOMS_RUNTIME_DOWNLOAD'] = 'false'
  env['MONGOMS_SYSTEM_BINARY_VERSION_CHECK'] = 'false'
  const systemBinary = env['MONGOD_BINARY'] ?? (existsSync(BESIDE_US) ? BESIDE_US : undefined)
  const server = await MongoMemoryReplSet.create({
    replSet: { count: 1, storageEngine: 'wiredTiger', args: ['--wiredTigerCacheSizeGB', '0.25'] },
    ...(systemBinary !== undefined && { binary: { systemBinary } }),
  })
  await keepExpired(server.getUri())
  return {
    uri: server.getUri(),
    stop: async () => void (await server.stop({ doCleanup: true, force: true })),
  }
}

/** The URI of another database on the same server. */
export function databaseUri(uri: string, database: string): string {
  const [, server = '', path = '', query = ''] =
    /^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?([^?]*)(\?.*)?$/.exec(uri) ?? []
  const login = path && !query.includes('authSource=') ? `${query ? '&' : '?'}authSource=${path}` : ''
  return `${server}/${database}${query}${login}`
}

/** Tests live in 2026 by their own clock: what is past its time by the server's clock must stay. */
async function keepExpired(uri: string): Promise<void> {
  const connection = await createConnection(uri, { serverSelectionTimeoutMS: 2_000 }).asPromise()
  await connection.db?.admin().command({ setParameter: 1, ttlMonitorEnabled: false })
  await connection.close()
}
