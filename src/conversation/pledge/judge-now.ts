import type { CalendarDate, Instant } from '../../base/clock'
import { judgeYes, type YesJudged } from '../../blood/alerts/judge-yes'
import type { Donor } from '../../blood/donors/donor'
import { longerDeferral } from '../../blood/donors/eligibility/deferral'
import type { AskedRequest } from './asked-request'

/** A day after every other: nobody asks before. */
const NEVER: CalendarDate = '9999-12-31'

/** What a donor's yes is worth for the request as it is now: its own state first, then its places. */
export function judgeNow(
  donor: Donor,
  { request, places, mustGiveBy }: AskedRequest,
  at: {
    readonly now: Instant
    readonly timeZone: string
    /** When the donor can come, where that was said. */
    readonly cameWith?: Instant
    /** We asked this donor: where groups are given on a coordinator's word only, that is the word. */
    readonly asked: boolean
  },
): YesJudged {
  const over = closedBecause(request)
  if (over) return { answer: over }
  const { now, timeZone, cameWith, asked } = at
  const notBefore = restOf(donor)
  const yes = {
    donorId: donor.id,
    group: donor.group,
    ...(cameWith !== undefined && { cameWith }),
    ...(notBefore !== undefined && { notBefore }),
  }
  const { component, group } = request
  return judgeYes(yes, { component, group, mustGiveBy, onWord: asked, places }, { now, timeZone })
}

/** The request says it before its places do, which are closed as a follow-up. */
export function closedBecause({ state }: AskedRequest['request']): 'met' | 'closed' | undefined {
  if (state.status !== 'closed') return undefined
  return state.reason === 'met' || state.reason === 'met_from_stock' ? 'met' : 'closed'
}

function restOf({ deferral, restUntil }: Donor): CalendarDate | undefined {
  const rest = restUntil === undefined ? undefined : ({ class: 'wait', until: restUntil } as const)
  const longer = longerDeferral(deferral, rest)
  return longer?.class === 'do_not_ask' ? NEVER : longer?.until
}
