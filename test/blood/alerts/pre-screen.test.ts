import { preScreen, type PledgeAnswers } from '../../../src/blood/alerts/pre-screen'

const TODAY = '2026-11-24'

function screened(override: Partial<PledgeAnswers>) {
  const answers = { sex: 'male', age: 30, weight: 60, donations: [], told: [] } as const
  return preScreen({ ...answers, relative: false, rareBlood: false, ...override }, 'whole_blood', TODAY)
}

describe('preScreen', () => {
  it.each<[string, Partial<PledgeAnswers>, string]>([
    ['nothing against it', {}, 'may_give'],
    ['a relative of the child', { relative: true }, 'doctor'],
    ['the Bombay group', { rareBlood: true }, 'by_hand'],
    ['an empty stomach', { told: [{ rule: 'fasting' }] }, 'another_hour'],
    ['a tattoo', { told: [{ rule: 'tattoo_piercing_or_acupuncture', on: '2026-06-01' }] }, 'not_now'],
    ['duty tonight', { told: [{ rule: 'duty_within_24_hours', on: TODAY }] }, 'not_now'],
  ])('%s', (...row) => {
    const [, answers, outcome] = row
    expect(screened(answers).outcome).toBe(outcome)
  })

  it('keeps of a deferral only the day and the class', () => {
    const told = [{ rule: 'insulin' }] as const
    expect(screened({ told })).toMatchObject({ deferral: { class: 'do_not_ask' } })
    expect(screened({ told: [{ rule: 'covid_vaccine', on: '2026-11-20' }] })).toMatchObject({
      outcome: 'not_now',
      deferral: { class: 'wait', until: '2026-12-04' },
    })
  })

  it('keeps no deferral of rest: it follows from the donation', () => {
    const rested = screened({ donations: [{ kind: 'whole_blood', on: '2026-11-01' }] })
    expect(rested).toMatchObject({ outcome: 'not_now', next: { date: '2027-01-30' } })
    expect(rested).not.toHaveProperty('deferral')
  })

  it('says nothing about the health of a relative', () => {
    expect(screened({ relative: true, told: [{ rule: 'insulin' }] })).toEqual({ outcome: 'doctor' })
  })
})
