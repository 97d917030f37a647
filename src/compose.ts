import { join } from 'node:path'
import type { Express, Router } from 'express'
import { HOUR, SECOND, systemClock, type Clock } from './base/clock'
import { createLogger, errorFields, type Logger } from './base/logger'
import { systemRandom, type Random } from './base/random'
import { repeat, type Repeating } from './base/repeat'
import { dateAt } from './base/calendar'
import { shownOrganisation } from './blood/organisation/organisation'
import { seedCamps } from './blood/camps/seed-camps'
import { createStandIn, type StandIn } from './channels/twilio-stand-in/stand-in'
import { twilioHistory } from './channels/twilio/history'
import { twilioRestClient } from './channels/twilio/rest-client'
import { twilioSender } from './channels/twilio/sender'
import { MESSAGES_PATH, twilioWebhooks } from './channels/twilio/webhooks'
import { PROJECT_ROOT, type Config } from './config/config'
import { ContactCache } from './contacts/contact-cache'
import { callBlockedFamily } from './conversation/action/call-family'
import type { ActionDeps } from './conversation/action/deps'
import { actions } from './conversation/action/registry'
import { workOffTodos } from './conversation/action/todo-worker'
import { performEffects } from './conversation/bot/perform-effect'
import { SaathiBot } from './conversation/bot/saathi-bot'
import { Understanding } from './conversation/bot/understanding'
import { canRun } from './conversation/flow/can-run'
import { createFlowLibrary } from './conversation/flow/flow-library'
import { loadFlows } from './conversation/flow/load-flows'
import { maskAadhaar } from './conversation/input/mask-aadhaar'
import { createTexts } from './conversation/text/i18n-texts'
import { loadTexts } from './conversation/text/load-texts'
import type { Texts } from './conversation/text/texts'
import { HandOverReplies } from './conversation/turn/hand-over-replies'
import { Lanes } from './conversation/turn/lane'
import { TurnPipeline } from './conversation/turn/pipeline'
import { DOUBT_RESTS_FOR, reconcile } from './conversation/turn/reconcile'
import { sweep } from './conversation/turn/sweep'
import { dispatch, resolveUnknown, type DispatcherDeps } from './messaging/dispatcher'
import type { MessageHistory, Sender } from './messaging/sender'
import { openEmbedded } from './storage/embedded/open-embedded'
import { guardStores } from './storage/guard-stores'
import { openMongo } from './storage/mongo/open-mongo'
import { openSpool } from './storage/spool/lmdb-spool'
import type { Stores } from './storage/stores'
import type { Spool } from './conversation/turn/spool'
import { createApp } from './web/app'

/** Parts that tests and other set-ups bring along; what is missing is made as the configuration says. */
export interface Overrides {
  readonly clock?: Clock
  readonly random?: Random
  readonly logger?: Logger
  readonly stores?: Stores
  readonly spool?: Spool
  readonly provider?: Provider
}

/** Whoever carries messages: Twilio, or the stand-in. */
export interface Provider {
  readonly sender: Sender
  readonly history: MessageHistory
  /** Present where the stand-in plays Twilio. */
  readonly standIn?: StandIn
}

/** The composed program, not started yet. */
export interface Saathi {
  readonly app: Express
  readonly pipeline: TurnPipeline
  readonly stores: Stores
  readonly provider: Provider
  readonly logger: Logger
  /** Publishes flows, seeds what must be there, compares with the provider's list, and starts the workers. */
  start(): Promise<void>
  /** One run of every worker, for tests that own the clock. */
  work(): Promise<void>
  /** Turns under way finish, workers stop, stores close. */
  close(): Promise<void>
}

/** What most parts need. */
interface Common {
  readonly config: Config
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  /** As opened, and the same with failures told apart. */
  readonly raw: Stores
  readonly stores: Stores
  readonly spool: Spool
  readonly provider: Provider
}

