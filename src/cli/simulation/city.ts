import { addDays } from '../../base/calendar'
import type { CalendarDate } from '../../base/clock'
import { NEVER_ASKED, type AlertCandidate } from '../../blood/alerts/alert-candidate'
import type { Point } from '../../blood/alerts/distance'
import type { Dice } from './dice'
import { GROUP_SHARES } from './world'

/** GSVM Medical College, Kanpur. */
export const CENTRE: Point = { lat: 26.4811, lon: 80.3077 }

const KM_PER_DEGREE = 111.195
/** Half of the donors live within this of the centre. */
const HALF_WITHIN_KM = 7
const FEMALE = 0.15

/** So many donors around the centre, some of them resting, as registers in India look. */
export function buildCity(size: number, today: CalendarDate, dice: Dice): AlertCandidate[] {
  return Array.from({ length: size }, (_, nth) => donor(`d${nth}`, today, dice))
}

function donor(donorId: string, today: CalendarDate, dice: Dice): AlertCandidate {
  const gaveBefore = dice.happens(0.6)
  const on = addDays(today, -Math.floor(dice.between(1, 500)))
  return {
    donorId,
    group: dice.oneOf(GROUP_SHARES),
    sex: dice.happens(FEMALE) ? 'female' : 'male',
    birthYear: 2026 - Math.floor(dice.between(19, 50)),
    weight: Math.round(dice.between(46, 90)),
    available: true,
    channels: ['whatsapp'],
    optedOut: false,
    onHold: false,
    nightCalls: false,
    point: home(dice),
    donations: gaveBefore ? [{ kind: 'whole_blood', on }] : [],
    bridgeOf: [],
    relativeOf: [],
    byHand: false,
    pledged: false,
    asked: NEVER_ASKED,
  }
}

function home(dice: Dice): Point {
  const km = dice.delay(HALF_WITHIN_KM, 0.7)
  const direction = dice.between(0, 2 * Math.PI)
  const lat = CENTRE.lat + (km * Math.sin(direction)) / KM_PER_DEGREE
  const lon =
    CENTRE.lon + (km * Math.cos(direction)) / (KM_PER_DEGREE * Math.cos((CENTRE.lat * Math.PI) / 180))
  return { lat, lon }
}
