import { MINUTE, type Instant } from '../../base/clock'
import type { Camp } from '../camps/camp'
import type { Donation } from '../donations/donation'
import type { Period } from '../donations/donation-store'
import type { Impact } from '../donations/impact'
import { DONATION_KINDS } from '../donors/eligibility/donation-kind'
import type { BloodRequest, RequestState } from '../requests/blood-request'
import type { CampTurnOut, Figures } from './figures'

/** A request and when the first donor said yes to it. */
export interface AskedFor {
  readonly request: Pick<BloodRequest, 'state' | 'verifiedAt'>
  readonly firstYesAt?: Instant
}

/** Everything that happened in the period. */
export interface FigureFacts {
  readonly period: Period
  readonly area?: string
  readonly donations: readonly Donation[]
  readonly camps: readonly Camp[]
  readonly requests: readonly AskedFor[]
  readonly impacts: readonly Impact[]
}

/** The sums. Pure. */
export function countFigures(facts: FigureFacts): Figures {
  const { period, area, donations, requests, impacts } = facts
  const helped = patientsHelped(impacts)
  return {
    period,
    ...(area !== undefined && { area }),
    units: unitsByKind(donations),
    donations: donationsByDonor(donations),
    months: unitsByMonth(donations),
    camps: campFigures(facts),
    requests: requestFigures(requests),
    ...(helped !== undefined && { patientsHelped: helped }),
  }
}

function unitsOf(donations: readonly Donation[]): number {
  return donations.reduce((sum, { units }) => sum + units, 0)
}

function unitsByKind(donations: readonly Donation[]): Figures['units'] {
  const [whole_blood = 0, platelet_apheresis = 0, plasma_apheresis = 0] = DONATION_KINDS.map((kind) =>
    unitsOf(donations.filter((one) => one.kind === kind)),
  )
  return { total: unitsOf(donations), whole_blood, platelet_apheresis, plasma_apheresis }
}

function donationsByDonor(donations: readonly Donation[]): Figures['donations'] {
  const count = (of: (donation: Donation) => boolean): number => donations.filter(of).length
  return {
    total: donations.length,
    people: new Set(donations.map(({ donorId }) => donorId)).size,
    citizen: count(({ category }) => category === 'citizen'),
    police: count(({ category }) => category === 'police'),
    firstTime: count(({ firstTime }) => firstTime),
    returning: count(({ firstTime }) => !firstTime),
  }
}

function unitsByMonth(donations: readonly Donation[]): Figures['months'] {
  const months = [...new Set(donations.map(({ on }) => on.slice(0, 7)))].sort()
  return months.map((month) => ({
    month,
    units: unitsOf(donations.filter(({ on }) => on.startsWith(month))),
  }))
}

/** A camp that was taken out of the list since is still one at which blood was given. */
function campFigures({ camps, donations }: FigureFacts): Figures['camps'] {
  const given = donations.filter(({ campId }) => campId !== undefined)
  const ids = [...new Set([...camps.map(({ id }) => id), ...given.flatMap(({ campId = '' }) => [campId])])]
  const each = ids.map((id) => turnOut(id, { camps, given })).sort(byDay)
  return { held: each.length, donations: given.length, units: unitsOf(given), each }
}

function turnOut(
  id: string,
  { camps, given }: { readonly camps: readonly Camp[]; readonly given: readonly Donation[] },
): CampTurnOut {
  const camp = camps.find((one) => one.id === id)
  const here = given.filter(({ campId }) => campId === id)
  return {
    id,
    date: camp?.date ?? here[0]?.on ?? '',
    place: camp?.place['en'] ?? id,
    donations: here.length,
    units: unitsOf(here),
  }
}

function byDay(one: CampTurnOut, other: CampTurnOut): number {
  const [a, b] = [`${one.date} ${one.id}`, `${other.date} ${other.id}`]
  return a < b ? -1 : Number(a > b)
}

function requestFigures(asked: readonly AskedFor[]): Figures['requests'] {
  const count = (of: (state: RequestState) => boolean): number =>
    asked.filter(({ request }) => of(request.state)).length
  const [met, metFromStock] = (['met', 'met_from_stock'] as const).map((outcome) =>
    count((state) => state.status === 'closed' && state.reason === outcome),
  )
  const open = count(({ status }) => status !== 'closed')
  const minutes = median(asked.flatMap(minutesToFirstYes))
  return {
    raised: asked.length,
    met: met ?? 0,
    metFromStock: metFromStock ?? 0,
    open,
    endedOtherwise: asked.length - (met ?? 0) - (metFromStock ?? 0) - open,
    ...(minutes !== undefined && { minutesToFirstYes: minutes }),
  }
}

function minutesToFirstYes({ request: { verifiedAt }, firstYesAt }: AskedFor): readonly number[] {
  if (verifiedAt === undefined || firstYesAt === undefined) return []
  return [Math.max(0, Math.round((firstYesAt - verifiedAt) / MINUTE))]
}

function median(numbers: readonly number[]): number | undefined {
  const sorted = [...numbers].sort((one, other) => one - other)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}

/** What was entered for a longer period holds what was entered for its camps and parts: those are not added to it. */
function patientsHelped(impacts: readonly Impact[]): number | undefined {
  const own = impacts.filter((one) => !impacts.some((other) => other !== one && holds(other, one)))
  return own.length === 0 ? undefined : own.reduce((sum, { patients }) => sum + patients, 0)
}

function holds(outer: Impact, inner: Impact): boolean {
  const around = outer.from <= inner.from && inner.to <= outer.to
  return around && outer.campId === undefined && (inner.campId !== undefined || outer.id !== inner.id)
}
