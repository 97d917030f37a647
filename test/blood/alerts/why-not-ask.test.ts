import type { AlertCandidate } from '../../../src/blood/alerts/alert-candidate'
import type { AlertNeed } from '../../../src/blood/alerts/alert-need'
import { USUAL_POLICY } from '../../../src/blood/alerts/alert-policy'
import { choosingAt, whyNotAsk, type WhyNotAsked } from '../../../src/blood/alerts/why-not-ask'
import { aCandidate, aNeed, DAY, HOUR, NOON, TIME_ZONE } from './support/records'

function why(donor: Partial<AlertCandidate>, need: Partial<AlertNeed> = {}, now = NOON) {
  const choosing = choosingAt(now, TIME_ZONE, { need: aNeed(need), policy: USUAL_POLICY, asked: ['asked'] })
  return whyNotAsk(aCandidate(donor), choosing)
}

function askedAt(...lately: readonly number[]): Pick<AlertCandidate, 'asked'> {
  return { asked: { lately, alerts: lately.length, yes: 0, silentInARow: 0 } }
}

const NIGHT = NOON + 11 * HOUR
const APPROVED = { nightApproval: { by: 'coordinator', until: NIGHT + HOUR } }

describe('whyNotAsk', () => {
  it('has nothing against a rested donor of the group who agreed', () => {
    expect(why({})).toBeUndefined()
  })

  it.each<[string, Partial<AlertCandidate>, Partial<AlertNeed>, WhyNotAsked | undefined]>([
    ['another group that does not fit', { group: 'A+' }, {}, 'group'],
    ['a compatible group', { group: 'O+' }, {}, undefined],
    ['Rh-negative for Rh-positive', { group: 'B-' }, {}, 'group'],
    ['Rh-negative on a coordinator’s word', { group: 'B-' }, { onWord: true }, undefined],
    ['who got this alert', { donorId: 'asked' }, {}, 'asked_already'],
    ['who asked for blood', { donorId: 'parent' }, {}, 'requester'],
    ['after STOP', { optedOut: true }, {}, 'opted_out'],
    ['without consent for any channel', { channels: [] }, {}, 'no_consent'],
    ['who is not available', { available: false }, {}, 'not_available'],
    ['who is reported', { onHold: true }, {}, 'on_hold'],
    ['a relative of the child', { relativeOf: ['p1'] }, {}, 'relative'],
    ['a relative of another child', { relativeOf: ['p2'] }, {}, undefined],
    ['the Bombay group', { byHand: true }, {}, 'by_hand'],
    ['who pledged for another', { pledged: true }, {}, 'pledged_elsewhere'],
    ['asked six days ago', askedAt(NOON - 6 * DAY), {}, 'asked_this_week'],
    ['asked eight days ago', askedAt(NOON - 8 * DAY), {}, undefined],
    [
      'asked three times in a month',
      askedAt(NOON - 8 * DAY, NOON - 16 * DAY, NOON - 24 * DAY),
      {},
      'asked_this_month',
    ],
    ['too old', { birthYear: 1960 }, {}, 'age'],
    ['first time at 61', { birthYear: 1965, donations: [] }, {}, 'age'],
    ['61 who gave before', { birthYear: 1965 }, {}, undefined],
    ['too light', { weight: 44 }, {}, 'weight'],
    ['too light for platelets only', { weight: 48 }, { component: 'platelets' }, 'weight'],
    ['deferred', { deferral: { class: 'wait', until: '2026-11-25' } }, {}, 'deferred'],
    ['deferred until today', { deferral: { class: 'wait', until: '2026-11-24' } }, {}, undefined],
    ['not to be asked', { deferral: { class: 'do_not_ask' } }, {}, 'deferred'],
    ['resting', { donations: [{ kind: 'whole_blood', on: '2026-09-01' }] }, {}, 'resting'],
    [
      'a woman resting longer',
      { sex: 'female', donations: [{ kind: 'whole_blood', on: '2026-08-01' }] },
      {},
      'resting',
    ],
    ['a man rested', { donations: [{ kind: 'whole_blood', on: '2026-08-01' }] }, {}, undefined],
    ['in own quiet hours', { quietHours: { from: '12:00', until: '13:00' } }, {}, 'night'],
  ])('%s: %#', (...row) => {
    const [, donor, need, reason] = row
    expect(why(donor, need)).toBe(reason)
  })

  it.each<[string, boolean, Partial<AlertNeed>, WhyNotAsked | undefined]>([
    ['without approval', true, {}, 'night'],
    ['with approval, and the donor’s yes to night calls', true, APPROVED, undefined],
    ['with approval, but not the donor’s yes', false, APPROVED, 'night'],
    ['after the approval ended', true, { nightApproval: { by: 'coordinator', until: NIGHT } }, 'night'],
  ])('at night %s', (...row) => {
    const [, nightCalls, need, reason] = row
    expect(why({ nightCalls }, need, NIGHT)).toBe(reason)
  })
})
