import { deferralOf, isDeferred, longerDeferral } from '../../../../src/blood/donors/eligibility/deferral'
import type { Told } from '../../../../src/blood/donors/eligibility/next-eligible-date'

const TODAY = '2026-11-24'

function deferral(...told: readonly Told[]) {
  const donations = [{ kind: 'whole_blood', on: '2026-11-01' }] as const
  return deferralOf({ sex: 'male', age: 30, weight: 60, donations, told }, TODAY)
}

describe('deferralOf', () => {
  it('keeps a day and a class, never the rule', () => {
    expect(deferral({ rule: 'tooth_out', on: '2026-11-01' })).toEqual({ class: 'wait', until: '2027-05-03' })
    expect(deferral({ rule: 'tooth_out', on: '2026-11-01' })).toEqual(
      deferral({ rule: 'dental_operation', on: '2026-11-01' }),
    )
  })

  it('keeps the day to ask again of what has no known end', () => {
    expect(deferral({ rule: 'unwell' })).toEqual({ class: 'until_well', until: '2026-12-01' })
  })

  it('keeps what is for good only as "do not ask"', () => {
    expect(deferral({ rule: 'insulin' }, { rule: 'unwell' })).toEqual({ class: 'do_not_ask' })
  })

  it('keeps nothing of rest after a donation, of fasting, or of what only one kind of donation minds', () => {
    expect(deferral()).toBeUndefined()
    expect(deferral({ rule: 'fasting' })).toBeUndefined()
    expect(deferral({ rule: 'aspirin', on: TODAY })).toBeUndefined()
  })
})

describe('longerDeferral', () => {
  const short = { class: 'wait', until: '2026-12-01' } as const
  const long = { class: 'until_well', until: '2027-01-01' } as const
  const always = { class: 'do_not_ask' } as const

  it.each([
    [undefined, undefined, undefined],
    [short, undefined, short],
    [undefined, long, long],
    [short, long, long],
    [long, short, long],
    [always, long, always],
    [long, always, always],
  ])('of %j and %j is %j', (a, b, longer) => {
    expect(longerDeferral(a, b)).toEqual(longer)
  })
})

describe('isDeferred', () => {
  it.each([
    [undefined, false],
    [{ class: 'wait', until: '2026-11-25' }, true],
    [{ class: 'wait', until: '2026-11-24' }, false],
    [{ class: 'do_not_ask' }, true],
  ] as const)('with %j: %s', (stored, deferred) => {
    expect(isDeferred(stored, TODAY)).toBe(deferred)
  })
})
