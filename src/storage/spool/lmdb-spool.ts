import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { open } from 'lmdb'
import type { Spool } from '../../conversation/turn/spool'
import { addressesOf } from '../../contacts/contact-cache'
import type { InboundMessage } from '../../messaging/inbound-message'

const FILE_NAME = 'spool.lmdb'

interface Spooled {
  readonly nth: number
  readonly message: InboundMessage
}

/** Opens the spool in the data folder, with what an earlier run left in it. */
export async function openSpool(dataDir: string): Promise<Spool> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const db = open<Spooled, string>({ path: join(dataDir, FILE_NAME), noSubdir: true, encoding: 'json' })
  const waiting = new Map<string, Spooled>()
  for (const { key, value } of db.getRange()) waiting.set(key, value)
  let nth = Math.max(0, ...[...waiting.values()].map((one) => one.nth))
  const inOrder = (): readonly InboundMessage[] =>
    [...waiting.values()].sort((a, b) => a.nth - b.nth).map((one) => one.message)
  return {
    add: async (message) => {
      if (waiting.has(message.sid)) return
      const spooled = { nth: ++nth, message }
      await db.put(message.sid, spooled)
      await db.flushed
      waiting.set(message.sid, spooled)
    },
    all: inOrder,
    holds: (address) =>
      waiting.size > 0 && inOrder().some((message) => addressesOf(message.from).includes(address)),
    remove: async (sid) => {
      await db.remove(sid)
      waiting.delete(sid)
    },
    close: () => db.close(),
  }
}
