import type { Conversation } from '../../conversation/turn/conversation'

/**
 * A conversation as it is stored: what the database looks at, and all else as one JSON string. A string is
 * written with one serialisation, and what people type can never become a field name.
 */
export interface ConversationDocument {
  readonly _id: string
  readonly born: string
  readonly rev: number
  readonly contactId: string
  readonly lastInboundAt: number
  readonly unfinishedSince?: number
  readonly expireAt: Date
  readonly body: string
}

/** The conversation as it is stored. */
export function encodeConversation(conversation: Conversation): ConversationDocument {
  const { id, born, rev, contactId, lastInboundAt, unfinishedSince, expireAt, ...rest } = conversation
  return {
    _id: id,
    born,
    rev,
    contactId,
    lastInboundAt,
    ...(unfinishedSince !== undefined && { unfinishedSince }),
    expireAt: new Date(expireAt),
    body: JSON.stringify(rest),
  }
}

/** The conversation as it was written. */
export function decodeConversation(stored: ConversationDocument): Conversation {
  const { _id: id, expireAt, body, ...fields } = stored
  return {
    ...(JSON.parse(body) as Omit<Conversation, 'id' | 'expireAt' | keyof typeof fields>),
    ...fields,
    id,
    expireAt: expireAt.getTime(),
  }
}
