import { createConnection, createServer, type Server } from 'node:net'
import { rm } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Where the name of the owner's socket is kept; `replace` is atomic among processes. */
export interface OwnerRecord {
  read(): string | undefined
  /** Writes `next` if the record still is `expected`; whether it did. */
  replace(expected: string | undefined, next: string | undefined): boolean
}

/** The hold of one process on a data folder. */
export interface OwnerLock {
  release(): Promise<void>
}

// The kernel's limit for a socket's path is 108 bytes on Linux and 104 on macOS.
const MAX_SOCKET_PATH = 100

/**
 * Makes this process the one owner of the folder, or throws saying who is in the way and what to do. The
 * owner listens on a socket of its own; a record names that socket. A socket nobody listens on belongs to a
 * dead process, however it died, so its place is taken at once.
 */
export async function takeOwnership(folder: string, name: string, record: OwnerRecord): Promise<OwnerLock> {
  const server = await listen(socketPath(folder, name))
  try {
    for (;;) {
      const owner = record.read()
      if (owner !== undefined && (await answers(socketPath(folder, owner))))
        throw new Error(ownedElsewhere(folder))
      if (!record.replace(owner, name)) continue
      if (owner !== undefined) await rm(socketPath(folder, owner), { force: true })
      return { release: () => release(server, record, name) }
    }
  } catch (error) {
    await closed(server)
    throw error
  }
}

async function release(server: Server, record: OwnerRecord, name: string): Promise<void> {
  record.replace(name, undefined)
  await closed(server)
}

function ownedElsewhere(folder: string): string {
  return (
    `${folder} is in use by another running process. One process at a time may write there: ` +
    'stop the other one first, or set DATA_DIR to another folder.'
  )
}

function socketPath(folder: string, name: string): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\saathi-${name}`
  const absolute = join(folder, name)
  const fromHere = relative(process.cwd(), absolute)
  const path = fromHere.length < absolute.length ? fromHere : absolute
  if (Buffer.byteLength(path) <= MAX_SOCKET_PATH) return path
  throw new Error(`${folder} is too long a path for its lock: set DATA_DIR to a folder with a shorter one.`)
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', reject)
    server.listen(path, () => {
      // The lock must not keep a process alive that has nothing else to do.
      server.unref()
      resolve(server)
    })
  })
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(false)
      else reject(error)
    })
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}
