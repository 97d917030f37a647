import { judgeYes, type AskedFor, type Yes, type YesJudged } from '../../../src/blood/alerts/judge-yes'
import { aPledge, DAY, HOUR, NOON, places, TIME_ZONE } from './support/records'

function judge(yes: Partial<Yes>, asked: Partial<AskedFor> = {}, now = NOON): YesJudged {
  const need = {
    component: 'packed_red_cells',
    group: 'B+',
    mustGiveBy: '2026-11-25',
    onWord: false,
  } as const
  return judgeYes(
    { donorId: 'd1', group: 'B+', ...yes },
    { ...need, places: places(), ...asked },
    { now, timeZone: TIME_ZONE },
  )
}

const FULL = places({ pledges: ['a', 'b', 'c'].map((donorId) => aPledge({ donorId, state: 'pledged' })) })

describe('judgeYes', () => {
  it.each<[string, Partial<Yes>, Partial<AskedFor>, YesJudged]>([
    ['in time', {}, {}, { answer: 'claim' }],
    ['when enough have said yes', {}, { places: FULL }, { answer: 'standby' }],
    ['a second time', {}, { places: places({ pledges: [aPledge()] }) }, { answer: 'has_place' }],
    [
      'after giving',
      {},
      { places: places({ pledges: [aPledge({ state: 'donated' })] }) },
      { answer: 'has_come' },
    ],
    [
      'after withdrawing',
      {},
      { places: places({ pledges: [aPledge({ state: 'withdrawn' })] }) },
      { answer: 'claim' },
    ],
    ['when all units are given', {}, { places: places({ unitsLeft: 0 }) }, { answer: 'met' }],
    ['when the request is closed', {}, { places: places({ closed: true }) }, { answer: 'closed' }],
    ['to a request nobody was asked for', {}, { places: undefined }, { answer: 'closed' }],
    ['"but tomorrow", in time', { cameWith: NOON + DAY }, {}, { answer: 'claim' }],
    ['"but the day after", too late', { cameWith: NOON + 2 * DAY }, {}, { answer: 'too_late_to_come' }],
    ['while resting', { notBefore: '2026-12-01' }, {}, { answer: 'resting', until: '2026-12-01' }],
    ['rested in time', { notBefore: '2026-11-25' }, {}, { answer: 'claim' }],
    ['of a stranger with another group', { group: 'A+' }, {}, { answer: 'wrong_group' }],
    ['of a stranger with a compatible group', { group: 'O+' }, {}, { answer: 'claim' }],
    ['of a stranger whose group needs a word', { group: 'O-' }, {}, { answer: 'wrong_group' }],
    ['of a stranger whose group has the word', { group: 'O-' }, { onWord: true }, { answer: 'claim' }],
  ])('a yes %s', (...row) => {
    const [, yes, asked, judged] = row
    expect(judge(yes, asked)).toEqual(judged)
  })

  it('is judged by the request as it is when the yes comes', () => {
    expect(judge({}, {}, NOON + 2 * HOUR)).toEqual({ answer: 'claim' })
    expect(judge({}, {}, NOON + 2 * DAY)).toEqual({ answer: 'too_late' })
  })
})
