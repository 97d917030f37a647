import type { Channel } from '../../base/channel'
import type { Instant } from '../../base/clock'
import type { Contact } from '../../contacts/contact'
import type { Donor } from '../donors/donor'
import { longerDeferral, type Deferral } from '../donors/eligibility/deferral'
import type { Alert } from './alert'
import type { AlertCandidate } from './alert-candidate'
import { askedBefore } from './alert-records'

/** What neither the donor's nor the contact's record says. */
export interface AboutDonor extends Pick<
  AlertCandidate,
  'onHold' | 'nightCalls' | 'bridgeOf' | 'relativeOf' | 'byHand' | 'pledged' | 'quietHours' | 'point'
> {
  /** Every alert to this donor. */
  readonly alerts: readonly Alert[]
}

/** The donor as the choice of whom to ask sees it. */
export function candidateOf(
  donor: Donor,
  contact: Pick<Contact, 'consents' | 'optOut'>,
  { now, about }: { readonly now: Instant; readonly about: AboutDonor },
): AlertCandidate {
  const { alerts, ...known } = about
  const { group, sex, birthYear, weight, available, lastDonation, restUntil, deferral } = donor
  // A known donation says more than the day it led to: platelets may be given sooner than whole blood.
  const rest: Deferral | undefined =
    restUntil === undefined || lastDonation !== undefined ? undefined : { class: 'wait', until: restUntil }
  const longer = longerDeferral(deferral, rest)
  return {
    ...known,
    donorId: donor.id,
    ...{ group, sex, birthYear, weight, available },
    channels: channelsOf(contact),
    optedOut: contact.optOut !== undefined,
    donations: lastDonation === undefined ? [] : [{ kind: 'whole_blood', on: lastDonation }],
    ...(longer && { deferral: longer }),
    asked: askedBefore(alerts, now),
  }
}

/** Channels with a yes to alerts; the one of the latest yes is used first. */
function channelsOf({ consents }: Pick<Contact, 'consents'>): readonly Channel[] {
  const agreed = consents.filter(({ purpose }) => purpose === 'alerts').sort((a, b) => b.at - a.at)
  return [...new Set(agreed.map(({ channel }) => channel))]
}
