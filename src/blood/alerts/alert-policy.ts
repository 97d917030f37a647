import { DAY, HOUR, MINUTE } from '../../base/clock'
import { USUAL_QUIET_HOURS, type QuietHours } from '../../base/quiet-hours'
import type { Fit } from '../groups/compatibility'

/** A ring of donors; rings are asked one after the other. */
export interface Step {
  readonly name: StepName
  /** Standing donors of this patient only. */
  readonly bridge?: true
  readonly fits: readonly Fit[]
  /** Up to this far from the centre; absent: any distance. */
  readonly withinKm?: number
  /** Begins a wave of its own, unless there is no time for that. */
  readonly apart?: true
}

export type StepName =
  'bridge' | 'near' | 'wider' | 'city' | 'region' | 'compatible_near' | 'compatible' | 'on_word'

/** Facts of policy that differ by place and change with what is learnt. Plain JSON. */
export interface AlertPolicy {
  readonly quietHours: QuietHours
  /** At most so many alerts to one donor within so long. */
  readonly fatigue: readonly {
    readonly alerts: number
    readonly withinMs: number
    readonly reason: FatigueReason
  }[]
  /** A donor whose home is not known counts as this far. */
  readonly assumedKm: number
  readonly steps: readonly Step[]
  /** A wave is as large as needed for so much chance that all free places are said yes to. */
  readonly waveChance: number
  /** No new wave while the open alerts still fill the places with this chance. */
  readonly hopeChance: number
  readonly mostAtOnce: number
  /** So long after a wave, and again and again, it is looked whether another is needed. */
  readonly lookAgainMs: number
  /** Later than this before the end, rings are asked together and a person calls. */
  readonly urgentMs: number
  /** How late answers come: log-normal around a median. */
  readonly replies: { readonly medianMs: number; readonly sigma: number }
  /** How many donors a person is asked to call. */
  readonly callList: number
}

export type FatigueReason = 'asked_this_week' | 'asked_this_month'

const ALL_OF_DISTRICT_KM = 40

/** The rings: bridge donors, the own group nearer and farther, then other groups; a person comes after the last. */
const STEPS: readonly Step[] = [
  { name: 'bridge', bridge: true, fits: ['identical', 'compatible'] },
  { name: 'near', fits: ['identical'], withinKm: 5, apart: true },
  { name: 'wider', fits: ['identical'], withinKm: 10 },
  { name: 'city', fits: ['identical'], withinKm: 20 },
  { name: 'region', fits: ['identical'], withinKm: ALL_OF_DISTRICT_KM },
  { name: 'compatible_near', fits: ['compatible'], withinKm: 10, apart: true },
  { name: 'compatible', fits: ['compatible'], withinKm: ALL_OF_DISTRICT_KM },
  { name: 'on_word', fits: ['on_word'], withinKm: ALL_OF_DISTRICT_KM, apart: true },
]

/** What a new place begins with. */
export const USUAL_POLICY: AlertPolicy = {
  quietHours: USUAL_QUIET_HOURS,
  fatigue: [
    { alerts: 1, withinMs: 7 * DAY, reason: 'asked_this_week' },
    { alerts: 3, withinMs: 30 * DAY, reason: 'asked_this_month' },
  ],
  assumedKm: 15,
  steps: STEPS,
  waveChance: 0.9,
  hopeChance: 0.5,
  mostAtOnce: 200,
  lookAgainMs: 15 * MINUTE,
  urgentMs: 24 * HOUR,
  replies: { medianMs: 12 * MINUTE, sigma: 1 },
  callList: 5,
}
