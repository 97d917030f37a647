import { join } from 'node:path'
import { systemClock, type Clock } from '../base/clock'
import type { Locale } from '../base/locale'
import { createLogger, errorFields, type Logger } from '../base/logger'
import { systemRandom, type Random } from '../base/random'
import { PROJECT_ROOT, type Config } from '../config/config'
import type { ActionDeps } from '../conversation/action/deps'
import { createTexts } from '../conversation/text/i18n-texts'
import { loadTexts } from '../conversation/text/load-texts'
import type { Texts } from '../conversation/text/texts'
import type { Spool } from '../conversation/turn/spool'
import { openEmbedded } from '../storage/embedded/open-embedded'
import { guardStores } from '../storage/guard-stores'
import { openMongo } from '../storage/mongo/open-mongo'
import { openSpool } from '../storage/spool/lmdb-spool'
import type { Stores } from '../storage/stores'
import { openProvider, type Provider } from './provider'

/** Parts that tests and other set-ups bring along; what is missing is made as the configuration says. */
export interface Overrides {
  readonly clock?: Clock
  readonly random?: Random
  readonly logger?: Logger
  readonly stores?: Stores
  readonly spool?: Spool
  readonly provider?: Provider
}

/** What most parts need. */
export interface Common {
  readonly config: Config
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  /** As opened, and the same with failures told apart. */
  readonly raw: Stores
  readonly stores: Stores
  readonly spool: Spool
  readonly provider: Provider
  readonly texts: Texts
  readonly locales: readonly Locale[]
}

/** Opens what most parts need, or takes what `overrides` bring. Rejects when the storage cannot be opened. */
export async function openCommon(config: Config, overrides: Overrides): Promise<Common> {
  const clock = overrides.clock ?? systemClock
  const random = overrides.random ?? systemRandom
  const logger = overrides.logger ?? createLogger({ level: config.logLevel, secret: config.appSecret })
  const raw = overrides.stores ?? (await openStores(config, random))
  const spool = overrides.spool ?? (await openSpool(config.dataDir))
  const provider = overrides.provider ?? openProvider(config, { clock, random })
  const source = loadTexts(join(PROJECT_ROOT, 'locales'))
  return {
    config,
    clock,
    random,
    logger,
    raw,
    stores: guardStores(raw),
    spool,
    provider,
    texts: createTexts({ source, clock, timeZone: config.timeZone }),
    locales: Object.keys(source),
  }
}

function openStores(config: Config, random: Random): Promise<Stores> {
  return config.mongodbUri === undefined
    ? openEmbedded({ dataDir: config.dataDir, random })
    : openMongo({ uri: config.mongodbUri, random })
}

/** What actions and their follow-ups work with. */
export function actionDeps({ config, stores, texts }: Common): ActionDeps {
  const { organisation, coordinators, senders, defaultLocale, timeZone } = config
  return { stores, texts, organisation, coordinators, senders, defaultLocale, timeZone }
}

/** Logs a fault by its place and its error's class: never by its message, which may quote what people wrote. */
export function faultLogger(logger: Logger) {
  return ({ where, error }: { readonly where: string; readonly error: unknown }): void =>
    logger.error('fault', { where, ...errorFields(error) })
}
