import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Random } from '../base/random'

const FILE_NAME = 'secrets.json'
const stored = z.object({ appSecret: z.string().min(32), authToken: z.string().min(32) })

/** What must never be known outside: made at random once where it was not given. */
export interface Secrets {
  /** Keyed hashes in logs, signed links, codes. */
  readonly appSecret: string
  /** Signs webhooks where no account's token was given. */
  readonly authToken: string
}

/** The data folder's own secrets, made at the first start with mode 0600. Throws an Error naming a file that cannot be used. */
export function localSecrets(dataDir: string, random: Random): Secrets {
  const path = join(dataDir, FILE_NAME)
  const there = readIfThere(path)
  if (there !== undefined) return parse(there, path)
  const made = { appSecret: secret(random), authToken: secret(random) }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  writeFileSync(path, JSON.stringify(made), { mode: 0o600, flag: 'wx' })
  return made
}

function parse(text: string, path: string): Secrets {
  try {
    return stored.parse(JSON.parse(text))
  } catch {
    throw new Error(`${path} cannot be used: restore it from a backup, or delete it and new secrets are made`)
  }
}

function secret(random: Random): string {
  return Buffer.from(random.bytes(32)).toString('hex')
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
