import { BLOOD_GROUPS, type BloodGroup, type Component } from '../../../src/blood/groups/blood-group'
import { canDonateTo, fitOf, fittingGroups } from '../../../src/blood/groups/compatibility'

const ORDER: readonly BloodGroup[] = ['O-', 'O+', 'A-', 'A+', 'B-', 'B+', 'AB-', 'AB+']
const SIGNS = { identical: '=', compatible: '+', on_word: '?' } as const

/** One row a patient, one column a donor, in the order O- O+ A- A+ B- B+ AB- AB+. */
function grid(component: Component): readonly string[] {
  return ORDER.map((patient) => {
    const signs = ORDER.map((donor) => {
      const fit = fitOf(component, donor, patient)
      return fit ? SIGNS[fit] : '.'
    })
    return `${patient.padEnd(3)} ${signs.join(' ')}`
  })
}

describe('compatibility', () => {
  it('of red cells', () => {
    expect(grid('packed_red_cells')).toEqual([
      'O-  = . . . . . . .',
      'O+  ? = . . . . . .',
      'A-  + . = . . . . .',
      'A+  ? + ? = . . . .',
      'B-  + . . . = . . .',
      'B+  ? + . . ? = . .',
      'AB- + . + . + . = .',
      'AB+ ? + ? + ? + ? =',
    ])
  })

  it('of plasma', () => {
    expect(grid('plasma')).toEqual([
      'O-  = + + + + + + +',
      'O+  ? = ? + ? + ? +',
      'A-  . . = + . . + +',
      'A+  . . ? = . . ? +',
      'B-  . . . . = + + +',
      'B+  . . . . ? = ? +',
      'AB- . . . . . . = +',
      'AB+ . . . . . . ? =',
    ])
  })

  it('of whole blood is the own group only', () => {
    expect(grid('whole_blood').map((row) => row.slice(4).replace(/[ .]/g, ''))).toEqual(ORDER.map(() => '='))
  })

  it('of platelets beyond the own group is somebody else’s choice', () => {
    expect(grid('platelets')[5]).toBe('B+  ? ? ? ? ? = ? ?')
  })

  it('never asks an Rh-negative donor for an Rh-positive patient without a word', () => {
    const components: readonly Component[] = ['packed_red_cells', 'whole_blood', 'platelets', 'plasma']
    const asked = components.flatMap((component) =>
      ORDER.flatMap((donor) =>
        ORDER.filter((patient) => canDonateTo(donor, patient, component)).map((patient) => [donor, patient]),
      ),
    )
    expect(asked.filter(([donor, patient]) => donor?.endsWith('-') && patient?.endsWith('+'))).toEqual([])
  })
})

describe('fittingGroups', () => {
  it.each([
    ['packed_red_cells', 'B+', ['B+', 'O+', 'B-', 'O-']],
    ['packed_red_cells', 'B-', ['B-', 'O-']],
    ['packed_red_cells', 'AB+', ['AB+', 'A+', 'B+', 'O+', 'AB-', 'A-', 'B-', 'O-']],
    ['plasma', 'A-', ['A-', 'A+', 'AB-', 'AB+']],
    ['plasma', 'A+', ['A+', 'AB+', 'A-', 'AB-']],
    ['whole_blood', 'O+', ['O+']],
    ['platelets', 'B+', ['B+', 'B-', 'A+', 'AB+', 'O+', 'A-', 'AB-', 'O-']],
  ] as const)('for %s of %s, best first: %j', (component, patient, groups) => {
    expect(fittingGroups(component, patient).map(({ group }) => group)).toEqual(groups)
  })

  it('always has the own group first', () => {
    const first = BLOOD_GROUPS.map((group) => fittingGroups('packed_red_cells', group)[0])
    expect(first).toEqual(BLOOD_GROUPS.map((group) => ({ group, fit: 'identical' })))
  })
})
