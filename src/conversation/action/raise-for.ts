import { z } from 'zod'
import type { Contact } from '../../contacts/contact'
import { raiseRequest as storeRequest } from '../../blood/requests/raise-request'
import type { BloodRequest } from '../../blood/requests/blood-request'
import type { HandOver } from '../handover/hand-over'
import type { Action, ActionContext } from './action'
import type { ActionDeps } from './deps'
import { draftsToPerson } from './drafts-to-person'
import { findPlace } from './find-place'
import { followRequest } from './follow-request'
import { isCoordinator } from './is-coordinator'
import { recentFiles } from './recent-files'
import { shownRequest } from './shown-request'
import { needArguments, needOf } from './stated-need'
import { todosOf, type TodoWork } from './todos'

const args = needArguments.extend({ code: z.string() })

/**
 * A coordinator writes a need down for somebody who was handed over, whose yes was spoken: the request is theirs, and
 * they read what was written. The same as their own request otherwise.
 */
export function raiseFor(deps: ActionDeps): Action<z.infer<typeof args>> {
  const { stores, organisation } = deps
  return {
    name: 'raise_for',
    type: 'effect',
    args,
    reasons: ['too_many', 'unknown_code', 'not_coordinator'],
    perform: async ({ code, patient, ...need }, context) => {
      if (!isCoordinator(deps, context)) return { ok: false, reason: 'not_coordinator' }
      const handOver = await stores.handOvers.byCode(code)
      const family = handOver && (await stores.contacts.get(handOver.contactId))
      if (!handOver || !family) return { ok: false, reason: 'unknown_code' }
      const theirs = inTheirName(context, handOver, family)
      const files = await recentFiles(theirs, deps)
      const known = patient === 'other' ? null : patient
      const raised = await storeRequest(needOf({ ...need, patient: known }, theirs, deps), theirs, {
        ...stores,
        organisation,
        findPlace,
        followUps: (request, subject) => {
          const turn = { context: theirs, deps, files, asGuardian: false, spokenTo: context.contactId }
          return todosOf(context.key, [
            ...followRequest(request, subject, turn),
            tellFamily(request, handOver, { context, deps }),
          ])
        },
      })
      return raised.ok ? { ok: true, values: { code: raised.request.code } } : raised
    },
  }
}

function inTheirName(
  { key, sid, now, text }: ActionContext,
  { conversationId, channel, sender, address, locale }: HandOver,
  { id, phone }: Contact,
): ActionContext {
  const theirs = { key, sid, now, text, contactId: id, conversationId, channel, sender, address, locale }
  return { ...theirs, ...(phone !== undefined && { phone }) }
}

function tellFamily(
  request: BloodRequest,
  handOver: HandOver,
  turn: { readonly context: ActionContext; readonly deps: ActionDeps },
): TodoWork {
  const message = { text: 'request_for_you', values: shownRequest(request) }
  return { kind: 'send', drafts: draftsToPerson(handOver, { as: 'answer', message }, turn) }
}
