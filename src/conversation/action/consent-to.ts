import type { Consent, ConsentPurpose } from '../../contacts/contact'
import type { ActionContext } from './action'
import type { ActionDeps } from './deps'
import type { TodoWork } from './todos'

/**
 * The follow-up that keeps the yes of this turn, with the notice it was given to; `spokenTo` the coordinator who heard
 * it, `patientId` the child of a guardian.
 */
export function consentTo(
  purpose: ConsentPurpose,
  { contactId, channel, locale, now, sid }: ActionContext,
  {
    organisation,
    spokenTo,
    patientId,
  }: Pick<ActionDeps, 'organisation'> & { readonly spokenTo?: string; readonly patientId?: string },
): Extract<TodoWork, { readonly kind: 'consent' }> {
  const consent: Consent = {
    purpose,
    channel,
    noticeVersion: organisation.notice.version,
    locale,
    at: now,
    sid,
    ...(patientId !== undefined && { patientId }),
    ...(spokenTo !== undefined && { spokenTo }),
  }
  return { kind: 'consent', contactId, consent }
}
