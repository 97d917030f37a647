import type { Express } from 'express'
import { dateAt } from './base/calendar'
import type { Logger } from './base/logger'
import type { Repeating } from './base/repeat'
import { seedCamps } from './blood/camps/seed-camps'
import type { StatusHandler } from './channels/twilio/webhooks'
import { faultLogger, openCommon, type Overrides } from './compose/common'
import { composeConversation, type Tasks } from './compose/conversation'
import { pagesOf } from './compose/pages'
import type { Provider } from './compose/provider'
import { approveAtStandIn } from './compose/stand-in-templates'
import { statusOf, webhooksOf } from './compose/webhooks'
import { startWorkers, workOf } from './compose/workers'
import type { Config } from './config/config'
import type { TurnPipeline } from './conversation/turn/pipeline'
import type { Stores } from './storage/stores'
import { createApp } from './web/app'

/** The composed program, not started yet. */
export interface Saathi {
  readonly app: Express
  readonly pipeline: TurnPipeline
  /** Hears what became of our messages. */
  readonly status: StatusHandler
  readonly stores: Stores
  readonly provider: Provider
  readonly logger: Logger
  /** Publishes flows, seeds what must be there, compares with the provider's list, and starts the workers. */
  start(): Promise<void>
  /** One run of every worker, for tests that own the clock. */
  work(): Promise<void>
  /** Compares with the provider's list, as after a start or a lost answer. */
  compare(): Promise<void>
  /** Hears messages whose webhook never reached us, when it is this process's turn. */
  listen(): Promise<void>
  /** Turns under way finish, workers stop, stores close. */
  close(): Promise<void>
}

/** Wires everything by hand, with `compose/`: only these know every folder. */
export async function compose(config: Config, overrides: Overrides = {}): Promise<Saathi> {
  const common = await openCommon(config, overrides)
  const { raw, stores, clock, logger, provider, spool } = common
  const tasks: Tasks = {
    kickTodos: () => undefined,
    kickFiles: () => undefined,
    kickOutbox: () => undefined,
    doubt: () => undefined,
  }
  const conversation = composeConversation(common, tasks)
  const { pipeline, handOver, misses } = conversation
  const status = statusOf(common)
  const work = workOf(common, { pipeline, handOver, misses })
  const app = createApp({
    webhooks: webhooksOf(common, { pipeline, status }),
    ...pagesOf(common),
    health: { ready: () => raw.ping().then(() => true) },
  })
  const workers: Repeating[] = []
  return {
    app,
    pipeline,
    status,
    stores,
    provider,
    logger,
    start: async () => {
      await conversation.publish()
      await approveAtStandIn(common)
      await seedCamps(stores.camps, {
        plans: config.organisation.camps,
        today: dateAt(clock.now(), config.timeZone),
      })
      workers.push(...startWorkers(common, { work, tasks }))
    },
    work: async () => {
      await work.sweep()
      await work.files()
      await work.todos()
      await work.jobs()
      // What a job leaves to do is done in the same round.
      await work.todos()
      await work.sendReplies()
      await work.sendStarted()
      await work.misses()
    },
    compare: () => work.compare(),
    listen: () => work.listen(),
    close: async () => {
      await pipeline.idle()
      await Promise.all(workers.map((worker) => worker.stop()))
      await misses.flush().catch((error: unknown) => faultLogger(logger)({ where: 'misses', error }))
      await spool.close()
      await raw.close()
    },
  }
}
