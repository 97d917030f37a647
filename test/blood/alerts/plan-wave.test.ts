import type { AlertCandidate } from '../../../src/blood/alerts/alert-candidate'
import type { AlertHistory } from '../../../src/blood/alerts/alert-history'
import type { AlertNeed } from '../../../src/blood/alerts/alert-need'
import { USUAL_POLICY } from '../../../src/blood/alerts/alert-policy'
import { placesFor, planWave, type WavePlan } from '../../../src/blood/alerts/plan-wave'
import {
  aCandidate,
  aHistory,
  aNeed,
  aPastAlert,
  candidates,
  DAY,
  HOUR,
  MINUTE,
  NOON,
  northBy,
  TIME_ZONE,
} from './support/records'

function plan(
  donors: readonly AlertCandidate[],
  {
    need = {},
    history = {},
    now = NOON,
  }: { need?: Partial<AlertNeed>; history?: Partial<AlertHistory>; now?: number } = {},
): WavePlan {
  const policy = USUAL_POLICY
  return planWave(aNeed(need), donors, { history: aHistory(history), policy, now, timeZone: TIME_ZONE })
}

function chosen(planned: WavePlan): readonly string[] {
  if (planned.next !== 'wave') throw new Error(`no wave: ${JSON.stringify(planned)}`)
  return planned.choices.map(({ donorId }) => donorId)
}

function steps(planned: WavePlan): readonly string[] {
  return planned.next === 'wave' ? [...new Set(planned.choices.map(({ step }) => step))] : []
}

/** A wave of so many silent alerts at this time. */
function silentWave(count: number, at: number) {
  return Array.from({ length: count }, (_, nth) => aPastAlert({ donorId: `silent${nth}`, at }))
}

