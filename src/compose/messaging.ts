import { conversationId } from '../conversation/turn/conversation-store'
import type { FormDeps, LastInbound } from '../messaging/choose-form'
import type { DispatcherDeps } from '../messaging/dispatcher'
import { actionDeps, optOutDeps, type Common } from './common'
import { stillStands } from './still-stands'

/** What decides in which form a message leaves. */
export function formDeps({ config, raw, clock, templates }: Common): FormDeps {
  return {
    lastInbound: lastInboundOf(raw),
    templates,
    senders: config.senders,
    registeredSmsOnly: config.smsNoticeOnly,
    clock,
  }
}

/** What sends. */
export function dispatcherDeps(common: Common): DispatcherDeps {
  const { config, raw, provider, logger, clock } = common
  return {
    ...optOutDeps(common),
    ...formDeps(common),
    outbox: raw.outbox,
    sender: provider.sender,
    quotas: raw.quotas,
    rates: raw.rates,
    timeZone: config.timeZone,
    peoplePerDay: config.peoplePerDay,
    bulkPerDay: config.bulkPerDay,
    isRelevant: stillStands({ ...actionDeps(common), stores: raw }, clock),
    onSendError: ({ outboxId, error }) =>
      logger.warn('send_failed', { message: logger.person(outboxId), kind: error.kind, code: error.code }),
    onHeld: ({ outboxId, purpose, reason }) =>
      logger.warn('message_held', { message: logger.person(outboxId), purpose, reason }),
  }
}

/** The conversation knows; after two contacts were joined it is with the one that stays. */
function lastInboundOf({ contacts, conversations }: Common['raw']): LastInbound {
  return {
    lastInboundAt: async (contactId, channel, sender) => {
      const own = await conversations.load(conversationId(contactId, channel, sender))
      if (own) return own.lastInboundAt
      const stays = (await contacts.get(contactId))?.id ?? contactId
      return (await conversations.load(conversationId(stays, channel, sender)))?.lastInboundAt
    },
  }
}
