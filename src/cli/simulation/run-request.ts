import { addDays, instantOf } from '../../base/calendar'
import type { Instant } from '../../base/clock'
import type { AlertCandidate } from '../../blood/alerts/alert-candidate'
import type { AlertHistory, PastAlert } from '../../blood/alerts/alert-history'
import type { AlertNeed } from '../../blood/alerts/alert-need'
import type { Seen } from '../../blood/alerts/learnt-rate'
import { placesFor } from '../../blood/alerts/plan-wave'
import { claimPlace, moveInPlaces, openPlaces, placesTaken, type Places } from '../../blood/alerts/places'
import type { PledgeEvent, SaidBy } from '../../blood/alerts/move-pledge'
import { takesPlace } from '../../blood/alerts/pledge'
import { toStandDown } from '../../blood/alerts/stand-down'
import { Agenda } from './agenda'
import type { Dice } from './dice'
import type { Policy } from './policies'
import { WORLD } from './world'

export const TIME_ZONE = 'Asia/Kolkata'

/** What became of one request. */
export interface Outcome {
  /** Donors who got a message asking them to give. */
  readonly asked: readonly string[]
  readonly units: number
  readonly given: number
  /** From the first alert to the last unit; absent: not all were given in time. */
  readonly filledAfterMs?: number
  /** Donors who came, or were stood down on their way, because nothing was wanted any more. */
  readonly inVain: number
}

/** One request in a city, from its first alert to the last moment somebody can give for it. */
export class RequestRun {
  private readonly agenda = new Agenda()
  private readonly alerts: PastAlert[] = []
  private readonly answered = new Set<string>()
  private readonly standbyAsked = new Set<string>()
  private places: Places
  private given = 0
  private inVain = 0
  private filledAt: Instant | undefined

  constructor(
    private readonly need: AlertNeed,
    private readonly city: { readonly donors: readonly AlertCandidate[]; readonly learnt: Learnt },
    private readonly by: { readonly policy: Policy; readonly dice: Dice },
  ) {
    this.places = openPlaces(need.requestId, need.unitsLeft, placesFor(need, city.learnt))
  }

  play(from: Instant): Outcome {
    this.agenda.plan(from, (now) => this.look(now))
    this.agenda.playUntil(instantOf(addDays(this.need.mustGiveBy, 1), '00:00', TIME_ZONE))
    return {
      asked: this.alerts.map(({ donorId }) => donorId),
      units: this.need.unitsLeft,
      given: Math.min(this.given, this.need.unitsLeft),
      inVain: this.inVain,
      ...(this.filledAt !== undefined && { filledAfterMs: this.filledAt - from }),
    }
  }

  private look(now: Instant): void {
    const { donors } = this.city
    const need = { ...this.need, unitsLeft: this.places.unitsLeft }
    const asking = this.by.policy.look({ need, donors, history: this.history(), now, timeZone: TIME_ZONE })
    const wave = (this.alerts.at(-1)?.wave ?? 0) + 1
    for (const { donorId, chance } of asking.donors) {
      this.alerts.push({ donorId, wave, at: now, chance, answered: false })
      if (this.by.dice.happens(WORLD.saysYes)) this.answers(donorId, now)
    }
    for (const donorId of asking.standby ?? []) {
      this.standbyAsked.add(donorId)
      if (this.by.dice.happens(WORLD.standbyStillCan)) this.answers(donorId, now)
    }
    if (asking.lookAt !== undefined) this.agenda.plan(asking.lookAt, (later) => this.look(later))
  }

  private history(): AlertHistory {
    return {
      segments: this.city.learnt.segments,
      alerts: this.alerts.map((alert) => ({ ...alert, answered: this.answered.has(alert.donorId) })),
      placesTaken: placesTaken(this.places),
      places: this.places.places,
      standby: this.places.standby.map(({ donorId }) => donorId).filter((id) => !this.standbyAsked.has(id)),
    }
  }

  private answers(donorId: string, askedAt: Instant): void {
    const { medianMs, sigma } = WORLD.reply
    this.agenda.plan(askedAt + Math.round(this.by.dice.delay(medianMs, sigma)), (now) =>
      this.yes(donorId, now),
    )
  }

  private yes(donorId: string, now: Instant): void {
    this.answered.add(donorId)
    if (this.by.policy.keepsPlaces) {
      const { after, claimed } = claimPlace(this.places, { donorId, at: now })
      this.places = after
      if (!claimed.ok) return
      this.happens(donorId, ['passes_pre_screen', 'donor'], now)
    }
    const { least, most } = WORLD.travelMs
    const there = now + Math.round(this.by.dice.between(least, most))
    if (this.by.dice.happens(WORLD.arrives)) this.agenda.plan(there, (at) => this.arrives(donorId, at))
    else this.agenda.plan(there + WORLD.missedAfterMs, (at) => this.misses(donorId, at))
  }

  private arrives(donorId: string, now: Instant): void {
    if (this.by.policy.keepsPlaces && !this.hasPlace(donorId)) return void this.inVain++
    if (this.given >= this.need.unitsLeft) this.inVain++
    const gives = this.by.dice.happens(WORLD.canGive)
    if (gives && ++this.given === this.need.unitsLeft) this.filledAt = now
    if (!this.by.policy.keepsPlaces) return
    this.happens(donorId, [gives ? 'gives' : 'cannot_give', 'centre'], now)
    for (const pledge of toStandDown(this.places)) this.happens(pledge.donorId, ['stands_down', 'clock'], now)
    if (!gives) this.look(now)
  }

  private misses(donorId: string, now: Instant): void {
    if (!this.by.policy.keepsPlaces || !this.hasPlace(donorId)) return
    this.happens(donorId, ['does_not_come', 'clock'], now)
    this.look(now)
  }

  private hasPlace(donorId: string): boolean {
    return this.places.pledges.some((one) => one.donorId === donorId && takesPlace(one.state))
  }

  private happens(donorId: string, [event, by]: readonly [PledgeEvent, SaidBy], at: Instant): void {
    const again = (unitsLeft: number): number => placesFor({ ...this.need, unitsLeft }, this.city.learnt)
    const { after, moved } = moveInPlaces(this.places, donorId, { event, by, at, placesFor: again })
    if (!moved.ok) throw new Error(`${event} cannot happen to a pledge: ${moved.reason}`)
    this.places = after
  }
}

/** What a city has learnt from earlier requests. */
export interface Learnt extends Pick<AlertHistory, 'segments'> {
  readonly showAndPass: Seen
}
