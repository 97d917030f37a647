import type { DonationKind } from '../donors/eligibility/donation-kind'
import type { Component } from './blood-group'

/**
 * What donors are asked to give for a component, the usual kind first. Red cells come out of whole blood; so do platelets
 * and plasma at a centre that separates them, in smaller amounts.
 */
export const KINDS_FOR: { readonly [component in Component]: readonly [DonationKind, ...DonationKind[]] } = {
  packed_red_cells: ['whole_blood'],
  whole_blood: ['whole_blood'],
  platelets: ['platelet_apheresis', 'whole_blood'],
  plasma: ['plasma_apheresis', 'whole_blood'],
}
