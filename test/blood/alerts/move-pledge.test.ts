import {
  movePledge,
  PLEDGE_MOVES,
  type PledgeEvent,
  type SaidBy,
} from '../../../src/blood/alerts/move-pledge'
import { PLEDGE_STATES, type PledgeState } from '../../../src/blood/alerts/pledge'
import { aPledge, HOUR, MINUTE, NOON } from './support/records'

const EVENTS = [...new Set(PLEDGE_MOVES.map(({ event }) => event))]
const SPEAKERS: readonly SaidBy[] = ['donor', 'coordinator', 'centre', 'clock']

/** "event (who: d, co, ce, cl) -> state" for each event that a state allows. */
function waysFrom(state: PledgeState): readonly string[] {
  return EVENTS.flatMap((event) => {
    const by = SPEAKERS.filter((who) => movePledge(aPledge({ state }), { event, by: who, at: NOON }).ok)
    const moved = movePledge(aPledge({ state }), { event, by: by[0] ?? 'donor', at: NOON })
    return moved.ok
      ? [`${event} (${by.map((who) => who.slice(0, 2)).join(' ')}) -> ${moved.pledge.state}`]
      : []
  })
}

describe('movePledge', () => {
  it.each<[PledgeState, readonly string[]]>([
    [
      'place_held',
      [
        'passes_pre_screen (do co) -> pledged',
        'fails_pre_screen (do co) -> released',
        'time_runs_out (cl) -> released',
        'withdraws (do co) -> withdrawn',
        'stands_down (co cl) -> stood_down',
      ],
    ],
    [
      'pledged',
      [
        'fails_pre_screen (do co) -> released',
        'is_reminded (co cl) -> reminded',
        'withdraws (do co) -> withdrawn',
        'arrives (do co ce) -> arrived',
        'says_gave (do) -> arrived',
        'cannot_give (do co ce) -> could_not_give',
        'does_not_come (co ce cl) -> did_not_come',
        'gives (co ce) -> donated',
        'stands_down (co cl) -> stood_down',
      ],
    ],
    [
      'reminded',
      [
        'fails_pre_screen (do co) -> released',
        'withdraws (do co) -> withdrawn',
        'arrives (do co ce) -> arrived',
        'says_gave (do) -> arrived',
        'cannot_give (do co ce) -> could_not_give',
        'does_not_come (co ce cl) -> did_not_come',
        'gives (co ce) -> donated',
        'stands_down (co cl) -> stood_down',
      ],
    ],
    ['arrived', ['cannot_give (do co ce) -> could_not_give', 'gives (co ce) -> donated']],
    ['donated', []],
    ['could_not_give', ['gives (co ce) -> donated']],
    ['did_not_come', ['arrives (co ce) -> arrived', 'gives (co ce) -> donated']],
    ['released', ['gives (co ce) -> donated']],
    ['stood_down', ['withdraws (do co) -> withdrawn', 'gives (co ce) -> donated']],
    ['withdrawn', ['gives (co ce) -> donated']],
  ])('from %s', (state, ways) => {
    expect(waysFrom(state)).toEqual(ways)
  })

  it('lists every state above', () => {
    const reached = new Set<PledgeState>(['place_held', ...PLEDGE_MOVES.map(({ to }) => to)])
    expect([...reached].sort()).toEqual([...PLEDGE_STATES].sort())
  })

  it('says whether the moment or the speaker is wrong', () => {
    const gives: PledgeEvent = 'gives'
    const pledged = aPledge({ state: 'pledged' })
    expect(movePledge(pledged, { event: gives, by: 'donor', at: NOON })).toEqual({
      ok: false,
      reason: 'not_theirs_to_say',
    })
    expect(movePledge(aPledge({ state: 'donated' }), { event: gives, by: 'centre', at: NOON })).toEqual({
      ok: false,
      reason: 'not_now',
    })
  })

  it('keeps when the donor wants to come', () => {
    const happening = { event: 'passes_pre_screen', by: 'donor', at: NOON + MINUTE } as const
    const moved = movePledge(aPledge(), { ...happening, arrivesAt: NOON + HOUR })
    expect(moved).toEqual({
      ok: true,
      pledge: aPledge({ state: 'pledged', since: NOON + MINUTE, arrivesAt: NOON + HOUR }),
    })
  })
})
