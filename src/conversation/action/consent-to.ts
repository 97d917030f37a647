import type { Consent, ConsentPurpose } from '../../contacts/contact'
import type { ActionContext } from './action'
import type { ActionDeps } from './deps'
import type { TodoWork } from './todos'

/** The follow-up that keeps the yes of this turn, with the notice it was given to. */
export function consentTo(
  purpose: ConsentPurpose,
  { contactId, channel, locale, now, sid }: ActionContext,
  { organisation }: Pick<ActionDeps, 'organisation'>,
): TodoWork {
  const consent: Consent = {
    purpose,
    channel,
    noticeVersion: organisation.notice.version,
    locale,
    at: now,
    sid,
  }
  return { kind: 'consent', contactId, consent }
}
