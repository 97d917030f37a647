import { NEVER_ASKED, type AlertCandidate } from '../../../../src/blood/alerts/alert-candidate'
import type { AlertHistory, PastAlert } from '../../../../src/blood/alerts/alert-history'
import type { AlertNeed } from '../../../../src/blood/alerts/alert-need'
import { openPlaces, type Places } from '../../../../src/blood/alerts/places'
import type { Pledge } from '../../../../src/blood/alerts/pledge'

/** Noon of 24 November 2026 in Kanpur. */
export const NOON = Date.UTC(2026, 10, 24, 6, 30)
export const TIME_ZONE = 'Asia/Kolkata'
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** GSVM Medical College. */
export const CENTRE = { lat: 26.4811, lon: 80.3077 }

/** A place so many kilometres north of the centre. */
export function northBy(km: number) {
  return { lat: CENTRE.lat + km / 111.195, lon: CENTRE.lon }
}

export function aNeed(override: Partial<AlertNeed> = {}): AlertNeed {
  return {
    requestId: 'r1',
    patientId: 'p1',
    requesterIds: ['parent'],
    component: 'packed_red_cells',
    group: 'B+',
    unitsLeft: 1,
    mustGiveBy: '2026-11-26',
    centre: { name: 'GSVM Medical College', point: CENTRE },
    byHand: false,
    onWord: false,
    closed: false,
    ...override,
  }
}

export function aCandidate(override: Partial<AlertCandidate> = {}): AlertCandidate {
  return {
    donorId: 'd1',
    group: 'B+',
    sex: 'male',
    birthYear: 1990,
    weight: 65,
    available: true,
    channels: ['whatsapp'],
    optedOut: false,
    onHold: false,
    nightCalls: false,
    point: northBy(2),
    donations: [{ kind: 'whole_blood', on: '2025-01-01' }],
    bridgeOf: [],
    relativeOf: [],
    byHand: false,
    pledged: false,
    asked: NEVER_ASKED,
    ...override,
  }
}

/** So many candidates, each with an id of its own. */
export function candidates(count: number, override: Partial<AlertCandidate> = {}, prefix = 'd') {
  return Array.from({ length: count }, (_, nth) => aCandidate({ donorId: `${prefix}${nth}`, ...override }))
}

export function aHistory(override: Partial<AlertHistory> = {}): AlertHistory {
  return { alerts: [], placesTaken: 0, places: 3, standby: [], segments: {}, ...override }
}

export function aPastAlert(override: Partial<PastAlert> = {}): PastAlert {
  return { donorId: 'd1', wave: 1, at: NOON, chance: 0.1, answered: false, ...override }
}

export function aPledge(override: Partial<Pledge> = {}): Pledge {
  return { donorId: 'd1', alertId: 'a1', state: 'place_held', since: NOON, saidYesAt: NOON, ...override }
}

export function places(override: Partial<Places> = {}): Places {
  return { ...openPlaces('r1', 1, 3), ...override }
}