/** Wires everything by hand; the only file that knows every folder. */
export async function compose(config: Config, overrides: Overrides = {}): Promise<Saathi> {
  const common = await openCommon(config, overrides)
  const { raw, stores, clock, logger, provider, spool } = common
  const tasks: Tasks = { kickTodos: () => undefined, kickOutbox: () => undefined, doubt: () => undefined }
  const conversation = composeConversation(common, tasks)
  const { pipeline, handOver } = conversation
  const work = workOf(common, { pipeline, handOver })
  const app = createApp({
    webhooks: webhooksOf(common, pipeline),
    health: { ready: () => raw.ping().then(() => true) },
  })
  const workers: Repeating[] = []
  return {
    app,
    pipeline,
    stores,
    provider,
    logger,
    start: async () => {
      await conversation.publish()
      await seedCamps(stores.camps, {
        plans: config.organisation.camps,
        today: dateAt(clock.now(), config.timeZone),
      })
      workers.push(...startWorkers(common, { work, tasks }))
    },
    work: async () => {
      await work.sweep()
      await work.todos()
      await work.send()
    },
    close: async () => {
      await pipeline.idle()
      await Promise.all(workers.map((worker) => worker.stop()))
      await spool.close()
      await raw.close()
    },
  }
}

async function openCommon(config: Config, overrides: Overrides): Promise<Common> {
  const clock = overrides.clock ?? systemClock
  const random = overrides.random ?? systemRandom
  const logger = overrides.logger ?? createLogger({ level: config.logLevel, secret: config.appSecret })
  const raw = overrides.stores ?? (await openStores(config, random))
  const spool = overrides.spool ?? (await openSpool(config.dataDir))
  const provider = overrides.provider ?? openProvider(config, { clock, random })
  return { config, clock, random, logger, raw, stores: guardStores(raw), spool, provider }
}

function openStores(config: Config, random: Random): Promise<Stores> {
  return config.mongodbUri === undefined
    ? openEmbedded({ dataDir: config.dataDir, random })
    : openMongo({ uri: config.mongodbUri, random })
}

/** An account id of the right form, for the stand-in that has none. */
const STAND_IN_ACCOUNT = `AC${'0'.repeat(32)}`

function openProvider(
  { twilio, senders, publicUrl }: Config,
  { clock, random }: { readonly clock: Clock; readonly random: Random },
): Provider {
  const { accountSid = STAND_IN_ACCOUNT, apiKey, apiBaseUrl, messagingServiceSid } = twilio
  const [authToken = ''] = twilio.authTokens
  const standIn =
    twilio.accountSid === undefined
      ? createStandIn({
          clock,
          random,
          accountSid,
          authToken,
          senders,
          webhookUrl: `${publicUrl}${MESSAGES_PATH}#rc=2&rp=ct,rt,5xx&rt=4500`,
          fallbackUrl: `${publicUrl}${MESSAGES_PATH}`,
        })
      : undefined
  const client = twilioRestClient({
    accountSid,
    credentials: apiKey
      ? { username: apiKey.sid, password: apiKey.secret }
      : { username: accountSid, password: authToken },
    ...(apiBaseUrl !== undefined && { apiBaseUrl }),
    ...(standIn && { httpClient: standIn.httpClient }),
  })
  return {
    sender: twilioSender(client, {
      publicUrl,
      ...(messagingServiceSid !== undefined && { messagingServiceSid }),
    }),
    history: twilioHistory(client),
    ...(standIn && { standIn }),
  }
}

/** What the conversation tells the workers. */
interface Tasks {
  kickTodos: () => void
  kickOutbox: () => void
  doubt: () => void
}

interface Conversation {
  readonly pipeline: TurnPipeline
  readonly handOver: HandOverReplies
  /** Makes the current flows known to the database. */
  publish(): Promise<void>
}

