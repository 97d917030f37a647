import { MINUTE, type Instant } from '../../base/clock'
import { newId } from '../../base/ids'
import type { Random } from '../../base/random'
import { conversationId, type ConversationStore } from '../../conversation/turn/conversation-store'
import type { Conversation } from '../../conversation/turn/conversation'
import { withoutJoining } from '../transitions/join-contacts'
import { absorbed, recreatedFor } from '../transitions/rehome-conversation'
import { find, findAll, type EmbeddedDatabase } from './embedded-database'
import { idOf, type IndexKey } from './index-keys'

/** What this process knows of a stored conversation without reading it. */
interface Head {
  readonly born: string
  readonly rev: number
  readonly activity: number
  readonly unfinishedSince: Instant | undefined
}

/** How many heads are remembered. The conversation of any other is read once more when it is written. */
const REMEMBERED = 20_000

// The index of activity is this coarse, so that most turns leave it as it is.
const ACTIVITY_STEP = 10 * MINUTE

/**
 * Conversations in LMDB. A turn without anything unfinished is one conditional put, checked twice: against
 * the head that this process, the only writer, remembers, and by LMDB against the stored revision.
 */
export function embeddedConversationStore(db: EmbeddedDatabase, random: Random): ConversationStore {
  const heads = rememberedHeads()
  const writing = new Map<string, Promise<boolean>>()

  const write = async (next: Conversation): Promise<boolean> => {
    db.assertWritable()
    const head = heads.of(next.id) ?? storedHead(db, next.id)
    const current = next.rev === 1 ? !head : head?.born === next.born && head.rev === next.rev - 1
    if (!current) {
      // The loser is told when the winner is stored: whoever loads now must see it.
      await writing.get(next.id)
      return false
    }
    heads.remember(next.id, toHead(next))
    const stored = put(db, next, head)
    writing.set(next.id, stored)
    try {
      const done = await stored
      if (!done) heads.forget(next.id)
      return done
    } catch (error) {
      heads.forget(next.id)
      throw error
    } finally {
      if (writing.get(next.id) === stored) writing.delete(next.id)
    }
  }

  return {
    load: async (id) => {
      await writing.get(id)
      const stored = find(db.conversations, id)
      if (stored) heads.remember(id, toHead(stored))
      else heads.forget(id)
      return stored
    },
    write,
    unfinished: async (before, limit) =>
      db.index.below(['conversation.unfinished'], { upTo: before, limit }).map(idOf),
    activeSince: async (instant) => {
      const ids = db.index.below(['conversation.active'], { from: activityOf(instant) }).map(idOf)
      return findAll(db.conversations, ids).filter(({ lastInboundAt }) => lastInboundAt >= instant)
    },
    rehome: async (fromContactId, toContactId) => {
      const changed = await db.write(() => rehome(db, { fromContactId, toContactId, random }))
      for (const id of changed) heads.forget(id)
    },
  }
}

/** Deletes conversations that expired before `now`; how many. */
export function forgetConversations(db: EmbeddedDatabase, now: Instant): number {
  let forgotten = 0
  for (const key of db.index.below(['conversation.expire'], { upTo: now - 1 })) {
    const conversation = db.conversations.get(idOf(key))
    db.index.remove(key)
    if (!conversation) continue
    if (conversation.expireAt >= now) {
      db.index.add(expiryKey(conversation))
      continue
    }
    remove(db, conversation)
    forgotten++
  }
  return forgotten
}

/** The heads of the conversations this process wrote or loaded last. */
function rememberedHeads() {
  const heads = new Map<string, Head>()
  return {
    of: (id: string) => heads.get(id),
    forget: (id: string) => void heads.delete(id),
    remember: (id: string, head: Head) => {
      // Deleted first, so that the map's order is the order of use.
      heads.delete(id)
      heads.set(id, head)
      const oldest = heads.size > REMEMBERED ? heads.keys().next().value : undefined
      if (oldest !== undefined) heads.delete(oldest)
    },
  }
}

function storedHead(db: EmbeddedDatabase, id: string): Head | undefined {
  const stored = find(db.conversations, id)
  return stored && toHead(stored)
}

function toHead({ born, rev, lastInboundAt, unfinishedSince }: Conversation): Head {
  return { born, rev, activity: activityOf(lastInboundAt), unfinishedSince }
}

function activityOf(instant: Instant): number {
  return Math.floor(instant / ACTIVITY_STEP)
}

function put(db: EmbeddedDatabase, next: Conversation, head: Head | undefined): Promise<boolean> {
  const { id, rev } = next
  const after = toHead(next)
  const unindexed = head?.activity === after.activity && head.unfinishedSince === after.unfinishedSince
  if (head && unindexed) return db.conversations.put(id, next, rev, head.rev)
  const change = (): void => {
    void db.conversations.put(id, next, rev).then(undefined, () => undefined)
    moveKeys(db, head ? keysOf(id, head) : [], keysOf(id, after))
    if (!head) db.index.add(expiryKey(next))
  }
  return head ? db.conversations.ifVersion(id, head.rev, change) : db.conversations.ifNoExists(id, change)
}

function keysOf(id: string, head: Head): readonly IndexKey[] {
  const active: IndexKey = ['conversation.active', head.activity, id]
  if (head.unfinishedSince === undefined) return [active]
  return [active, ['conversation.unfinished', head.unfinishedSince, id]]
}

// The expiry moves with every turn, its key does not: who forgets looks at the document and moves the key
// then.
function expiryKey({ id, expireAt }: Conversation): IndexKey {
  return ['conversation.expire', expireAt, id]
}

function moveKeys(db: EmbeddedDatabase, before: readonly IndexKey[], after: readonly IndexKey[]): void {
  for (const key of before) db.index.remove(key)
  for (const key of after) db.index.add(key)
}

function remove(db: EmbeddedDatabase, conversation: Conversation): void {
  db.conversations.removeSync(conversation.id)
  moveKeys(db, keysOf(conversation.id, toHead(conversation)), [])
}

/** Moves the conversations inside a transaction; the ids it wrote. */
function rehome(
  db: EmbeddedDatabase,
  move: { readonly fromContactId: string; readonly toContactId: string; readonly random: Random },
): readonly string[] {
  const changed: string[] = []
  const prefix = `${move.fromContactId}:`
  const found = Array.from(db.conversations.getRange({ start: prefix, end: `${prefix}\uffff` }))
  for (const { value: old } of found) {
    const id = conversationId(move.toContactId, old.channel, old.sender)
    const existing = db.conversations.get(id)
    const next = existing ? absorbed(old, existing) : recreatedFor(move.toContactId, old, newId(move.random))
    remove(db, old)
    db.conversations.putSync(id, next, next.rev)
    moveKeys(db, existing ? keysOf(id, toHead(existing)) : [], keysOf(id, toHead(next)))
    if (!existing) db.index.add(expiryKey(next))
    changed.push(old.id, id)
  }
  const contact = db.contacts.get(move.toContactId)
  if (contact?.joining) db.contacts.putSync(contact.id, withoutJoining(contact, move.fromContactId))
  return changed
}
