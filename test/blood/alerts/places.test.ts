import { PLEDGE_MOVES, type SaidBy } from '../../../src/blood/alerts/move-pledge'
import {
  claimPlace,
  MOST_STANDBY,
  moveInPlaces,
  openPlaces,
  placesTaken,
  type Places,
} from '../../../src/blood/alerts/places'
import { pledgesFor } from '../../../src/blood/alerts/reserve'
import { toStandDown } from '../../../src/blood/alerts/stand-down'
import { seededRandom } from '../../channels/support/seeded-random'
import { aPledge, MINUTE, NOON, places } from './support/records'

const placesFor = (unitsLeft: number): number => (unitsLeft === 0 ? 0 : pledgesFor(unitsLeft, 0.55))

function afterYes(before: Places, ...donorIds: readonly string[]): Places {
  return donorIds.reduce((now, donorId, nth) => claimPlace(now, { donorId, at: NOON + nth }).after, before)
}

type Event = (typeof PLEDGE_MOVES)[number]['event']

function after(before: Places, donorId: string, [event, by]: readonly [Event, SaidBy]): Places {
  return moveInPlaces(before, donorId, { event, by, at: NOON + MINUTE, placesFor }).after
}

describe('claimPlace', () => {
  it('gives exactly the places, then standby in the order of the yes', () => {
    const full = afterYes(places(), 'a', 'b', 'c', 'd', 'e')
    expect(full.pledges.map(({ donorId, state }) => [donorId, state])).toEqual([
      ['a', 'place_held'],
      ['b', 'place_held'],
      ['c', 'place_held'],
    ])
    expect(full.standby.map(({ donorId }) => donorId)).toEqual(['d', 'e'])
  })

  it('answers a second yes as the first, and changes nothing', () => {
    const full = afterYes(places(), 'a', 'b', 'c', 'd')
    const again = claimPlace(full, { donorId: 'a', at: NOON + MINUTE })
    expect(again.after).toBe(full)
    expect(again.claimed).toMatchObject({ ok: true, pledge: { saidYesAt: NOON } })
    const waiting = claimPlace(full, { donorId: 'd', at: NOON + MINUTE })
    expect(waiting.after).toBe(full)
    expect(waiting.claimed).toEqual({ ok: false, reason: 'full', standby: true })
  })

  it('thanks everybody after the standby is long enough, and remembers no more', () => {
    const many = Array.from({ length: 3 + MOST_STANDBY }, (_, nth) => `d${nth}`)
    const full = afterYes(places(), ...many)
    const late = claimPlace(full, { donorId: 'late', at: NOON })
    expect(late).toEqual({ after: full, claimed: { ok: false, reason: 'full', standby: false } })
  })

  it('gives a place to who was on standby, when one dropped out', () => {
    const full = after(afterYes(places(), 'a', 'b', 'c', 'd'), 'b', ['withdraws', 'donor'])
    const { after: again, claimed } = claimPlace(full, { donorId: 'd', at: NOON + MINUTE })
    expect(claimed.ok).toBe(true)
    expect(again.standby).toEqual([])
    expect(placesTaken(again)).toBe(3)
  })

  it('lets somebody who withdrew or was released say yes again', () => {
    const left = after(afterYes(places(), 'a'), 'a', ['time_runs_out', 'clock'])
    expect(claimPlace(left, { donorId: 'a', at: NOON + MINUTE }).after.pledges).toEqual([
      { donorId: 'a', state: 'place_held', since: NOON + MINUTE, saidYesAt: NOON + MINUTE },
    ])
  })

  it.each([
    ['closed', places({ closed: true }), 'closed'],
    ['after every unit is given', places({ unitsLeft: 0 }), 'met'],
    ['where the donor gave', places({ pledges: [aPledge({ state: 'donated' })] }), 'done'],
    [
      'where the donor came and could not',
      places({ pledges: [aPledge({ state: 'could_not_give' })] }),
      'done',
    ],
  ])('gives no place %s', (_, before, reason) => {
    expect(claimPlace(before, { donorId: 'd1', at: NOON }).claimed).toEqual({ ok: false, reason })
  })
})

describe('moveInPlaces', () => {
  it('takes a unit off with a donation, and the places it needed', () => {
    const two = afterYes(openPlaces('r1', 2, 6), 'a', 'b', 'c', 'd', 'e', 'f')
    const one = after(after(two, 'a', ['passes_pre_screen', 'donor']), 'a', ['gives', 'centre'])
    expect(one).toMatchObject({ unitsLeft: 1, places: 3 })
    expect(toStandDown(one).map(({ donorId }) => donorId)).toEqual(['f', 'e'])
  })

  it('stands everybody down who has not arrived when the last unit is given', () => {
    let now = afterYes(places(), 'a', 'b', 'c')
    for (const donorId of ['a', 'b']) now = after(now, donorId, ['passes_pre_screen', 'donor'])
    now = after(after(now, 'b', ['arrives', 'donor']), 'a', ['gives', 'centre'])
    expect(now).toMatchObject({ unitsLeft: 0, places: 0 })
    expect(toStandDown(now).map(({ donorId }) => donorId)).toEqual(['c'])
    const stood = after(now, 'c', ['stands_down', 'clock'])
    expect(stood.standby.map(({ donorId }) => donorId)).toEqual(['c'])
    expect(toStandDown(stood)).toEqual([])
  })

  it('knows who has no pledge', () => {
    const happening = { event: 'arrives', by: 'donor', at: NOON, placesFor } as const
    expect(moveInPlaces(places(), 'nobody', happening).moved).toEqual({ ok: false, reason: 'no_pledge' })
  })
})

describe('the places of a request', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'are never more than units and reserve, whatever happens (seed %i)',
    (seed) => {
      const random = seededRandom(seed)
      const draw = <T>(items: readonly T[]): T | undefined =>
        items[Buffer.from(random.bytes(2)).readUInt16BE() % items.length]
      const donors = Array.from({ length: 12 }, (_, nth) => `d${nth}`)
      const speakers: readonly SaidBy[] = ['donor', 'coordinator', 'centre', 'clock']
      let now = openPlaces('r1', 2, 6)
      for (let nth = 0; nth < 400; nth++) {
        const donorId = draw(donors) ?? ''
        const before = now
        if (draw([true, false])) {
          const { after, claimed } = claimPlace(before, { donorId, at: NOON + nth })
          now = after
          expect(placesTaken(now)).toBeLessThanOrEqual(Math.max(before.places, placesTaken(before)))
          if (claimed.ok) expect(now.pledges.some((one) => one.donorId === donorId)).toBe(true)
        } else {
          const event = draw(PLEDGE_MOVES)?.event ?? 'arrives'
          const by = draw(speakers) ?? 'donor'
          now = moveInPlaces(before, donorId, { event, by, at: NOON + nth, placesFor }).after
        }
        const everybody = [...now.pledges, ...now.standby].map((pledge) => pledge.donorId)
        expect(new Set(everybody).size).toBe(everybody.length)
        const given = now.pledges.filter(({ state }) => state === 'donated').length
        expect(now.unitsLeft).toBe(2 - given)
      }
    },
  )
})
