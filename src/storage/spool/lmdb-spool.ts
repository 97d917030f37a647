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
  let waiting = inOrder(Array.from(db.getRange(), ({ value }) => value))
  let nth = Math.max(0, ...Array.from(waiting.values(), (one) => one.nth))
  return {
    add: async (message) => {
      if (waiting.has(message.sid)) return
      const spooled = { nth: ++nth, message }
      await db.put(message.sid, spooled)
      await db.flushed
      const late = [...waiting.values()].some((one) => one.message.receivedAt > message.receivedAt)
      waiting.set(message.sid, spooled)
      if (late) waiting = inOrder([...waiting.values()])
    },
    all: () => Array.from(waiting.values(), ({ message }) => message),
    holds: (address) =>
      waiting.size > 0 &&
      [...waiting.values()].some(({ message }) => addressesOf(message.from).includes(address)),
    remove: async (sid) => {
      await db.remove(sid)
      waiting.delete(sid)
    },
    close: () => db.close(),
  }
}

/** By sid, in the order of receipt: a map keeps the order in which it was filled. */
function inOrder(spooled: readonly Spooled[]): Map<string, Spooled> {
  const sorted = [...spooled].sort(
    (one, other) => one.message.receivedAt - other.message.receivedAt || one.nth - other.nth,
  )
  return new Map(sorted.map((one) => [one.message.sid, one]))
}
