import type { Instant } from '../../base/clock'
import { keyedId } from '../../base/keyed-id'
import type { Choice } from './choose-wave'

/** What a donor answered. `later`: not now, but asked again another time. */
export type AlertAnswer = 'yes' | 'no' | 'later'

/** A donor was asked to give for a request; with it, why this one. Plain JSON. */
export interface Alert extends Omit<Choice, 'donorId'> {
  /** Follows from request and donor: nobody is asked twice for the same. */
  readonly id: string
  readonly requestId: string
  /** The request's: short enough to be typed, and different among the alerts of one donor. */
  readonly code: string
  readonly contactId: string
  readonly wave: number
  readonly at: Instant
  /** The latest answer; absent: none yet. */
  readonly answer?: { readonly said: AlertAnswer; readonly at: Instant }
  /** When a place was free after all, and this donor, who had said yes in vain, was asked again. */
  readonly askedAgainAt?: Instant
}

/** The id of the one alert that a donor can get for a request. */
export function alertId(requestId: string, contactId: string): string {
  return keyedId(`alert ${requestId} ${contactId}`)
}

/** The alert with an answer, unless a later one is known: answers may come late and twice. */
export function withAnswer(alert: Alert, answer: NonNullable<Alert['answer']>): Alert {
  return alert.answer && alert.answer.at >= answer.at ? alert : { ...alert, answer }
}
