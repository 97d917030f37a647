import { join, resolve } from 'node:path'
import type { Address } from '../base/channel'
import type { Locale } from '../base/locale'
import type { Random } from '../base/random'
import type { Organisation } from '../blood/organisation/organisation'
import type { Env } from './env'
import { loadOrganisation } from './organisation'
import { localSecrets } from './secrets'

/** Where the project's own files are: flows, texts, organisation. */
export const PROJECT_ROOT = resolve(__dirname, '../..')
const ORGANISATION_FOLDER = join(PROJECT_ROOT, 'organisation')

/** Senders of the stand-in where no number was given: Twilio's own test numbers. */
const STAND_IN_WHATSAPP = '+14155238886'
const STAND_IN_SMS = '+15005550006'

export interface TwilioConfig {
  /** Nothing: no account; our own stand-in plays Twilio. */
  readonly accountSid?: string
  /** Newest first. */
  readonly authTokens: readonly string[]
  readonly apiKey?: { readonly sid: string; readonly secret: string }
  readonly messagingServiceSid?: string
  readonly apiBaseUrl?: string
}

/** Everything the program is told, checked and typed. */
export interface Config {
  readonly port: number
  readonly dataDir: string
  readonly mongodbUri?: string
  readonly publicUrl: string
  readonly twilio: TwilioConfig
  readonly senders: { readonly whatsapp?: Address; readonly sms?: Address }
  readonly coordinators: readonly Address[]
  readonly appSecret: string
  readonly defaultLocale: Locale
  readonly timeZone: string
  readonly smsNoticeOnly: readonly string[]
  /** How many people WhatsApp lets us open a conversation with in 24 hours. */
  readonly peoplePerDay: number
  /** How many messages to many leave in 24 hours. */
  readonly bulkPerDay: number
  readonly logLevel: Env['LOG_LEVEL']
  readonly organisation: Organisation
}

/**
 * The configuration out of a checked environment; makes local secrets where they are not given, and reads the
 * organisation's files unless who calls has read them.
 */
export function configOf(
  env: Env,
  random: Random,
  organisation: Organisation = loadOrganisation(ORGANISATION_FOLDER),
): Config {
  const given = env.APP_SECRET !== undefined && env.TWILIO_AUTH_TOKEN !== undefined
  const local = given ? undefined : localSecrets(env.DATA_DIR, random)
  return {
    port: env.PORT,
    dataDir: env.DATA_DIR,
    ...(env.MONGODB_URI !== undefined && { mongodbUri: env.MONGODB_URI }),
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    twilio: twilioOf(env, local?.authToken),
    senders: sendersOf(env),
    coordinators: env.COORDINATORS,
    appSecret: env.APP_SECRET ?? local?.appSecret ?? '',
    defaultLocale: env.DEFAULT_LOCALE,
    timeZone: env.TIME_ZONE,
    smsNoticeOnly: env.SMS_NOTICE_ONLY,
    peoplePerDay: env.WHATSAPP_PEOPLE_PER_DAY,
    bulkPerDay: env.BULK_PER_DAY,
    logLevel: env.LOG_LEVEL,
    organisation,
  }
}

function twilioOf(env: Env, localToken: string | undefined): TwilioConfig {
  const { TWILIO_API_KEY: sid, TWILIO_API_SECRET: secret } = env
  return {
    ...(env.TWILIO_ACCOUNT_SID !== undefined && { accountSid: env.TWILIO_ACCOUNT_SID }),
    authTokens: env.TWILIO_AUTH_TOKEN ?? (localToken === undefined ? [] : [localToken]),
    ...(sid !== undefined && secret !== undefined && { apiKey: { sid, secret } }),
    ...(env.TWILIO_MESSAGING_SERVICE_SID !== undefined && {
      messagingServiceSid: env.TWILIO_MESSAGING_SERVICE_SID,
    }),
    ...(env.TWILIO_API_BASE_URL !== undefined && { apiBaseUrl: env.TWILIO_API_BASE_URL }),
  }
}

function sendersOf(env: Env): Config['senders'] {
  if (env.TWILIO_ACCOUNT_SID === undefined) {
    return {
      whatsapp: env.TWILIO_WHATSAPP_FROM ?? STAND_IN_WHATSAPP,
      sms: env.TWILIO_SMS_FROM ?? STAND_IN_SMS,
    }
  }
  return {
    ...(env.TWILIO_WHATSAPP_FROM !== undefined && { whatsapp: env.TWILIO_WHATSAPP_FROM }),
    ...(env.TWILIO_SMS_FROM !== undefined && { sms: env.TWILIO_SMS_FROM }),
  }
}
