import type { Instant } from '../../base/clock'
import type { Pledge, PledgeState } from './pledge'

/** What can happen to a pledge. A yes that takes a place is a claim, not a move: see `claimPlace`. */
export type PledgeEvent =
  | 'passes_pre_screen'
  | 'fails_pre_screen'
  | 'time_runs_out'
  | 'is_reminded'
  | 'withdraws'
  | 'arrives'
  | 'says_gave'
  | 'cannot_give'
  | 'does_not_come'
  | 'gives'
  | 'stands_down'

/** Who may say that something happened. `clock`: our own scheduler. */
export type SaidBy = 'donor' | 'coordinator' | 'centre' | 'clock'

/** One row of the table: from these states the event leads to that one, when one of these says so. */
export interface PledgeMove {
  readonly event: PledgeEvent
  readonly from: readonly PledgeState[]
  readonly to: PledgeState
  readonly by: readonly SaidBy[]
}

const AT_THE_CENTRE: readonly SaidBy[] = ['coordinator', 'centre']
const COMING: readonly PledgeState[] = ['pledged', 'reminded']
const NOT_THERE_YET: readonly PledgeState[] = ['place_held', ...COMING]

/** Every way a pledge can go; what is not here cannot happen. */
export const PLEDGE_MOVES: readonly PledgeMove[] = [
  { event: 'passes_pre_screen', from: ['place_held'], to: 'pledged', by: ['donor', 'coordinator'] },
  { event: 'fails_pre_screen', from: NOT_THERE_YET, to: 'released', by: ['donor', 'coordinator'] },
  { event: 'time_runs_out', from: ['place_held'], to: 'released', by: ['clock'] },
  { event: 'is_reminded', from: ['pledged'], to: 'reminded', by: ['clock', 'coordinator'] },
  { event: 'withdraws', from: NOT_THERE_YET, to: 'withdrawn', by: ['donor', 'coordinator'] },
  { event: 'withdraws', from: ['stood_down'], to: 'withdrawn', by: ['donor', 'coordinator'] },
  { event: 'arrives', from: COMING, to: 'arrived', by: ['donor', ...AT_THE_CENTRE] },
  // Only who stands at the centre knows that somebody came after all.
  { event: 'arrives', from: ['did_not_come'], to: 'arrived', by: AT_THE_CENTRE },
  // A donor's own word sets the rest period, but only a confirmed donation counts.
  { event: 'says_gave', from: COMING, to: 'arrived', by: ['donor'] },
  {
    event: 'cannot_give',
    from: [...COMING, 'arrived'],
    to: 'could_not_give',
    by: ['donor', ...AT_THE_CENTRE],
  },
  { event: 'does_not_come', from: COMING, to: 'did_not_come', by: ['clock', ...AT_THE_CENTRE] },
  {
    event: 'gives',
    from: [...COMING, 'arrived', 'did_not_come', 'could_not_give'],
    to: 'donated',
    by: AT_THE_CENTRE,
  },
  // A day later enough may have given, and who was released came all the same.
  { event: 'gives', from: ['released', 'stood_down', 'withdrawn'], to: 'donated', by: AT_THE_CENTRE },
  { event: 'stands_down', from: NOT_THERE_YET, to: 'stood_down', by: ['clock', 'coordinator'] },
]

export type MoveResult =
  | { readonly ok: true; readonly pledge: Pledge }
  /** `not_now`: the pledge's state does not allow it; `not_theirs_to_say`: somebody else has to say so. */
  | { readonly ok: false; readonly reason: 'not_now' | 'not_theirs_to_say' }

/** What happened, who says so, and when. */
export interface Happening {
  readonly event: PledgeEvent
  readonly by: SaidBy
  readonly at: Instant
  /** With `passes_pre_screen`: when the donor wants to come. */
  readonly arrivesAt?: Instant
}

/** The pledge after something happened to it. */
export function movePledge(pledge: Pledge, { event, by, at, arrivesAt }: Happening): MoveResult {
  const moves = PLEDGE_MOVES.filter((move) => move.event === event && move.from.includes(pledge.state))
  if (moves.length === 0) return { ok: false, reason: 'not_now' }
  const move = moves.find((one) => one.by.includes(by))
  if (!move) return { ok: false, reason: 'not_theirs_to_say' }
  const moved = { ...pledge, state: move.to, since: at }
  return { ok: true, pledge: arrivesAt === undefined ? moved : { ...moved, arrivesAt } }
}
