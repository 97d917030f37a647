import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import { createConnection } from 'mongoose'

interface Running {
  /** With `/?`, where the name of a database goes in. */
  readonly uri: string
  stop(): Promise<void>
}

/** A replica set of one for the measurement; nothing, said aloud, where there is no `mongod`. */
export async function mongoServer(root: string): Promise<Running | undefined> {
  const binary = mongod(root)
  if (binary === undefined) return undefined
  const replSet = await MongoMemoryReplSet.create({
    replSet: { count: 1, storageEngine: 'wiredTiger' },
    binary: { systemBinary: binary, version: '6.0.5' },
  })
  return { uri: replSet.getUri(), stop: () => replSet.stop().then(() => undefined) }
}

const KEPT_PORT = 4_750

/** The same in a folder that stays, so that what is dear to fill is filled once. */
export async function keptMongoServer(root: string, folder: string): Promise<Running | undefined> {
  const binary = mongod(root)
  if (binary === undefined) return undefined
  mkdirSync(folder, { recursive: true })
  const where = ['--dbpath', folder, '--port', String(KEPT_PORT), '--bind_ip', '127.0.0.1']
  const child = spawn(binary, ['--replSet', 'rs0', '--wiredTigerCacheSizeGB', '1', '--quiet', ...where], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await becomePrimary(`mongodb://127.0.0.1:${KEPT_PORT}/?directConnection=true`)
  return {
    uri: `mongodb://127.0.0.1:${KEPT_PORT}/?replicaSet=rs0`,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

async function becomePrimary(uri: string): Promise<void> {
  const connection = await createConnection(uri, { serverSelectionTimeoutMS: 30_000 }).asPromise()
  const admin = connection.getClient().db('admin')
  const members = [{ _id: 0, host: `127.0.0.1:${KEPT_PORT}` }]
  // A folder that was used before is a replica set already.
  await admin.command({ replSetInitiate: { _id: 'rs0', members } }).catch(() => undefined)
  for (;;) {
    const { isWritablePrimary } = await admin.command({ hello: 1 })
    if (isWritablePrimary === true) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await connection.close()
}

function mongod(root: string): string | undefined {
  const binary = process.env['MONGOD_BINARY'] ?? join(root, '../shared/mongod/bin/mongod')
  if (existsSync(binary)) return binary
  console.error('No mongod: MongoDB is not measured. Give MONGOD_BINARY.')
  return undefined
}
