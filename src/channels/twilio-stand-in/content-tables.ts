/** A field of a JSON body: its type, or the shape of each item of a list. */
export type FieldRule = 'string' | 'number' | 'boolean' | 'strings' | { readonly items: Shape }

export interface Shape {
  readonly required: readonly string[]
  readonly fields: Readonly<Record<string, FieldRule>>
  /** Words a field is limited to. */
  readonly words?: Readonly<Record<string, readonly string[]>>
}

const QUICK_REPLY: Shape = {
  required: ['title'],
  fields: { type: 'string', title: 'string', id: 'string' },
  words: { type: ['QUICK_REPLY'] },
}
const LIST_ITEM: Shape = {
  required: ['id', 'item'],
  fields: { id: 'string', item: 'string', description: 'string' },
}
const CALL_TO_ACTION: Shape = {
  required: ['type', 'title'],
  fields: { type: 'string', title: 'string', url: 'string', phone: 'string', code: 'string', id: 'string' },
  words: { type: ['URL', 'PHONE_NUMBER', 'COPY_CODE', 'VOICE_CALL', 'VOICE_CALL_REQUEST'] },
}

/** The content types the stand-in knows, as Twilio's OpenAPI description has them. */
export const CONTENT_TYPES: Readonly<Record<string, Shape>> = {
  'twilio/text': { required: ['body'], fields: { body: 'string' } },
  'twilio/media': { required: ['media'], fields: { body: 'string', media: 'strings' } },
  'twilio/location': {
    required: ['latitude', 'longitude'],
    fields: { latitude: 'number', longitude: 'number', label: 'string', id: 'string', address: 'string' },
  },
  'twilio/quick-reply': {
    required: ['body', 'actions'],
    fields: { body: 'string', actions: { items: QUICK_REPLY } },
  },
  'twilio/list-picker': {
    required: ['body', 'button', 'items'],
    fields: { body: 'string', button: 'string', items: { items: LIST_ITEM } },
  },
  'twilio/call-to-action': {
    required: ['body', 'actions'],
    fields: { body: 'string', actions: { items: CALL_TO_ACTION } },
  },
}

/** A limit that Twilio's pages state and its OpenAPI description does not: lengths of texts, counts of items. */
export interface ContentLimit {
  readonly field: string
  readonly max: number
}

export const CONTENT_LIMITS: Readonly<Record<string, readonly ContentLimit[]>> = {
  'twilio/text': [{ field: 'body', max: 1600 }],
  'twilio/media': [{ field: 'body', max: 1024 }],
  'twilio/quick-reply': [
    { field: 'body', max: 1024 },
    { field: 'actions', max: 10 },
    { field: 'actions.title', max: 20 },
    { field: 'actions.id', max: 200 },
  ],
  'twilio/list-picker': [
    { field: 'body', max: 1024 },
    { field: 'button', max: 20 },
    { field: 'items', max: 10 },
    { field: 'items.item', max: 24 },
    { field: 'items.description', max: 72 },
    { field: 'items.id', max: 200 },
  ],
  'twilio/call-to-action': [
    { field: 'body', max: 1024 },
    { field: 'actions', max: 3 },
  ],
}

/** Buttons of a quick reply that no approval covers. */
export const MAX_SESSION_BUTTONS = 3
