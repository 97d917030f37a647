import { DONATION_KINDS } from '../../blood/donors/eligibility/donation-kind'
import type { Figures } from '../../blood/figures/figures'
import type { Json } from '../turn/conversation'

/** Figures as texts show them, and under `was` what there is to say. */
export function shownFigures(figures: Figures): { readonly [name: string]: Json } {
  const { period, area, units, donations, camps, requests, patientsHelped } = figures
  const { minutesToFirstYes } = requests
  return {
    from: period.from,
    to: period.to,
    area: area === undefined ? null : { name: area },
    units: units.total,
    kinds: shownAmounts(DONATION_KINDS.map((kind) => [kind, units[kind]])),
    donations: donations.total,
    people: donations.people,
    who: shownAmounts([
      ['citizen', donations.citizen],
      ['police', donations.police],
    ]),
    first_time: donations.firstTime,
    returning: donations.returning,
    camps: camps.held,
    camp_units: camps.units,
    raised: requests.raised,
    met: requests.met + requests.metFromStock,
    from_stock: requests.metFromStock,
    open: requests.open,
    minutes: minutesToFirstYes ?? 0,
    helped: patientsHelped ?? 0,
    was: {
      given: donations.total > 0,
      in_area: area !== undefined,
      camps: camps.held > 0,
      requests: requests.raised > 0,
      first_yes: minutesToFirstYes !== undefined,
      helped: patientsHelped !== undefined,
    },
  }
}

/** Amounts of something, without those that are nothing: `{{given.kinds, amounts}}`. */
export function shownAmounts(amounts: readonly (readonly [string, number])[]): readonly Json[] {
  return amounts.filter(([, count]) => count > 0).map(([of, count]) => ({ of, count }))
}