function composeConversation(common: Common, tasks: Tasks): Conversation {
  const { config, clock, random, raw, stores, spool, logger } = common
  const onFault = faultLogger(logger)
  const texts = createTexts({
    source: loadTexts(join(PROJECT_ROOT, 'locales')),
    clock,
    timeZone: config.timeZone,
  })
  const registered = actions(actionDeps(common, texts))
  const locales = Object.keys(loadTexts(join(PROJECT_ROOT, 'locales')))
  const flows = createFlowLibrary({
    flows: loadFlows(join(PROJECT_ROOT, 'flows')),
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
  const pipeline = new TurnPipeline({
    bot,
    perform: performEffects({
      actions: registered,
      defaultLocale: config.defaultLocale,
      onDone: () => tasks.kickTodos(),
    }),
    outbox: raw.outbox,
    clock,
    random,
    people: new ContactCache({
      contacts: raw.contacts,
      clock,
      random,
      repoint: (from, to) => raw.conversations.rehome(from, to),
    }),
    lanes: new Lanes({ conversations: raw.conversations, clock }),
    spool,
    handOver,
    onDoubt: () => tasks.doubt(),
    onFault,
  })
  return { pipeline, handOver, publish: () => flows.publish() }
}

function actionDeps({ config, stores }: Common, texts: Texts): ActionDeps {
  const { organisation, coordinators, senders, defaultLocale, timeZone } = config
  return { stores, texts, organisation, coordinators, senders, defaultLocale, timeZone }
}

function webhooksOf({ config, clock, logger, raw }: Common, pipeline: TurnPipeline): Router {
  return twilioWebhooks({
    publicUrl: config.publicUrl,
    authTokens: config.twilio.authTokens,
    ...(config.twilio.accountSid !== undefined && { accountSid: config.twilio.accountSid }),
    clock,
    maskText: maskAadhaar,
    inbound: pipeline,
    status: {
      handle: async (word) => {
        if (word.outboxId !== undefined) await raw.outbox.applyStatus(word.outboxId, word)
      },
    },
    log: (event) => {
      if (event.event === 'webhook_refused') {
        logger.warn(event.event, { path: event.path, status: event.status, reason: event.reason })
      } else {
        logger.error(event.event, { path: event.path, ...errorFields(event.error) })
      }
    },
  })
}

/** One run of each worker. */
interface Work {
  sweep(): Promise<void>
  todos(): Promise<void>
  send(): Promise<void>
  resolve(): Promise<void>
  compare(): Promise<void>
  forget(): Promise<void>
}

function workOf(
  common: Common,
  { pipeline, handOver }: { readonly pipeline: TurnPipeline; readonly handOver: HandOverReplies },
): Work {
  const { config, clock, logger, raw, stores, provider } = common
  const dispatcher: DispatcherDeps = {
    outbox: raw.outbox,
    contacts: raw.contacts,
    sender: provider.sender,
    history: provider.history,
    clock,
    onBlocked: (contactId) => callBlockedFamily(contactId, clock.now(), actionDeps(common, texts)),
    onSendError: ({ outboxId, error }) =>
      logger.warn('send_failed', { message: logger.person(outboxId), kind: error.kind, code: error.code }),
  }
  const ours = Object.values(config.senders)
  const texts = createTexts({
    source: loadTexts(join(PROJECT_ROOT, 'locales')),
    clock,
    timeZone: config.timeZone,
  })
  return {
    sweep: () => sweep({ pipeline, conversations: raw.conversations, clock }),
    todos: () =>
      workOffTodos({
        ...actionDeps(common, texts),
        now: () => clock.now(),
        onFault: (error) => faultLogger(logger)({ where: 'todo', error }),
      }),
    send: () => dispatch(dispatcher),
    resolve: () => resolveUnknown(dispatcher),
    compare: () =>
      reconcile({
        history: provider.history,
        conversations: stores.conversations,
        pipeline,
        handOver,
        clock,
        maskText: maskAadhaar,
        isOurSender: (address) => ours.includes(address),
      }),
    forget: () => raw.forget(clock.now()).then(() => undefined),
  }
}

function startWorkers(
  { clock, logger }: Common,
  { work, tasks }: { readonly work: Work; readonly tasks: Tasks },
): Repeating[] {
  const every = (ms: number, where: string, run: () => Promise<unknown>): Repeating =>
    repeat({ ms, clock, onFault: (error) => faultLogger(logger)({ where, error }) }, run)
  // At the start everything may be doubtful: what the last run answered, and what Twilio could not deliver.
  let doubted = true
  const compare = every(DOUBT_RESTS_FOR, 'compare', async () => {
    if (!doubted) return
    doubted = false
    await work.compare().catch((error: unknown) => {
      doubted = true
      throw error
    })
  })
  const todos = every(5 * SECOND, 'todos', work.todos)
  const outbox = every(SECOND, 'send', work.send)
  tasks.kickTodos = () => todos.kick()
  tasks.kickOutbox = () => outbox.kick()
  tasks.doubt = () => {
    doubted = true
  }
  return [
    compare,
    todos,
    outbox,
    every(5 * SECOND, 'sweep', work.sweep),
    every(15 * SECOND, 'resolve', work.resolve),
    every(HOUR, 'forget', work.forget),
  ]
}

function faultLogger(logger: Logger) {
  return ({ where, error }: { readonly where: string; readonly error: unknown }): void =>
    logger.error('fault', { where, ...errorFields(error) })
}
