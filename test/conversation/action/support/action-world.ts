import { resolve } from 'node:path'
import { loadOrganisation } from '../../../../src/config/organisation'
import type { ActionContext } from '../../../../src/conversation/action/action'
import type { ActionDeps } from '../../../../src/conversation/action/deps'
import { actions } from '../../../../src/conversation/action/registry'
import { workOffTodos } from '../../../../src/conversation/action/todo-worker'
import type { ActionResult } from '../../../../src/conversation/flow/walk'
import { createTexts } from '../../../../src/conversation/text/i18n-texts'
import { loadTexts } from '../../../../src/conversation/text/load-texts'
import { createFileLinks } from '../../../../src/files/file-links'
import { loadTemplates } from '../../../../src/messaging/templates/load-templates'
import type { OutboxRow } from '../../../../src/messaging/outbox-store'
import type { Stores } from '../../../../src/storage/stores'
import { certificateLinks } from '../../../support/certificates'

/** 2026-11-24 10:00 in Kanpur, a Tuesday. */
export const NOW = Date.UTC(2026, 10, 24, 4, 30)
export const SENDER = '+14155238886'
export const COORDINATOR = '+919800000001'
export const MOTHER = '+919811111111'
export const UNCLE = '+919822222222'
export const NEIGHBOUR = '+919844444444'

const ROOT = resolve(__dirname, '../../../..')
export const organisation = loadOrganisation(resolve(ROOT, 'organisation'))
const clock = { now: () => NOW, sleep: () => Promise.reject(new Error('nobody waits here')) }
const templates = loadTemplates(resolve(ROOT, 'locales'))
const texts = createTexts({ source: loadTexts(resolve(ROOT, 'locales')), clock, timeZone: 'Asia/Kolkata' })

/** Actions on real stores: people write, follow-ups are worked off, and what the outbox holds can be read. */
export interface ActionWorld {
  readonly deps: ActionDeps
  /** The contact id of somebody who wrote. */
  meet(phone: string): Promise<string>
  /** Performs an action as a turn of this person would; `key` names the turn. */
  act(phone: string, key: string, what: Act): Promise<ActionResult>
  /** Works off follow-ups; the errors of those that failed. */
  workOff(changed?: Partial<ActionDeps>): Promise<readonly unknown[]>
  /** Everything that was put into the outbox, in that order. */
  readonly rows: () => Promise<readonly OutboxRow[]>
}

export interface Act {
  readonly action: string
  readonly args?: { readonly [name: string]: unknown }
  readonly context?: Partial<ActionContext>
  /** The person hides the phone number. */
  readonly hidden?: true
}

export function actionWorld(stores: Stores, changed: Partial<ActionDeps> = {}): ActionWorld {
  const ids = new Set<string>()
  const deps: ActionDeps = {
    stores: { ...stores, outbox: noting(stores, ids) },
    texts,
    templates,
    organisation,
    coordinators: [COORDINATOR],
    senders: { whatsapp: SENDER },
    defaultLocale: 'hi',
    timeZone: 'Asia/Kolkata',
    fileLinks: createFileLinks({ publicUrl: 'https://saathi.example.org', secret: 's'.repeat(32) }),
    certificateLinks,
    ...changed,
  }
  const meet = async (phone: string): Promise<string> => {
    const { contact } = await stores.contacts.resolve({ phone }, `contact of ${phone}`, NOW)
    return contact.id
  }
  return {
    deps,
    meet,
    act: async (phone, key, { action, args = {}, context = {}, hidden }) => {
      const found = actions(deps).get(action)
      if (!found) throw new Error(`no action ${action}`)
      const turn = { ...(await turnOf(phone, key, meet)), ...context }
      return found.perform(found.args.parse(args), hidden ? withoutPhone(turn) : turn)
    },
    workOff: async (again = {}) => {
      const faults: unknown[] = []
      await workOffTodos({ ...deps, ...again, now: () => NOW, onFault: (error) => faults.push(error) })
      return faults
    },
    rows: async () => {
      const rows = await Promise.all([...ids].map((id) => stores.outbox.get(id)))
      return rows.filter((row) => row !== undefined)
    },
  }
}

/** The outbox, noting what ids were put into it. */
function noting({ outbox }: Stores, ids: Set<string>): Stores['outbox'] {
  return {
    ...outbox,
    enqueue: async (drafts, now) => {
      await outbox.enqueue(drafts, now)
      for (const { id } of drafts) ids.add(id)
    },
  }
}

async function turnOf(
  phone: string,
  key: string,
  meet: (phone: string) => Promise<string>,
): Promise<ActionContext> {
  const contactId = await meet(phone)
  return {
    key,
    sid: `SM-${key}`,
    now: NOW,
    contactId,
    conversationId: `${contactId}:whatsapp:${SENDER}`,
    channel: 'whatsapp',
    sender: SENDER,
    address: phone,
    phone,
    locale: 'hi',
    text: 'हाँ',
  }
}

function withoutPhone({ phone: _phone, ...turn }: ActionContext): ActionContext {
  return turn
}

/** A confirmed need, as the flow hands it over. */
export function aNeed(changed: { readonly [name: string]: unknown } = {}): Act {
  return {
    action: 'raise_request',
    args: {
      group: 'B+',
      component: 'packed_red_cells',
      units: 2,
      hospital: { name: 'LLR Hospital' },
      needed_by: '2026-11-26',
      contact: 'self',
      whose: 'relative',
      initials: 'RK',
      age: 9,
      condition: 'thalassemia',
      card: null,
      ...changed,
    },
  }
}

/** A photo, as the bot has it kept. */
export function aPhoto(): Act {
  const url = 'https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1'
  return { action: 'keep_files', args: { media: [{ url, contentType: 'image/jpeg' }] } }
}

/** A confirmed registration. */
export function aVolunteer(changed: { readonly [name: string]: unknown } = {}): Act {
  return {
    action: 'register_donor',
    args: {
      group: 'O-',
      age: 30,
      sex: 'male',
      weight: 65,
      pincode: '208002',
      category: 'police',
      last_donation: '2026-10-01',
      ...changed,
    },
  }
}

/** A text among the values of a result. */
export function textIn(result: ActionResult, name: string): string {
  const value = result.values?.[name]
  if (typeof value !== 'string') throw new Error(`no text ${name} in ${JSON.stringify(result)}`)
  return value
}
