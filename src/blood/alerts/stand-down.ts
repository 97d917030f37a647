import { placesTaken, type Places } from './places'
import { takesPlace, type Pledge } from './pledge'

/**
 * Who is stood down with thanks, because fewer places are needed than are taken: who said yes last goes first, and
 * nobody who has arrived. All who have not arrived when the request is closed or met.
 */
export function toStandDown(places: Places): readonly Pledge[] {
  const coming = places.pledges.filter(({ state }) => takesPlace(state) && state !== 'arrived')
  if (places.closed || places.unitsLeft <= 0) return coming
  const tooMany = placesTaken(places) - places.places
  return tooMany <= 0 ? [] : coming.sort((a, b) => b.saidYesAt - a.saidYesAt).slice(0, tooMany)
}
