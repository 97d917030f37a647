import {
  askedBefore,
  historyOf,
  segmentCounts,
  showedAndPassed,
} from '../../../src/blood/alerts/alert-records'
import { anAlert } from '../../support/records'
import { aPledge, DAY, HOUR, NOON, places, TIME_ZONE } from './support/records'

function said(answer: 'yes' | 'no' | 'later', at: number) {
  return { at, answer: { said: answer, at } }
}

describe('askedBefore', () => {
  it('knows nothing of who was never asked', () => {
    expect(askedBefore([], NOON)).toEqual({ lately: [], alerts: 0, yes: 0, silentInARow: 0 })
  })

  it('counts alerts of the last 30 days, answers, and silence since the last answer', () => {
    const alerts = [
      anAlert(said('yes', NOON - 40 * DAY)),
      anAlert({ at: NOON - 20 * DAY }),
      anAlert({ at: NOON - 10 * DAY }),
    ]
    expect(askedBefore(alerts, NOON)).toEqual({
      lately: [NOON - 10 * DAY, NOON - 20 * DAY],
      lastAt: NOON - 10 * DAY,
      alerts: 3,
      yes: 1,
      silentInARow: 2,
    })
  })

  it('calls nobody silent whose answer may still come, and who answers is not', () => {
    expect(askedBefore([anAlert({ at: NOON - HOUR })], NOON)).toMatchObject({ alerts: 0, silentInARow: 0 })
    const alerts = [anAlert({ at: NOON - 9 * DAY }), anAlert(said('no', NOON - HOUR))]
    expect(askedBefore(alerts, NOON)).toMatchObject({ alerts: 2, yes: 0, silentInARow: 0 })
  })
})

describe('historyOf', () => {
  const learnt = { segments: { 'donor:whatsapp:day': { of: 4, yes: 2 } } }

  it('joins alerts, places and what was learnt', () => {
    const full = places({
      pledges: [aPledge(), aPledge({ donorId: 'd2', state: 'withdrawn' })],
      standby: ['d3', 'd4'].map((donorId) => aPledge({ donorId, state: 'stood_down' })),
    })
    const alerts = [
      anAlert({ contactId: 'd1', ...said('yes', NOON) }),
      anAlert({ contactId: 'd5', at: NOON }),
    ]
    expect(historyOf(alerts, full, { ...learnt, askedAgain: ['d3'] })).toEqual({
      alerts: [
        { donorId: 'd1', wave: 1, at: NOON, chance: 0.1, answered: true },
        { donorId: 'd5', wave: 1, at: NOON, chance: 0.1, answered: false },
      ],
      placesTaken: 1,
      places: full.places,
      standby: ['d4'],
      ...learnt,
    })
  })

  it('is empty where nobody was asked', () => {
    const nothing = { alerts: [], placesTaken: 0, places: 0, standby: [] }
    expect(historyOf([], undefined, { ...learnt, askedAgain: [] })).toEqual({ ...nothing, ...learnt })
  })
})

describe('segmentCounts', () => {
  it('counts by kind of donor, channel and part of the day what is settled', () => {
    const noon = NOON - 5 * DAY
    const alerts = [
      anAlert(said('yes', noon)),
      anAlert(said('no', noon)),
      anAlert({ at: noon }),
      anAlert({ at: NOON - HOUR }),
      anAlert({ ...said('yes', noon + 6 * HOUR), channel: 'sms' }),
      anAlert({ ...said('later', noon), step: 'bridge' }),
    ]
    expect(segmentCounts(alerts, NOON, TIME_ZONE)).toEqual({
      'donor:whatsapp:day': { of: 3, yes: 1 },
      'donor:sms:evening': { of: 1, yes: 1 },
      'bridge:whatsapp:day': { of: 1, yes: 0 },
    })
  })
})

describe('showedAndPassed', () => {
  it('counts who came to an end of their own, not who was stood down', () => {
    const states = ['donated', 'could_not_give', 'did_not_come', 'stood_down', 'released', 'pledged'] as const
    expect(showedAndPassed(states.map((state) => aPledge({ state })))).toEqual({ of: 3, yes: 1 })
  })
})