describe('planWave', () => {
  it('asks as many as make three yes likely, and no more', () => {
    expect(chosen(plan(candidates(500)))).toHaveLength(52)
  })

  it('asks fewer where people answer more often', () => {
    const segments = { 'donor:whatsapp:day': { of: 990, yes: 299 } } as const
    expect(chosen(plan(candidates(500), { history: { segments } }))).toHaveLength(16)
  })

  it('asks only for the places that are free', () => {
    expect(chosen(plan(candidates(500), { history: { placesTaken: 2 } }))).toHaveLength(22)
  })

  it('counts on answers that may still come', () => {
    const alerts = silentWave(30, NOON - 20 * MINUTE)
    const asked = chosen(plan(candidates(500), { history: { alerts } })).length
    expect(asked).toBeGreaterThan(20)
    expect(asked).toBeLessThan(52)
  })

  it('asks standing donors alone first, the longest rested before the others', () => {
    const bridge = ['2026-06-01', '2026-02-01', '2026-04-01'].map((on) =>
      aCandidate({ donorId: `gave ${on}`, bridgeOf: ['p1'], donations: [{ kind: 'whole_blood', on }] }),
    )
    expect(chosen(plan([...candidates(100), ...bridge]))).toEqual([
      'gave 2026-02-01',
      'gave 2026-04-01',
      'gave 2026-06-01',
    ])
  })

  it('asks standing donors and others together when time is short', () => {
    const donors = [...candidates(100), ...candidates(3, { bridgeOf: ['p1'] }, 'bridge')]
    const planned = plan(donors, { need: { mustGiveBy: '2026-11-24' } })
    expect(steps(planned)).toEqual(['bridge', 'near'])
    expect(planned).toHaveProperty('callList')
  })

  it('widens the circle only when the nearer ones do not suffice', () => {
    const far = candidates(100, { point: northBy(15) }, 'far')
    expect(steps(plan([...far, ...candidates(100)]))).toEqual(['near'])
    expect(steps(plan([...far, ...candidates(10)]))).toEqual(['near', 'city'])
  })

  it('asks other groups in a wave of their own, after the own group', () => {
    const others = candidates(100, { group: 'O+' }, 'o')
    expect(steps(plan([...others, ...candidates(10)]))).toEqual(['near'])
    expect(steps(plan(others, { history: { alerts: silentWave(10, NOON - 4 * HOUR) } }))).toEqual([
      'compatible_near',
    ])
  })

  it('keeps a record of why each was chosen and how many were not', () => {
    const tired = { lately: [NOON - DAY], lastAt: NOON - DAY, alerts: 1, yes: 0, silentInARow: 1 }
    const donors = [
      ...candidates(2),
      ...candidates(3, { optedOut: true }, 'stop'),
      aCandidate({ donorId: 'tired', asked: tired }),
      aCandidate({ donorId: 'far', point: northBy(60) }),
    ]
    const planned = plan(donors)
    expect(planned).toMatchObject({
      next: 'wave',
      wave: 1,
      passedOver: { opted_out: 3, asked_this_week: 1, too_far: 1 },
    })
    expect(planned.next === 'wave' && planned.choices[0]).toEqual({
      donorId: expect.stringMatching(/^d[01]$/) as string,
      channel: 'whatsapp',
      step: 'near',
      fit: 'identical',
      km: 2,
      chance: 0.1,
      score: 0.7,
      parts: { near: 0.714, answers: 0.2, fair: 1, rested: 1 },
    })
  })

  it('puts who was never asked before who was asked, and the silent last', () => {
    const askedBefore = { lately: [], lastAt: NOON - 40 * DAY, alerts: 1, yes: 0, silentInARow: 0 }
    const silent = { ...askedBefore, alerts: 2, silentInARow: 2 }
    const donors = [
      aCandidate({ donorId: 'silent', asked: silent }),
      aCandidate({ donorId: 'asked', asked: askedBefore }),
      aCandidate({ donorId: 'never' }),
    ]
    expect(chosen(plan(donors))).toEqual(['never', 'asked', 'silent'])
  })

  it('draws lots between equals for each request anew', () => {
    const donors = candidates(200)
    const first = chosen(plan(donors))
    expect(chosen(plan([...donors].reverse()))).toEqual(first)
    expect(chosen(plan(donors, { need: { requestId: 'r2' } }))).not.toEqual(first)
  })

  it('asks nobody twice', () => {
    const alerts = silentWave(1, NOON - 4 * HOUR).map((alert) => ({ ...alert, donorId: 'd0' }))
    expect(chosen(plan(candidates(20), { history: { alerts } }))).not.toContain('d0')
  })

  it.each<[string, Partial<AlertNeed>, Partial<AlertHistory>, object]>([
    ['closed', { closed: true }, {}, { next: 'stop', why: 'closed' }],
    ['met', { unitsLeft: 0 }, {}, { next: 'stop', why: 'met' }],
    ['pledged for', {}, { placesTaken: 3 }, { next: 'stop', why: 'enough' }],
    [
      'free again, with people on standby',
      {},
      { placesTaken: 1, standby: ['s1', 's2', 's3'] },
      { next: 'ask_standby', donorIds: ['s1', 's2'] },
    ],
    ['for antibodies', { byHand: true }, {}, { next: 'person', why: 'by_hand', callList: [] }],
    ['too late', { mustGiveBy: '2026-11-23' }, {}, { next: 'person', why: 'too_late' }],
  ])('when the request is %s', (...row) => {
    const [, need, history, expected] = row
    expect(plan(candidates(9), { need, history })).toMatchObject(expected)
  })

  it('learns the reserve from who came', () => {
    const need = aNeed({ unitsLeft: 1 })
    expect(placesFor(need, { showAndPass: { of: 0, yes: 0 } })).toBe(3)
    expect(placesFor(need, { showAndPass: { of: 80, yes: 80 } })).toBe(1)
  })

  it('asks until the places that were opened are taken', () => {
    expect(plan([], { history: { placesTaken: 2, places: 2 } })).toEqual({ next: 'stop', why: 'enough' })
    expect(plan([], { history: { placesTaken: 2, places: 3 } })).toMatchObject({ next: 'person' })
  })

  it('waits for the morning in quiet hours', () => {
    const night = NOON + 11 * HOUR
    const until = Date.UTC(2026, 10, 25, 2, 30)
    expect(plan(candidates(9), { now: night })).toMatchObject({ next: 'wait', until, why: 'quiet_hours' })
    expect(plan(candidates(9), { now: night, history: { standby: ['s1'] } })).toMatchObject({ next: 'wait' })
  })

  it('calls a person at night when the morning is too late', () => {
    const need = { mustGiveBy: '2026-11-24' }
    expect(plan(candidates(9), { now: NOON + 11 * HOUR, need })).toMatchObject({
      next: 'person',
      why: 'too_late',
    })
  })

  it('asks at night on a coordinator’s approval only who agreed to night calls', () => {
    const now = NOON + 11 * HOUR
    const need = { nightApproval: { by: 'coordinator', until: now + HOUR } }
    const donors = [...candidates(9), ...candidates(2, { nightCalls: true }, 'night')]
    expect([...chosen(plan(donors, { now, need }))].sort()).toEqual(['night0', 'night1'])
  })

  it('waits while the answers that are likely to come suffice', () => {
    const alerts = silentWave(60, NOON - 20 * MINUTE)
    expect(plan(candidates(9), { history: { alerts, placesTaken: 2 } })).toMatchObject({
      next: 'wait',
      why: 'answers_expected',
      until: NOON + 15 * MINUTE,
    })
  })

  it('lets a quarter of an hour pass between waves whatever the answers', () => {
    const alerts = silentWave(60, NOON - 5 * MINUTE).map((alert) => ({ ...alert, answered: true }))
    expect(plan(candidates(99), { history: { alerts } })).toMatchObject({ until: NOON + 10 * MINUTE })
  })

  it('gives a person five to call when nobody is left, the silent of this request among them', () => {
    const lately = [NOON - 4 * HOUR]
    const silent = candidates(8, { asked: { lately, alerts: 1, yes: 0, silentInARow: 1 } }, 'silent')
    const alerts = silentWave(8, NOON - 4 * HOUR).map((alert, nth) => ({ ...alert, answered: nth < 4 }))
    const planned = plan(silent, { history: { alerts } })
    expect(planned).toMatchObject({ next: 'person', why: 'nobody_left' })
    const called = planned.next === 'person' ? planned.callList.map(({ donorId }) => donorId) : []
    expect([...called].sort()).toEqual(['silent4', 'silent5', 'silent6', 'silent7'])
  })

  it('is plain JSON', () => {
    const planned = plan(candidates(3))
    expect(JSON.parse(JSON.stringify(planned))).toEqual(planned)
  })
})
