import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { MongoMemoryReplSet } from 'mongodb-memory-server-core'

/** A replica set of one for the measurement; nothing, said aloud, where there is no `mongod`. */
export async function mongoServer(
  root: string,
): Promise<{ readonly uri: string; stop(): Promise<void> } | undefined> {
  const binary = process.env['MONGOD_BINARY'] ?? join(root, '../shared/mongod/bin/mongod')
  if (!existsSync(binary)) {
    console.error('No mongod: MongoDB is not measured. Give MONGOD_BINARY.')
    return undefined
  }
  const replSet = await MongoMemoryReplSet.create({
    replSet: { count: 1, storageEngine: 'wiredTiger' },
    binary: { systemBinary: binary, version: '6.0.5' },
  })
  return { uri: replSet.getUri(), stop: () => replSet.stop().then(() => undefined) }
}
