import type { Instant } from '../../base/clock'
import { keyedId } from '../../base/keyed-id'
import type { Choice } from '../../blood/alerts/choose-wave'
import type { BloodRequest } from '../../blood/requests/blood-request'
import type { ActionDeps } from '../action/deps'
import { tellFamilyAtOnce } from '../action/family-news'
import { tellCoordinators } from '../action/messages'
import type { Message } from '../action/todos'

/** Why a person has to go on: no message can do it, there is no time left for donors, or not much. */
export type WhyCall = 'nobody_left' | 'too_late' | 'soon'

interface Call {
  readonly why: WhyCall
  readonly callList: readonly Choice[]
  readonly now: Instant
  /** The last day for donations: for another day there is another call. */
  readonly mustGiveBy: string
  /** Fewer have agreed to come than there are units. */
  readonly tellsFamily: boolean
}

/**
 * Coordinators get the next donors to telephone, once for each reason and last day; numbers only, and nobody else sees
 * them. When nothing more happens by itself, the family hears who goes on. Repeatable.
 */
export async function callPerson(request: BloodRequest, call: Call, deps: ActionDeps): Promise<void> {
  const { why, now, tellsFamily } = call
  const about = `${why} ${request.id} ${call.mustGiveBy}`
  const message = await toCoordinators(request, call, deps)
  await tellCoordinators({ id: keyedId(`calls ${about}`), message, now }, deps)
  if (!tellsFamily || why === 'soon') return
  const news = { text: `family_${why}`, values: { code: request.code } }
  await tellFamilyAtOnce(request, { id: keyedId(`news ${about}`), message: news, now }, deps)
}

async function toCoordinators(
  { code, group }: BloodRequest,
  { why, callList, mustGiveBy }: Call,
  deps: ActionDeps,
): Promise<Message> {
  if (why === 'too_late') return { text: 'coordinator_too_late', values: { code } }
  const donors = await phonesOf(callList, deps)
  return {
    text: donors.length > 0 ? 'coordinator_calls' : 'coordinator_calls_nobody',
    values: { code, group, donors, give_by: mustGiveBy },
    words: { reason: `coordinator_calls_${why}` },
  }
}

/** Who hides the number cannot be called. */
async function phonesOf(callList: readonly Choice[], { stores }: ActionDeps): Promise<readonly string[]> {
  const contacts = await stores.contacts.many(callList.map(({ donorId }) => donorId))
  const phones = callList.map(({ donorId }) => contacts.find(({ id }) => id === donorId)?.phone)
  return phones.filter((phone) => phone !== undefined)
}
