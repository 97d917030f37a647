import { z } from 'zod'
import { keyedId } from '../../base/keyed-id'
import { withFreeCode } from '../../base/with-free-code'
import { answerBy } from '../../blood/organisation/answer-by'
import type { HandOver } from '../handover/hand-over'
import type { Action, ActionContext } from './action'
import type { ActionDeps } from './deps'
import { recentFiles } from './recent-files'
import { todosOf, type Message } from './todos'

const REASONS = [
  'asked',
  'not_understood',
  'emergency',
  'minor',
  'guardian',
  'fraud',
  'bereaved',
  'outside_area',
  'voice',
  'slip',
] as const
/** What came says what it is about, not what was written. */
const WORDLESS: readonly (typeof REASONS)[number][] = ['voice', 'slip']

const args = z.object({
  reason: z.enum(REASONS),
  /** Another number to call than the writer's: an adult of the family. */
  phone: z.string().nullish(),
  /** The request it is about. */
  request: z.string().nullish(),
})

const EXCERPT_LENGTH = 500

/** Brings a person in: coordinators are told, with a code to answer by. The bot goes on listening. */
export function handOver(deps: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'hand_over',
    type: 'effect',
    args,
    reasons: ['nobody'],
    perform: async (given, context) => {
      const { organisation, timeZone, coordinators } = deps
      const { helpline } = organisation
      if (coordinators.length === 0) return { ok: false, reason: 'nobody', values: { helpline } }
      const about = await requestCode(given.request, context, deps)
      const files = await recentFiles(context, deps)
      const answer_by = answerBy(context.now, organisation.onCall, timeZone)
      const opened = await openHandOver(given.reason, context, {
        deps,
        message: (code, excerpt) => {
          const values = { code, reason: given.reason, answer_by }
          const message = WORDLESS.includes(given.reason)
            ? sentMessage(values, about)
            : wroteMessage(values, about, excerpt)
          return withPhone({ ...message, files }, numberToCall(given.phone, context))
        },
      })
      return { ok: true, values: { hand_over: opened.id, code: opened.code, answer_by, helpline } }
    },
  }
}

type Values = Message['values']

function wroteMessage(values: Values, about: string | undefined, excerpt: string): Message {
  const wrote = [about, excerpt].filter((part) => part !== undefined).join(': ')
  return { text: 'coordinator_hand_over', values: { ...values, excerpt: wrote } }
}

function sentMessage(values: Values, request: string | undefined): Message {
  return request === undefined
    ? { text: 'coordinator_sent', values, words: { request: 'coordinator_no_request' } }
    : { text: 'coordinator_sent', values: { ...values, request } }
}

function numberToCall(given: string | null | undefined, { phone }: ActionContext): string | undefined {
  return given == null || given === 'self' ? phone : given
}

/** The message with the number to call, or with words for a hidden one. */
export function withPhone(message: Message, phone: string | undefined): Message {
  return phone === undefined
    ? { ...message, words: { ...message.words, phone: 'coordinator_no_phone' } }
    : { ...message, values: { ...message.values, phone } }
}

/** Stores a hand-over under the turn's key, and with it what coordinators are told. */
export async function openHandOver(
  reason: HandOver['reason'],
  context: ActionContext,
  {
    deps,
    message,
  }: { readonly deps: ActionDeps; readonly message: (code: string, excerpt: string) => Message },
): Promise<HandOver> {
  const excerpt = [...context.text].slice(0, EXCERPT_LENGTH).join('')
  const { handOver } = await withFreeCode(context.key, (code) => {
    const told = { kind: 'coordinators', ...message(code, excerpt) } as const
    const wanted = {
      id: keyedId(context.key),
      code,
      contactId: context.contactId,
      conversationId: context.conversationId,
      channel: context.channel,
      sender: context.sender,
      address: context.address,
      locale: context.locale,
      reason,
      excerpt,
      at: context.now,
    }
    return deps.stores.handOvers.open(context.key, wanted, todosOf(context.key, [told]))
  })
  return handOver
}

async function requestCode(
  id: string | null | undefined,
  { contactId }: ActionContext,
  { stores }: ActionDeps,
): Promise<string | undefined> {
  const request = id == null ? undefined : await stores.requests.get(id)
  return request?.contactId === contactId ? request.code : undefined
}
