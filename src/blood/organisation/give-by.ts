import type { CalendarDate } from '../../base/clock'
import type { BloodRequest } from '../requests/blood-request'
import { donorsMustGiveBy } from '../requests/donors-must-give-by'
import type { Organisation } from './organisation'

/** The last day on which a donation can still help this request, by what its blood centre needs. */
export function giveBy(
  request: Pick<BloodRequest, 'neededBy' | 'bloodCentre'>,
  { bloodCentres }: Pick<Organisation, 'bloodCentres'>,
): CalendarDate {
  return donorsMustGiveBy(
    request,
    bloodCentres.find(({ name }) => name === request.bloodCentre)?.processingDays,
  )
}
