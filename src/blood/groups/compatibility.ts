import { BLOOD_GROUPS, type BloodGroup, type Component } from './blood-group'

/** How well a donor's group fits a patient. `on_word`: only when a coordinator says so for this request. */
export type Fit = 'identical' | 'compatible' | 'on_word'

/** A group whose donors may be asked. */
export interface FittingGroup {
  readonly group: BloodGroup
  readonly fit: Fit
}

type Abo = 'O' | 'A' | 'B' | 'AB'
type GroupTable = { readonly [patient in BloodGroup]: readonly BloodGroup[] }

/**
 * Red cells: whose cells the patient's plasma attacks none of. Textbook and universally used; the cross-match at the
 * centre decides. Own group first, then own ABO group, then O last: it is what everybody can take.
 */
const RED_CELLS: GroupTable = {
  'O-': ['O-'],
  'O+': ['O+', 'O-'],
  'A-': ['A-', 'O-'],
  'A+': ['A+', 'A-', 'O+', 'O-'],
  'B-': ['B-', 'O-'],
  'B+': ['B+', 'B-', 'O+', 'O-'],
  'AB-': ['AB-', 'A-', 'B-', 'O-'],
  'AB+': ['AB+', 'AB-', 'A+', 'B+', 'O+', 'A-', 'B-', 'O-'],
}

/** Plasma: the reverse by ABO; the Rh sign does not matter for it. */
const PLASMA: { readonly [patient in Abo]: readonly Abo[] } = {
  O: ['O', 'A', 'B', 'AB'],
  A: ['A', 'AB'],
  B: ['B', 'AB'],
  AB: ['AB'],
}

/** Groups whose donors fit the patient, best first. */
export function fittingGroups(component: Component, patient: BloodGroup): readonly FittingGroup[] {
  const fits = BLOOD_GROUPS.map((group) => ({ group, fit: fitOf(component, group, patient) }))
  const known = fits.filter((one): one is FittingGroup => one.fit !== undefined)
  return known.sort((a, b) => rank(component, a, patient) - rank(component, b, patient))
}

/** How a donor's group fits the patient; nothing when it must not be given. */
export function fitOf(component: Component, donor: BloodGroup, patient: BloodGroup): Fit | undefined {
  if (donor === patient) return 'identical'
  if (!isCompatible(component, donor, patient)) return undefined
  // Rh-negative donors are few, and the only ones for Rh-negative patients.
  if (isNegative(donor) && !isNegative(patient)) return 'on_word'
  // Platelets carry some red cells and plasma: other than the same ABO and Rh is the medical officer's choice.
  return component === 'platelets' ? 'on_word' : 'compatible'
}

/** Whether donors of this group may be asked for the patient without anybody's word. */
export function canDonateTo(donor: BloodGroup, patient: BloodGroup, component: Component): boolean {
  const fit = fitOf(component, donor, patient)
  return fit === 'identical' || fit === 'compatible'
}

function isCompatible(component: Component, donor: BloodGroup, patient: BloodGroup): boolean {
  switch (component) {
    case 'packed_red_cells':
      return RED_CELLS[patient].includes(donor)
    case 'whole_blood':
      return donor === patient
    case 'plasma':
      return PLASMA[aboOf(patient)].includes(aboOf(donor))
    case 'platelets':
      return true
  }
}

const ORDER: readonly Fit[] = ['identical', 'compatible', 'on_word']

function rank(component: Component, { group, fit }: FittingGroup, patient: BloodGroup): number {
  const order =
    component === 'plasma'
      ? PLASMA[aboOf(patient)].indexOf(aboOf(group)) * 2 + (isNegative(group) === isNegative(patient) ? 0 : 1)
      : component === 'platelets'
        ? platelets(group, patient)
        : RED_CELLS[patient].indexOf(group)
  return ORDER.indexOf(fit) * BLOOD_GROUPS.length * 2 + order
}

/** The same ABO group before the same Rh sign before the rest. */
function platelets(group: BloodGroup, patient: BloodGroup): number {
  return (aboOf(group) === aboOf(patient) ? 0 : 2) + (isNegative(group) === isNegative(patient) ? 0 : 1)
}

function aboOf(group: BloodGroup): Abo {
  return group.slice(0, -1) as Abo
}

function isNegative(group: BloodGroup): boolean {
  return group.endsWith('-')
}
