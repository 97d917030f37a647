import { waitNamed } from '../../../src/conversation/input/wait-named'

describe('waitNamed', () => {
  it.each([
    ['kal covid ka teeka laga', 'covid_vaccine'],
    ['कोविशील्ड की दूसरी डोज़', 'covid_vaccine'],
    ['titnes ka injection', 'vaccine_not_live'],
    ['flu shot', 'vaccine_not_live'],
    ['खसरे का टीका', 'vaccine_live'],
    ['MMR vaccine', 'vaccine_live'],
    ['kutte ne kaata tha, injection lage', 'rabies_vaccine_or_hepatitis_b_immunoglobulin'],
    ['rabies vaccine', 'rabies_vaccine_or_hepatitis_b_immunoglobulin'],
  ])('finds the vaccine in %j', (text, rule) => {
    expect(waitNamed(text, 'vaccine')).toBe(rule)
  })

  it.each([
    ['kal tattoo banwaya', 'tattoo_piercing_or_acupuncture'],
    ['टैटू बनवाया', 'tattoo_piercing_or_acupuncture'],
    ['daant nikalwaya', 'tooth_out'],
  ])('finds the procedure in %j', (text, rule) => {
    expect(waitNamed(text, 'procedure')).toBe(rule)
  })

  it.each([
    ['teeka laga hai', 'vaccine'],
    ['covid aur tetanus dono ka teeka', 'vaccine'],
    ['covid hua tha', 'procedure'],
    ['malaria hua tha', 'procedure'],
  ] as const)('names no rule for %j, asked as %s', (text, topic) => {
    expect(waitNamed(text, topic)).toBeUndefined()
  })
})
