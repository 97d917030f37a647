import { shownOrganisation } from '../blood/organisation/organisation'
import { ContactCache } from '../contacts/contact-cache'
import { actions } from '../conversation/action/registry'
import { performEffects } from '../conversation/bot/perform-effect'
import { SaathiBot } from '../conversation/bot/saathi-bot'
import { Understanding } from '../conversation/bot/understanding'
import { canRun } from '../conversation/flow/can-run'
import { askedSource } from '../conversation/pledge/asked-source'
import { createFlowLibrary } from '../conversation/flow/flow-library'
import { MissCounter } from '../conversation/misses/miss-counter'
import { HandOverReplies } from '../conversation/turn/hand-over-replies'
import { Lanes } from '../conversation/turn/lane'
import { TurnPipeline } from '../conversation/turn/pipeline'
import { actionDeps, faultLogger, type Common } from './common'

/** What the conversation tells the workers. */
export interface Tasks {
  kickTodos: () => void
  kickFiles: () => void
  kickOutbox: () => void
  doubt: () => void
}

/** Everything that talks. */
export interface Conversation {
  readonly pipeline: TurnPipeline
  readonly handOver: HandOverReplies
  readonly misses: MissCounter
  /** Makes the current flows known to the database. */
  publish(): Promise<void>
}

/** Wires flows, texts, actions, bot and pipeline. */
export function composeConversation(common: Common, tasks: Tasks): Conversation {
  const { config, clock, random, raw, stores, spool, logger, texts, locales } = common
  const onFault = faultLogger(logger)
  const registered = actions(actionDeps(common))
  const flows = createFlowLibrary({
    flows: common.files.flows,
    published: stores.flows,
    runs: (flow) =>
      canRun(flow, {
        hasText: (key) => locales.every((locale) => texts.has(key, locale)),
        hasAction: (name) => registered.has(name),
      }),
  })
  const bot = new SaathiBot({
    flows,
    actions: registered,
    understanding: new Understanding({ texts, timeZone: config.timeZone }),
    texts,
    asked: askedSource(actionDeps(common)),
    coordinators: config.coordinators,
    defaultLocale: config.defaultLocale,
    smsNoticeOnly: config.smsNoticeOnly,
    organisation: (locale) => shownOrganisation(config.organisation, locale, config.senders.whatsapp),
  })
  const handOver = new HandOverReplies({
    outbox: raw.outbox,
    clock,
    onEnqueued: () => tasks.kickOutbox(),
    onFault,
  })
  const misses = new MissCounter({ misses: stores.misses, timeZone: config.timeZone })
  const pipeline = new TurnPipeline({
    bot,
    perform: performEffects({
      actions: registered,
      defaultLocale: config.defaultLocale,
      onDone: () => {
        tasks.kickTodos()
        tasks.kickFiles()
      },
    }),
    onMissed: (miss, at) => misses.note(miss, at),
    outbox: raw.outbox,
    clock,
    random,
    people: new ContactCache({
      contacts: raw.contacts,
      clock,
      random,
      repoint: (from, to) => raw.repoint(from, to),
    }),
    lanes: new Lanes({ conversations: raw.conversations, clock }),
    spool,
    handOver,
    onDoubt: () => tasks.doubt(),
    onFault,
  })
  return { pipeline, handOver, misses, publish: () => flows.publish() }
}
