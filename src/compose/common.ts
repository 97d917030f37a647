import { systemClock, type Clock } from '../base/clock'
import type { Locale } from '../base/locale'
import { createLogger, errorFields, type Logger } from '../base/logger'
import { systemRandom, type Random } from '../base/random'
import { createCertificateLinks, type CertificateLinks } from '../certificates/certificate-links'
import type { Config } from '../config/config'
import { EnvError } from '../config/env'
import { OrganisationError } from '../config/organisation'
import { callBlockedFamily } from '../conversation/action/call-family'
import type { ActionDeps } from '../conversation/action/deps'
import { createTexts } from '../conversation/text/i18n-texts'
import type { Texts } from '../conversation/text/texts'
import type { Spool } from '../conversation/turn/spool'
import { createFileLinks, type FileLinks } from '../files/file-links'
import type { OptOutDeps } from '../messaging/record-opt-out'
import { templateLibrary, type TemplateLibrary } from '../messaging/templates/template-library'
import { openEmbedded } from '../storage/embedded/open-embedded'
import { guardStores } from '../storage/guard-stores'
import { openMongo } from '../storage/mongo/open-mongo'
import { openSpool } from '../storage/spool/lmdb-spool'
import type { Stores } from '../storage/stores'
import { readProjectFiles, type ProjectFiles } from './project-files'
import { openProvider, type Provider } from './provider'

/** Parts that tests and other set-ups bring along; what is missing is made as the configuration says. */
export interface Overrides {
  readonly clock?: Clock
  readonly random?: Random
  readonly logger?: Logger
  readonly stores?: Stores
  readonly spool?: Spool
  readonly provider?: Provider
  /** Read once by who composes many times. */
  readonly files?: ProjectFiles
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
  readonly files: ProjectFiles
  readonly texts: Texts
  readonly templates: TemplateLibrary
  readonly locales: readonly Locale[]
}

/**
 * Opens what most parts need, or takes what `overrides` bring. Rejects when a file of ours or a key of the environment
 * cannot be used, or the storage cannot be opened.
 */
export async function openCommon(config: Config, overrides: Overrides): Promise<Common> {
  const files = overrides.files ?? readProjectFiles()
  const locales = Object.keys(files.texts)
  checkLocales(config, locales)
  const clock = overrides.clock ?? systemClock
  const random = overrides.random ?? systemRandom
  const logger = overrides.logger ?? createLogger({ level: config.logLevel, secret: config.appSecret })
  const raw = overrides.stores ?? (await openStores(config, random))
  const spool = overrides.spool ?? (await openSpool(config.dataDir))
  const provider = overrides.provider ?? openProvider(config, { clock, random })
  return {
    config,
    clock,
    random,
    logger,
    raw,
    stores: guardStores(raw),
    spool,
    provider,
    files,
    texts: createTexts({ source: files.texts, clock, timeZone: config.timeZone }),
    templates: templateLibrary({ files: files.templates, store: raw.templates, clock }),
    locales,
  }
}

/** Before anything is opened: the configuration itself knows no texts. */
function checkLocales({ defaultLocale, organisation }: Config, locales: readonly Locale[]): void {
  const unknown = organisation.certificate.languages.filter((one) => !locales.includes(one))
  if (unknown.length > 0)
    throw new OrganisationError([
      `organisation/certificate.yaml: languages: locales/ has no ${unknown.join(', ')}; add it there, or leave it out`,
    ])
  if (locales.includes(defaultLocale)) return
  throw new EnvError([`DEFAULT_LOCALE: give a language that has a folder in locales/: ${locales.join(', ')}`])
}

function openStores(config: Config, random: Random): Promise<Stores> {
  return config.mongodbUri === undefined
    ? openEmbedded({ dataDir: config.dataDir, random })
    : openMongo({ uri: config.mongodbUri, random })
}

/** What actions and their follow-ups work with. */
export function actionDeps({ config, stores, texts, files }: Common): ActionDeps {
  const { organisation, coordinators, senders, defaultLocale, timeZone } = config
  const fileLinks = fileLinksOf(config)
  const { templates } = files
  const certificateLinks = certificateLinksOf(config)
  return {
    stores,
    texts,
    templates,
    organisation,
    coordinators,
    senders,
    defaultLocale,
    timeZone,
    fileLinks,
    certificateLinks,
  }
}

/** What keeps that the provider delivers nothing to somebody any more. */
export function optOutDeps(common: Common): OptOutDeps {
  const { raw, clock } = common
  return {
    contacts: raw.contacts,
    clock,
    onBlocked: (contactId) => callBlockedFamily(contactId, clock.now(), actionDeps(common)),
  }
}

/** Links to what people sent, for coordinators. */
export function fileLinksOf({ publicUrl, appSecret }: Config): FileLinks {
  return createFileLinks({ publicUrl, secret: appSecret })
}

/** Numbers and addresses of certificates. */
export function certificateLinksOf({ publicUrl, appSecret }: Config): CertificateLinks {
  return createCertificateLinks({ publicUrl, secret: appSecret })
}

/** Logs a fault by its place and its error's class: never by its message, which may quote what people wrote. */
export function faultLogger(logger: Logger) {
  return ({ where, error }: { readonly where: string; readonly error: unknown }): void =>
    logger.error('fault', { where, ...errorFields(error) })
}
