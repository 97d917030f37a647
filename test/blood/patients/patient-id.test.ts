import { patientIdOfCard, patientIdOfFamily, siblingNumber } from '../../../src/blood/patients/patient-id'
import { patientTitle } from '../../../src/blood/patients/patient-title'
import { aPatient } from '../../support/records'

const CHILD = { guardian: 'c1', initials: 'RK', birthYear: 2017, group: 'B+', sibling: 1 } as const

describe('the id of a patient', () => {
  it('follows from the card, whoever shows it', () => {
    expect(patientIdOfCard('TH1')).toBe(patientIdOfCard('TH1'))
    expect(patientIdOfCard('TH1')).not.toBe(patientIdOfCard('TH2'))
  })

  it.each([
    ['another family', { guardian: 'c2' }],
    ['other initials', { initials: 'SK' }],
    ['another year', { birthYear: 2018 }],
    ['another group', { group: 'B-' }],
    ['a twin', { sibling: 2 }],
  ] as const)('without a card differs for %s', (_who, other) => {
    expect(patientIdOfFamily({ ...CHILD, ...other })).not.toBe(patientIdOfFamily(CHILD))
  })

  it('counts those of the family who look the same', () => {
    const family = [
      aPatient({ initials: 'RK', birthYear: 2017 }),
      aPatient({ initials: 'RK', birthYear: 2018 }),
    ]
    expect(siblingNumber(family, { initials: 'RK', birthYear: 2017, group: 'B+' })).toBe(2)
    expect(siblingNumber(family, { initials: 'RK', group: 'B+' })).toBe(1)
    expect(siblingNumber([], CHILD)).toBe(1)
  })
})

describe('the title of a patient', () => {
  it.each([
    ['RK', 1, 'R.K., B+'],
    ['R', 1, 'R., B+'],
    ['RK', 2, 'R.K., B+ (2)'],
    ['रिकु', 1, 'रि.कु., B+'],
  ])('%s, child %i: %s', (initials, sibling, title) => {
    expect(patientTitle(aPatient({ initials, sibling }))).toBe(title)
  })
})
