import { DEFERRAL_RULES, deferralRule } from '../../../../src/blood/donors/eligibility/deferral-rules'
import {
  nextEligibleDate,
  reasonKey,
  type ScreeningAnswers,
} from '../../../../src/blood/donors/eligibility/next-eligible-date'
import { SOURCES } from '../../../../src/blood/donors/eligibility/sources'

const TODAY = '2026-11-24'

function answers(override: Partial<ScreeningAnswers> = {}): ScreeningAnswers {
  const donations = [{ kind: 'whole_blood', on: '2025-01-01' }] as const
  return { sex: 'male', age: 30, weight: 60, donations, told: [], ...override }
}

describe('nextEligibleDate', () => {
  it('lets somebody with nothing against it give today', () => {
    expect(nextEligibleDate(answers(), 'whole_blood', TODAY)).toEqual({
      when: 'date',
      date: TODAY,
      reasons: [],
    })
  })

  it.each([
    ['covid_vaccine', '2026-11-20', '2026-12-04'],
    ['vaccine_not_live', '2026-11-20', '2026-12-04'],
    ['vaccine_live', '2026-11-20', '2026-12-18'],
    ['serum', '2026-11-20', '2026-12-18'],
    ['rabies_vaccine_or_hepatitis_b_immunoglobulin', '2026-11-20', '2027-11-21'],
    ['antibiotics', '2026-11-23', '2026-12-07'],
    ['isotretinoin_or_finasteride', '2026-11-20', '2026-12-21'],
    ['dutasteride', '2026-11-20', '2027-05-22'],
    ['blood_pressure_medicine_changed', '2026-11-20', '2026-12-18'],
    ['tattoo_piercing_or_acupuncture', '2026-06-01', '2027-06-02'],
    ['surgery_major', '2026-06-01', '2027-06-02'],
    ['surgery_minor', '2026-06-01', '2026-12-01'],
    ['tooth_out', '2026-06-01', '2026-12-01'],
    ['transfusion_received', '2026-06-01', '2027-06-02'],
    ['malaria', '2026-11-01', '2027-02-01'],
    ['typhoid', '2026-11-01', '2027-11-02'],
    ['dengue_or_chikungunya', '2026-11-01', '2027-05-03'],
    ['zika', '2026-11-01', '2027-03-03'],
    ['tuberculosis', '2026-11-01', '2028-11-01'],
    ['covid', '2026-11-20', '2026-12-18'],
    ['hepatitis_a_or_e', '2026-11-01', '2027-11-02'],
    ['delivered', '2026-11-01', '2027-11-02'],
    ['abortion', '2026-11-01', '2027-05-03'],
    ['duty_within_24_hours', '2026-11-25', '2026-11-26'],
    ['night_duty_without_sleep', undefined, '2026-11-25'],
    ['came_to_india', '2026-01-01', '2029-01-01'],
  ] as const)('after %s (%s) names %s', (rule, on, date) => {
    const told = [on === undefined ? { rule } : { rule, on }]
    expect(nextEligibleDate(answers({ told }), 'whole_blood', TODAY)).toEqual({
      when: 'date',
      date,
      reasons: [{ rule, textKey: `eligibility.${rule}`, until: date }],
    })
  })

  it('counts from today where the day is not known', () => {
    const told = [{ rule: 'antibiotics' }] as const
    expect(nextEligibleDate(answers({ told }), 'whole_blood', TODAY)).toMatchObject({ date: '2026-12-08' })
  })

  it('lets somebody give on the very day the wait ends', () => {
    const told = [{ rule: 'covid_vaccine', on: '2026-11-10' }] as const
    expect(nextEligibleDate(answers({ told }), 'whole_blood', TODAY)).toMatchObject({
      date: TODAY,
      reasons: [],
    })
  })

  it('puts the reason that decides first', () => {
    const told = [
      { rule: 'antibiotics', on: '2026-11-20' },
      { rule: 'tooth_out', on: '2026-11-01' },
    ] as const
    const next = nextEligibleDate(answers({ told }), 'whole_blood', TODAY)
    expect(next.reasons.map(({ rule }) => rule)).toEqual(['tooth_out', 'antibiotics'])
    expect(next).toMatchObject({ when: 'date', date: '2027-05-03' })
  })

  it.each(['pregnant', 'breastfeeding', 'period', 'unwell', 'haemoglobin_low'] as const)(
    'knows no date while %s, and a day to ask again',
    (rule) => {
      const next = nextEligibleDate(answers({ told: [{ rule }] }), 'whole_blood', TODAY)
      expect(next.when).toBe('unknown')
      expect(next.when === 'unknown' && next.askAgainOn > TODAY).toBe(true)
    },
  )

  it.each(['insulin', 'epilepsy', 'hepatitis_b_c_or_unknown_jaundice', 'transplant_received'] as const)(
    'never asks again with %s, whatever else applies',
    (rule) => {
      const told = [{ rule: 'unwell' }, { rule: 'antibiotics' }, { rule }] as const
      const next = nextEligibleDate(answers({ told }), 'whole_blood', TODAY)
      expect(next.when).toBe('never')
      expect(next.reasons[0]?.rule).toBe(rule)
    },
  )

  it('asks who is fasting to come after a meal, today still', () => {
    const next = nextEligibleDate(answers({ told: [{ rule: 'fasting' }] }), 'whole_blood', TODAY)
    expect(next).toMatchObject({ when: 'later_today', reasons: [{ rule: 'fasting' }] })
  })

  it('minds aspirin for platelets only', () => {
    const told = [{ rule: 'aspirin', on: '2026-11-23' }] as const
    expect(nextEligibleDate(answers({ told }), 'whole_blood', TODAY)).toMatchObject({ date: TODAY })
    expect(nextEligibleDate(answers({ told }), 'platelet_apheresis', TODAY)).toMatchObject({
      date: '2026-11-26',
    })
  })

  it.each([
    [17, 'whole_blood', false, 'date'],
    [18, 'whole_blood', true, 'date'],
    [61, 'whole_blood', true, 'never'],
    [61, 'whole_blood', false, 'date'],
    [66, 'whole_blood', false, 'never'],
    [61, 'platelet_apheresis', false, 'never'],
  ] as const)('at %i for %s, first time %s: %s', (...row) => {
    const [age, kind, first, when] = row
    const donations = first ? [] : answers().donations
    const next = nextEligibleDate(answers({ age, donations }), kind, TODAY)
    expect(next.when).toBe(when)
    expect(next.reasons.length > 0).toBe(age === 17 || when === 'never')
  })

  it.each([
    [44.9, 'whole_blood', 'unknown'],
    [45, 'whole_blood', 'date'],
    [49, 'platelet_apheresis', 'unknown'],
    [50, 'platelet_apheresis', 'date'],
  ] as const)('at %d kg for %s: %s', (weight, kind, when) => {
    expect(nextEligibleDate(answers({ weight }), kind, TODAY).when).toBe(when)
  })

  it('rests after a donation as the kind asks', () => {
    const donations = [{ kind: 'whole_blood', on: '2026-11-01' }] as const
    const whole = nextEligibleDate(answers({ donations }), 'whole_blood', TODAY)
    expect(whole).toMatchObject({ date: '2027-01-30', reasons: [{ rule: 'rest' }] })
    const platelets = nextEligibleDate(answers({ donations }), 'platelet_apheresis', TODAY)
    expect(platelets).toMatchObject({ date: '2026-11-29' })
  })
})

describe('the deferral rules', () => {
  it('each have a key of their own and a source', () => {
    const ids = Object.keys(DEFERRAL_RULES) as (keyof typeof DEFERRAL_RULES)[]
    expect(new Set(ids.map(reasonKey)).size).toBe(ids.length)
    expect(ids.filter((id) => !(deferralRule(id).source.of in SOURCES))).toEqual([])
  })

  it('ask for a day exactly where a day is counted from', () => {
    const asksInVain = Object.entries(DEFERRAL_RULES).filter(
      ([, { wait, from }]) => from !== 'nothing' && !('days' in wait),
    )
    expect(asksInVain).toEqual([])
  })

  it('never ask about HIV', () => {
    expect(Object.keys(DEFERRAL_RULES).filter((id) => /hiv|sex|drug/.test(id))).toEqual([])
  })
})
