import type { PledgeMoving } from '../../blood/alerts/places-store'
import { claimPlace, moveInPlaces, type Claimed, type Moved, type Places } from '../../blood/alerts/places'
import { takesPlace, type Pledge } from '../../blood/alerts/pledge'
import type { Claim } from '../../blood/alerts/places'
import type { Todo } from '../../base/effect'
import { hasEffect, withEffect, type EffectRecord } from './effect-record'

/** The places of a request as they are stored. */
export type PlacesDocument = Places & EffectRecord

type Changed<R> = { readonly document: PlacesDocument; readonly result: R }

/** A yes by the effect of this key. The same document back: nothing changed. */
export function claimByKey(
  document: PlacesDocument,
  key: string,
  { todo, ...claim }: Claim & { readonly todo: readonly Todo[] },
): Changed<Claimed> {
  const own = pledgeOfDonor(document, claim.donorId)
  if (own && hasEffect(document, key)) return { document, result: answerTo(own) }
  const { after, claimed } = claimPlace(document, claim)
  if (after === document) return { document, result: claimed }
  return { document: recorded(document, after, { key, todo: claimed.ok ? todo : [] }), result: claimed }
}

/** What happens to a pledge by the effect of this key. The same document back: nothing changed. */
export function moveByKey(
  document: PlacesDocument,
  key: string,
  { donorId, todo, ...happening }: PledgeMoving,
): Changed<Moved> {
  const own = pledgeOfDonor(document, donorId)
  if (own && hasEffect(document, key)) return { document, result: { ok: true, pledge: own } }
  const { after, moved } = moveInPlaces(document, donorId, happening)
  return { document: moved.ok ? recorded(document, after, { key, todo }) : document, result: moved }
}

/** The places with one contact instead of two who turned out to be the same person; a place is not lost by it. */
export function withDonorJoined(
  document: PlacesDocument,
  { from, to }: { readonly from: string; readonly to: string },
): PlacesDocument {
  const [one, other] = [pledgeOfDonor(document, from), pledgeOfDonor(document, to)]
  if (!one) return document
  const loser = other && takesPlace(one.state) && !takesPlace(other.state) ? other : one
  const joined = (pledges: readonly Pledge[]): readonly Pledge[] =>
    pledges
      .filter((pledge) => !other || pledge !== loser)
      .map((pledge) => (pledge.donorId === from ? { ...pledge, donorId: to } : pledge))
  return { ...document, pledges: joined(document.pledges), standby: joined(document.standby) }
}

function pledgeOfDonor({ pledges, standby }: Places, donorId: string): Pledge | undefined {
  return [...pledges, ...standby].find((pledge) => pledge.donorId === donorId)
}

function answerTo(pledge: Pledge): Claimed {
  return pledge.state === 'stood_down' ? { ok: false, reason: 'full', standby: true } : { ok: true, pledge }
}

function recorded(
  before: PlacesDocument,
  after: Places,
  { key, todo }: { readonly key: string; readonly todo: readonly Todo[] },
): PlacesDocument {
  const { effectKeys, todo: open } = before
  return withEffect({ ...after, effectKeys, todo: open }, key, todo)
}
