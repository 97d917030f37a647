import { judgeYes } from '../../../src/blood/alerts/judge-yes'
import { PLEDGE_MOVES, type PledgeEvent, type SaidBy } from '../../../src/blood/alerts/move-pledge'
import {
  claimPlace,
  moveInPlaces,
  openPlaces,
  placesTaken,
  type Places,
} from '../../../src/blood/alerts/places'
import { takesPlace } from '../../../src/blood/alerts/pledge'
import { toStandDown } from '../../../src/blood/alerts/stand-down'
import { NOON, TIME_ZONE } from './support/records'

const DONORS = ['a', 'b', 'c']
/** Each event, said by one who may: who may not changes nothing. */
const EVENTS: readonly (readonly [PledgeEvent, SaidBy])[] = PLEDGE_MOVES.map(({ event, by }) => {
  return [event, by[0] ?? 'clock']
})
/** One unit and one in reserve, for three who may say yes. */
const START = openPlaces('r1', 1, 2)
const placesFor = (unitsLeft: number): number => unitsLeft * 2

interface Step {
  readonly what: string
  readonly before: Places
  readonly after: Places
}

/** Everything that can happen next: a yes of anybody, any event about anybody said by anybody, and the end of the request. */
function stepsFrom(before: Places): readonly Step[] {
  const yes = DONORS.map((donorId) => {
    const { after } = claimPlace(before, { donorId, at: NOON })
    return { what: `${donorId} says yes`, before, after }
  })
  const moves = DONORS.flatMap((donorId) =>
    EVENTS.map(([event, by]) => {
      const { after } = moveInPlaces(before, donorId, { event, by, at: NOON, placesFor })
      return { what: `${by}: ${donorId} ${event}`, before, after }
    }),
  )
  return [...yes, ...moves, { what: 'closes', before, after: { ...before, closed: true } }]
}

/** The same for states that differ only in the order in which places were taken. */
function keyOf({ pledges, standby, closed }: Places): string {
  const states = DONORS.map((one) => pledges.find(({ donorId }) => donorId === one)?.state ?? '-')
  return [...states, '|', ...standby.map(({ donorId }) => donorId), closed].join(' ')
}

/** Every state that any order of events can lead to, and every step between them. */
function everything(): { readonly states: readonly Places[]; readonly steps: readonly Step[] } {
  const known = new Map([[keyOf(START), START]])
  const steps: Step[] = []
  for (const state of known.values()) {
    for (const step of stepsFrom(state)) {
      steps.push(step)
      if (step.after !== state && !known.has(keyOf(step.after))) known.set(keyOf(step.after), step.after)
    }
  }
  return { states: [...known.values()], steps }
}

const { states, steps } = everything()

/** Steps or states that break a rule, as somebody can read them. */
function breaking<T>(items: readonly T[], isBroken: (item: T) => boolean): readonly string[] {
  return items
    .filter(isBroken)
    .slice(0, 3)
    .map((item) => JSON.stringify(item))
}

function stateOf({ pledges, standby }: Places, donorId: string): string | undefined {
  return [...pledges, ...standby].find((one) => one.donorId === donorId)?.state
}

describe('all interleavings of yes, no, coming, staying away, giving and closing', () => {
  it('are many', () => {
    expect(states.length).toBeGreaterThan(1_000)
  })

  it('never take more places by a yes than there are', () => {
    const over = ({ what, before, after }: Step): boolean =>
      what.endsWith('says yes') && placesTaken(after) > Math.max(before.places, placesTaken(before))
    expect(breaking(steps, over)).toEqual([])
  })

  it('know every donor once', () => {
    const twice = ({ pledges, standby }: Places): boolean => {
      const all = [...pledges, ...standby].map(({ donorId }) => donorId)
      return new Set(all).size !== all.length
    }
    expect(breaking(states, twice)).toEqual([])
  })

  it('count every donation as one unit, and nothing else', () => {
    const miscounted = ({ pledges, unitsLeft }: Places): boolean =>
      unitsLeft !== 1 - pledges.filter(({ state }) => state === 'donated').length
    expect(breaking(states, miscounted)).toEqual([])
  })

  it('never take back that somebody gave', () => {
    const taken = ({ before, after }: Step): boolean =>
      DONORS.some((one) => stateOf(before, one) === 'donated' && stateOf(after, one) !== 'donated')
    expect(breaking(steps, taken)).toEqual([])
  })

  it('change nobody but the one of whom something is said', () => {
    const others = ({ what, before, after }: Step): boolean =>
      DONORS.some((one) => !what.includes(`${one} `) && stateOf(before, one) !== stateOf(after, one))
    expect(breaking(steps, others)).toEqual([])
  })

  it('give nobody a new place after the request is closed', () => {
    const given = ({ what, before, after }: Step): boolean =>
      before.closed && what.endsWith('says yes') && placesTaken(after) > placesTaken(before)
    expect(breaking(steps, given)).toEqual([])
  })

  it('leave nobody on the way when the blood is given or the request is closed', () => {
    const forgotten = (state: Places): boolean => {
      if (state.unitsLeft > 0 && !state.closed) return false
      const told = toStandDown(state).map(({ donorId }) => donorId)
      const coming = state.pledges.filter((one) => takesPlace(one.state) && one.state !== 'arrived')
      return coming.some(({ donorId }) => !told.includes(donorId))
    }
    expect(breaking(states, forgotten)).toEqual([])
  })

  it('judge a yes as its claim then turns out', () => {
    const need = {
      component: 'packed_red_cells',
      group: 'B+',
      mustGiveBy: '2026-11-25',
      onWord: false,
    } as const
    const wrong = (places: Places): boolean =>
      DONORS.some((donorId) => {
        const { answer } = judgeYes(
          { donorId, group: 'B+' },
          { ...need, places },
          { now: NOON, timeZone: TIME_ZONE },
        )
        const { claimed } = claimPlace(places, { donorId, at: NOON })
        return (answer === 'claim' || answer === 'has_place') !== claimed.ok
      })
    expect(breaking(states, wrong)).toEqual([])
  })
})
