/** How one parameter of Twilio's API may look; the words are those of its OpenAPI description. */
export interface ParameterRule {
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'array'
  readonly required?: true
  readonly format?: 'phone-number' | 'uri' | 'date-time'
  readonly pattern?: string
  readonly enum?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
}

export type ParameterTable = Readonly<Record<string, ParameterRule>>

/** One request of Twilio's API: where it goes and what it may say. JSON bodies (Content) have tables of their own. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly status: 200 | 201 | 204
  readonly query?: ParameterTable
  readonly form?: ParameterTable
}

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const whole = { type: 'integer' } as const
const date = { type: 'string', format: 'date-time' } as const
const phone = { type: 'string', format: 'phone-number' } as const
const sid = (prefix: string): ParameterRule => ({ type: 'string', pattern: `^${prefix}[0-9a-fA-F]{32}$` })
const choice = (...words: readonly string[]): ParameterRule => ({ type: 'string', enum: words })

const ACCOUNT = '/2010-04-01/Accounts/{AccountSid}'
const PAGING: ParameterTable = {
  PageSize: { type: 'integer', minimum: 1, maximum: 1000 },
  Page: { type: 'integer', minimum: 0 },
  PageToken: text,
}

/** What the SID after each part of a path looks like. */
export const PATH_SIDS: Readonly<Record<string, string>> = {
  Accounts: '^AC[0-9a-fA-F]{32}$',
  Messages: '^(SM|MM)[0-9a-fA-F]{32}$',
  Media: '^ME[0-9a-fA-F]{32}$',
  Content: '^HX[0-9a-fA-F]{32}$',
}

/** Every request the stand-in knows, by Twilio's own `operationId`. */
export const OPERATIONS = {
  CreateMessage: {
    method: 'POST',
    path: `${ACCOUNT}/Messages.json`,
    status: 201,
    form: {
      To: { ...phone, required: true },
      StatusCallback: { type: 'string', format: 'uri' },
      ApplicationSid: sid('AP'),
      MaxPrice: { type: 'number' },
      ProvideFeedback: flag,
      Attempt: whole,
      ValidityPeriod: whole,
      ForceDelivery: flag,
      ContentRetention: choice('retain', 'discard'),
      AddressRetention: choice('retain', 'obfuscate'),
      SmartEncoded: flag,
      PersistentAction: { type: 'array' },
      TrafficType: choice('free'),
      ShortenUrls: flag,
      ScheduleType: choice('fixed'),
      SendAt: date,
      SendAsMms: flag,
      ContentVariables: text,
      RiskCheck: choice('enable', 'disable'),
      From: phone,
      FallbackFrom: phone,
      MessagingServiceSid: sid('MG'),
      Body: text,
      MediaUrl: { type: 'array' },
      ContentSid: sid('HX'),
    },
  },
  ListMessage: {
    method: 'GET',
    path: `${ACCOUNT}/Messages.json`,
    status: 200,
    query: { To: phone, From: phone, DateSent: date, 'DateSent<': date, 'DateSent>': date, ...PAGING },
  },
  FetchMessage: { method: 'GET', path: `${ACCOUNT}/Messages/{Sid}.json`, status: 200 },
  UpdateMessage: {
    method: 'POST',
    path: `${ACCOUNT}/Messages/{Sid}.json`,
    status: 200,
    form: { Body: text, Status: choice('canceled') },
  },
  DeleteMessage: { method: 'DELETE', path: `${ACCOUNT}/Messages/{Sid}.json`, status: 204 },
  ListMedia: {
    method: 'GET',
    path: `${ACCOUNT}/Messages/{MessageSid}/Media.json`,
    status: 200,
    query: { DateCreated: date, 'DateCreated<': date, 'DateCreated>': date, ...PAGING },
  },
  FetchMedia: { method: 'GET', path: `${ACCOUNT}/Messages/{MessageSid}/Media/{Sid}.json`, status: 200 },
  DeleteMedia: { method: 'DELETE', path: `${ACCOUNT}/Messages/{MessageSid}/Media/{Sid}.json`, status: 204 },
  CreateContent: { method: 'POST', path: '/v1/Content', status: 201 },
  ListContent: { method: 'GET', path: '/v1/Content', status: 200, query: PAGING },
  ListContentAndApprovals: { method: 'GET', path: '/v1/ContentAndApprovals', status: 200, query: PAGING },
  UpdateContent: { method: 'PUT', path: '/v1/Content/{Sid}', status: 200 },
  FetchContent: { method: 'GET', path: '/v1/Content/{Sid}', status: 200 },
  DeleteContent: { method: 'DELETE', path: '/v1/Content/{Sid}', status: 204 },
  CreateApprovalCreate: {
    method: 'POST',
    path: '/v1/Content/{ContentSid}/ApprovalRequests/whatsapp',
    status: 201,
  },
  FetchApprovalFetch: { method: 'GET', path: '/v1/Content/{Sid}/ApprovalRequests', status: 200 },
} as const satisfies Readonly<Record<string, Operation>>

export type OperationId = keyof typeof OPERATIONS
