import { addDays, instantOf } from '../../base/calendar'
import type { CalendarDate, Instant } from '../../base/clock'
import type { Pledge } from '../alerts/pledge'
import type { PlacesStore } from '../alerts/places-store'
import type { CampStore } from '../camps/camp-store'
import type { DonationStore, Period } from '../donations/donation-store'
import type { ImpactStore } from '../donations/impact'
import { townsAround, type KnownPlace } from '../organisation/service-area'
import type { BloodRequestStore } from '../requests/blood-request-store'
import { countFigures, type AskedFor } from './count-figures'
import type { Figures } from './figures'

/** What figures are made of. */
export interface FigureStores {
  readonly camps: Pick<CampStore, 'from'>
  readonly donations: Pick<DonationStore, 'between'>
  readonly impacts: Pick<ImpactStore, 'within'>
  readonly places: Pick<PlacesStore, 'get'>
  readonly requests: Pick<BloodRequestStore, 'raisedWithin'>
}

export interface FiguresAsk {
  readonly period: Period
  /** Name of a blood centre or a town, as the gazetteer has it; absent: everywhere. */
  readonly area?: string
  readonly today: CalendarDate
  readonly timeZone: string
  readonly findPlace: (name: string) => KnownPlace | undefined
}

const MOST_CAMPS = 10_000

/** The figures of a period and an area. Camps that are still to come are none. */
export async function figuresOf(ask: FiguresAsk, stores: FigureStores): Promise<Figures> {
  const { period, area, today } = ask
  const lies = inArea(ask)
  const camps = await stores.camps.from(period.from, MOST_CAMPS)
  const until = period.to < today ? period.to : today
  return countFigures({
    period,
    ...(area !== undefined && { area }),
    donations: (await stores.donations.between(period)).filter(({ bloodCentre }) => lies(bloodCentre)),
    camps: camps.filter(({ date, bloodCentre }) => date <= until && lies(bloodCentre)),
    requests: await askedWithin(ask, stores),
    // Patients who were helped live anywhere: their number is of the whole only.
    impacts: area === undefined ? await stores.impacts.within(period) : [],
  })
}

/** Whether a place is the area, or lies in it. */
function inArea({ area, findPlace }: FiguresAsk): (place: string) => boolean {
  return (place) => area === undefined || place === area || townsAround(place, findPlace).includes(area)
}

async function askedWithin(
  ask: FiguresAsk,
  { requests, places }: Pick<FigureStores, 'requests' | 'places'>,
): Promise<readonly AskedFor[]> {
  const { period, timeZone } = ask
  const lies = inArea(ask)
  const before = instantOf(addDays(period.to, 1), '00:00', timeZone)
  const raised = await requests.raisedWithin(instantOf(period.from, '00:00', timeZone), before)
  const here = raised.filter(({ hospital, bloodCentre }) =>
    lies(bloodCentre ?? ('name' in hospital ? hospital.name : '')),
  )
  const asked: AskedFor[] = []
  for (const request of here) {
    const of = await places.get(request.id)
    const firstYesAt = firstYes([...(of?.pledges ?? []), ...(of?.standby ?? [])])
    asked.push({ request, ...(firstYesAt !== undefined && { firstYesAt }) })
  }
  return asked
}

function firstYes(pledges: readonly Pledge[]): Instant | undefined {
  return pledges.map(({ saidYesAt }) => saidYesAt).sort((one, other) => one - other)[0]
}
