import type { Consent, ConsentPurpose } from '../../contacts/contact'
import type { ActionContext } from './action'
import type { ActionDeps } from './deps'
import type { TodoWork } from './todos'

/** The follow-up that keeps the yes of this turn, with the notice it was given to; `spokenTo` the coordinator who heard it. */
export function consentTo(
  purpose: ConsentPurpose,
  { contactId, channel, locale, now, sid }: ActionContext,
  { organisation, spokenTo }: Pick<ActionDeps, 'organisation'> & { readonly spokenTo?: string },
): TodoWork {
  const consent: Consent = {
    purpose,
    channel,
    noticeVersion: organisation.notice.version,
    locale,
    at: now,
    sid,
    ...(spokenTo !== undefined && { spokenTo }),
  }
  return { kind: 'consent', contactId, consent }
}
