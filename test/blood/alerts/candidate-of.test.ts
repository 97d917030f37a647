import { candidateOf, type AboutDonor } from '../../../src/blood/alerts/candidate-of'
import type { Consent } from '../../../src/contacts/contact'
import { without } from '../../../src/storage/transitions/without'
import { aDonor, anAlert } from '../../support/records'
import { DAY, NOON, northBy } from './support/records'

const ABOUT: AboutDonor = {
  onHold: false,
  nightCalls: false,
  bridgeOf: ['p1'],
  relativeOf: [],
  byHand: false,
  pledged: false,
  point: northBy(2),
  alerts: [],
}

function consent(override: Partial<Consent>): Consent {
  const given = { noticeVersion: '2026-11', locale: 'hi', at: NOON, sid: 'SM1' }
  return { purpose: 'alerts', channel: 'whatsapp', ...given, ...override }
}

function candidate(
  donor = aDonor(),
  about = ABOUT,
  contact: Parameters<typeof candidateOf>[1] = { consents: [] },
) {
  return candidateOf(donor, contact, { now: NOON, about })
}

describe('candidateOf', () => {
  it('uses channels with a yes to alerts only, the latest yes first', () => {
    const consents = [
      consent({ at: NOON - DAY }),
      consent({ channel: 'sms', at: NOON }),
      consent({ at: NOON - 2 * DAY }),
    ]
    expect(candidate(aDonor(), ABOUT, { consents }).channels).toEqual(['sms', 'whatsapp'])
    const others = [consent({ purpose: 'news' }), consent({ purpose: 'request' })]
    expect(candidate(aDonor(), ABOUT, { consents: others }).channels).toEqual([])
  })

  it('minds STOP', () => {
    expect(candidate().optedOut).toBe(false)
    const optOut = { at: NOON, sid: 'SM1', channel: 'sms' } as const
    expect(candidate(aDonor(), ABOUT, { consents: [], optOut }).optedOut).toBe(true)
  })

  it('knows the last donation, which says more than the rest it led to', () => {
    const gave = aDonor({ lastDonation: '2026-11-01', restUntil: '2027-03-01' })
    expect(candidate(gave).donations).toEqual([{ kind: 'whole_blood', on: '2026-11-01' }])
    expect(candidate(gave).deferral).toBeUndefined()
  })

  it('keeps a rest whose donation is not known, or a longer deferral', () => {
    const resting = { ...without(aDonor(), 'lastDonation'), restUntil: '2026-12-01' }
    expect(candidate(resting).donations).toEqual([])
    expect(candidate(resting).deferral).toEqual({ class: 'wait', until: '2026-12-01' })
    const deferral = { class: 'until_well', until: '2027-01-01' } as const
    expect(candidate({ ...resting, deferral }).deferral).toEqual(deferral)
  })

  it('knows how the donor was asked before, and whose standing donor it is', () => {
    const about = { ...ABOUT, alerts: [anAlert({ at: NOON - 2 * DAY })] }
    expect(candidate(aDonor(), about)).toMatchObject({
      bridgeOf: ['p1'],
      asked: { lately: [NOON - 2 * DAY], silentInARow: 1 },
    })
  })
})
