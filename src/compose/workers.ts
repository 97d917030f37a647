import { HOUR, MINUTE, SECOND } from '../base/clock'
import { newId } from '../base/ids'
import { repeat, type Repeating } from '../base/repeat'
import { tellOfLostFile } from '../conversation/action/tell-of-lost-file'
import { workOffTodos } from '../conversation/action/todo-worker'
import { maskAadhaar } from '../conversation/input/mask-aadhaar'
import { Doubt } from '../conversation/turn/doubt'
import { hearUnheard, reconcile, type ReconcileDeps } from '../conversation/turn/reconcile'
import { sweep } from '../conversation/turn/sweep'
import { fetchFiles } from '../files/fetch-files'
import { dispatch, REPLIES, STARTED } from '../messaging/dispatcher'
import { resolveUnknown } from '../messaging/resolve-unknown'
import { actionDeps, faultLogger, type Common } from './common'
import type { Conversation, Tasks } from './conversation'
import { jobsOf, untilNextJob } from './jobs'
import { dispatcherDeps } from './messaging'

/** One run of each worker. */
export interface Work {
  readonly sweep: () => Promise<void>
  readonly todos: () => Promise<void>
  readonly files: () => Promise<void>
  /** What was to be done at a time that has come: waves of alerts, reminders. */
  readonly jobs: () => Promise<void>
  /** Answers that leave by REST. */
  readonly sendReplies: () => Promise<void>
  /** What we start ourselves. */
  readonly sendStarted: () => Promise<void>
  readonly resolve: () => Promise<void>
  readonly compare: () => Promise<void>
  /** Looks for messages whose webhook never reached us, unless another process did within five minutes. */
  readonly listen: () => Promise<void>
  /** Adds up what was not understood. */
  readonly misses: () => Promise<void>
  readonly forget: () => Promise<void>
}

/** So often one of all processes reads the provider's list, also when nothing here gives reason to. */
const LISTEN_EVERY = 5 * MINUTE

/** What goes on without anybody writing. */
export function workOf(
  common: Common,
  { pipeline, handOver, misses }: Pick<Conversation, 'pipeline' | 'handOver' | 'misses'>,
): Work {
  const { config, clock, random, logger, raw, stores, provider } = common
  const dispatcher = dispatcherDeps(common)
  const ours = Object.values(config.senders)
  const records: ReconcileDeps = {
    history: provider.history,
    conversations: stores.conversations,
    pipeline,
    media: provider.media,
    handOver,
    clock,
    maskText: maskAadhaar,
    isOurSender: (address) => ours.includes(address),
  }
  return {
    sweep: () => sweep({ pipeline, conversations: raw.conversations, clock, onFault: faultLogger(logger) }),
    todos: () =>
      workOffTodos({
        ...actionDeps(common),
        now: () => clock.now(),
        onFault: (error) => faultLogger(logger)({ where: 'todo', error }),
      }),
    files: () =>
      fetchFiles({
        files: stores.files,
        media: provider.media,
        clock,
        onLost: (file) => tellOfLostFile(file, clock.now(), actionDeps(common)),
        onFault: (error) => faultLogger(logger)({ where: 'files', error }),
      }),
    jobs: jobsOf(common),
    sendReplies: () => dispatch(dispatcher, REPLIES),
    sendStarted: () => dispatch(dispatcher, STARTED),
    resolve: () => resolveUnknown({ ...dispatcher, history: provider.history }),
    compare: () => reconcile(records),
    listen: async () => {
      const turn = { quota: 'listen', member: newId(random), windowMs: LISTEN_EVERY, limit: 1 }
      if (await raw.quotas.admit({ ...turn, now: clock.now() })) await hearUnheard(records)
    },
    misses: () => misses.flush(),
    forget: () => raw.forget(clock.now()).then(() => undefined),
  }
}

/** Starts the workers, at their own pace, and lets `tasks` wake them. The caller stops them. */
export function startWorkers(
  common: Common,
  { work, tasks }: { readonly work: Work; readonly tasks: Tasks },
): Repeating[] {
  const { clock, logger } = common
  const every = (
    ms: number | (() => Promise<number>),
    where: string,
    run: () => Promise<unknown>,
  ): Repeating => repeat({ ms, clock, onFault: (error) => faultLogger(logger)({ where, error }) }, run)
  // At the start everything may be doubtful: what the last run answered, and what Twilio could not deliver.
  const doubt = new Doubt(clock)
  doubt.raise()
  const compare = every(5 * SECOND, 'compare', () => doubt.settle(work.compare))
  const jobs = every(untilNextJob(common), 'jobs', work.jobs)
  // What follows an effect may be a job that is due at once.
  const todos = every(5 * SECOND, 'todos', () => work.todos().then(() => jobs.kick()))
  const files = every(5 * SECOND, 'files', work.files)
  // Apart, so that an answer never waits behind what we start.
  const replies = every(SECOND, 'send_replies', work.sendReplies)
  const started = every(SECOND, 'send_started', work.sendStarted)
  tasks.kickTodos = () => todos.kick()
  tasks.kickFiles = () => files.kick()
  tasks.kickOutbox = () => replies.kick()
  tasks.doubt = () => doubt.raise()
  return [
    compare,
    todos,
    files,
    jobs,
    replies,
    started,
    every(5 * SECOND, 'sweep', work.sweep),
    every(15 * SECOND, 'resolve', work.resolve),
    every(MINUTE, 'listen', work.listen),
    every(MINUTE, 'misses', work.misses),
    every(HOUR, 'forget', work.forget),
  ]
}
