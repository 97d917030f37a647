import { z } from 'zod'

const E164 = /^\+[1-9]\d{7,14}$/

const list = z
  .string()
  .transform((text) => text.split(',').map((item) => item.trim()))
  .transform((items) => items.filter((item) => item !== ''))

const phone = z
  .string()
  .transform((text) => text.trim().replace(/^whatsapp:/, ''))
  .refine((text) => E164.test(text), 'give one phone number with country code, such as +915120000000')

const phones = list.refine(
  (items) => items.every((item) => E164.test(item)),
  'give phone numbers with country code, separated by commas, such as +919800000001,+919800000002',
)

const url = z
  .string()
  .refine((text) => URL.canParse(text), 'give a full address, such as https://saathi.example.org')
  .transform((text) => text.replace(/\/+$/, ''))

const timeZone = z
  .string()
  .refine((zone) => isTimeZone(zone), 'give a time zone of the IANA list, such as Asia/Kolkata')

const count = z.coerce.number({ message: 'give a whole number' }).int().min(0)

const twilioId = (prefix: string): z.ZodString =>
  z.string().regex(new RegExp(`^${prefix}[0-9a-fA-F]{32}$`), `give the id that begins with ${prefix}`)

/** Every key the program reads from its environment; `.env.example` explains each. An empty value is no value. */
export const ENV = {
  PORT: z.coerce.number({ message: 'give a port number' }).int().min(0).max(65535).default(3978),
  DATA_DIR: z.string().default('./data'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'give an address that begins with mongodb:// or mongodb+srv://')
    .optional(),
  PUBLIC_URL: url.optional(),
  TWILIO_ACCOUNT_SID: twilioId('AC').optional(),
  TWILIO_AUTH_TOKEN: list.refine((tokens) => tokens.length > 0, 'give at least one token').optional(),
  TWILIO_API_KEY: twilioId('SK').optional(),
  TWILIO_API_SECRET: z.string().optional(),
  TWILIO_WHATSAPP_FROM: phone.optional(),
  TWILIO_SMS_FROM: phone.optional(),
  TWILIO_MESSAGING_SERVICE_SID: twilioId('MG').optional(),
  TWILIO_API_BASE_URL: url.optional(),
  COORDINATORS: phones.default(''),
  APP_SECRET: z.string().min(32, 'give at least 32 characters, made at random').optional(),
  DEFAULT_LOCALE: z.string().default('hi'),
  TIME_ZONE: timeZone.default('Asia/Kolkata'),
  SMS_NOTICE_ONLY: list
    .refine(
      (items) => items.every((item) => /^\+[1-9]\d{0,3}$/.test(item)),
      'give country codes, separated by commas, such as +91',
    )
    .default(''),
  WHATSAPP_PEOPLE_PER_DAY: count.default(250),
  BULK_PER_DAY: count.default(100),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
} as const

const schema = z.object(ENV)

type Given = { readonly [K in keyof typeof ENV]?: string }

/** What is missing because another key is there. */
const DEMANDS: readonly {
  readonly when: keyof typeof ENV
  readonly needs: keyof typeof ENV
  readonly why: string
}[] = [
  { when: 'MONGODB_URI', needs: 'APP_SECRET', why: 'every process must share the same one' },
  { when: 'TWILIO_API_KEY', needs: 'TWILIO_API_SECRET', why: 'the two belong together' },
  { when: 'TWILIO_ACCOUNT_SID', needs: 'TWILIO_AUTH_TOKEN', why: 'webhooks are signed with it' },
  { when: 'TWILIO_ACCOUNT_SID', needs: 'PUBLIC_URL', why: 'the address at which Twilio reaches this server' },
]

export type Env = z.infer<typeof schema>

/** The environment cannot be used. The message names every bad key and how to repair it. */
export class EnvError extends Error {
  override readonly name = 'EnvError'

  /** Each problem is `KEY: how to repair it`. */
  constructor(problems: readonly string[]) {
    const lines = problems.map((problem) => `  ${problem}\n`).join('')
    super(`The configuration cannot be used. Repair these keys (see .env.example):\n${lines}`)
  }
}

/**
 * Reads and checks the environment. Unset and empty keys take their defaults; keys not listed in `ENV` are ignored.
 * Throws an `EnvError` that names all bad keys at once.
 */
export function readEnv(raw: { readonly [key: string]: string | undefined }): Env {
  const given: Given = Object.fromEntries(
    Object.keys(ENV).flatMap((key) => (raw[key]?.trim() ? [[key, raw[key].trim()]] : [])),
  )
  const parsed = schema.safeParse(given)
  const problems = [
    ...(parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []),
    ...demanded(given),
  ]
  if (parsed.success && problems.length === 0) return parsed.data
  throw new EnvError(problems)
}

function demanded(given: Given): string[] {
  const missing = DEMANDS.filter(({ when, needs }) => given[when] && !given[needs]).map(
    ({ when, needs, why }) => `${needs}: is needed with ${when}: ${why}`,
  )
  if (given.TWILIO_ACCOUNT_SID && !given.TWILIO_WHATSAPP_FROM && !given.TWILIO_SMS_FROM)
    missing.push(
      'TWILIO_WHATSAPP_FROM: this or TWILIO_SMS_FROM is needed with TWILIO_ACCOUNT_SID: our own number',
    )
  return missing
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
