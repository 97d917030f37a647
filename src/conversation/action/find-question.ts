import { z } from 'zod'
import { dateAt, daysBetween } from '../../base/calendar'
import type { CalendarDate } from '../../base/clock'
import type { Donor } from '../../blood/donors/donor'
import type { Organisation } from '../../blood/organisation/organisation'
import { questionAbout } from '../input/question-about'
import type { Action } from './action'
import type { ActionDeps } from './deps'

/** A fever so soon after a donation may concern whoever receives the blood: the centre must hear of it. */
const DAYS_THE_CENTRE_MUST_KNOW = 14

const args = z.object({})

/**
 * What the person's question is about, where one intent has several answers: `doctor` (treatment, a patient's haemoglobin),
 * `haemoglobin` (a donor's, or nobody says whose), `fever` after giving (`fever_centre` with a centre's confirmed phone);
 * otherwise whether it is about receiving or giving.
 */
export function findQuestion({ stores, organisation, timeZone }: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'find_question',
    type: 'look',
    args,
    reasons: ['fever', 'fever_centre', 'doctor', 'haemoglobin'],
    perform: async (_args, { text, locale, contactId, now }) => {
      const about = questionAbout(text, locale)
      if (about.fever) {
        const donor = await stores.donors.get(contactId)
        if (about.afterGiving || gaveLately(donor, dateAt(now, timeZone)))
          return feverAfterGiving(organisation)
      }
      const ofPatient = about.receiving && !about.giving
      if (about.treatment || (about.haemoglobin && ofPatient)) return { ok: false, reason: 'doctor' }
      if (about.haemoglobin) return { ok: false, reason: 'haemoglobin' }
      return { ok: true, values: { receiving: about.receiving, giving: about.giving } }
    },
  }
}

function gaveLately(donor: Donor | undefined, today: CalendarDate): boolean {
  return (
    donor?.lastDonation !== undefined && daysBetween(donor.lastDonation, today) <= DAYS_THE_CENTRE_MUST_KNOW
  )
}

function feverAfterGiving({ bloodCentres }: Organisation): Awaited<ReturnType<Action['perform']>> {
  const centres = bloodCentres.flatMap(({ name, phones }) =>
    phones.filter(({ confirmedOn }) => confirmedOn !== undefined).map(({ number }) => ({ name, number })),
  )
  const [centre] = centres
  if (!centre) return { ok: false, reason: 'fever' }
  return { ok: false, reason: 'fever_centre', values: { centre: centre.name, phone: centre.number } }
}
