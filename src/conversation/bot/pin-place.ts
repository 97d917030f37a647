import type { InboundLocation } from '../../messaging/inbound-message'
import { nearestPlace } from '../input/nearest-place'
import { recognise, type RecogniseOptions } from '../input/recognise'

/** As far as a pin at a hospital's gate may be from the point that we know. */
const AT_HOSPITAL = 300
/** Like any place that is kept as it was written. */
const LONGEST = 120
const DIGITS = 5

/** A place: known by `name`, or kept as it stands. */
export type PinPlace = { readonly name: string } | { readonly asWritten: string }

/**
 * What a location pin means: the place that its label names, or the hospital it stands at; else the pin itself, with a
 * link to a map, for a coordinator to look at.
 */
export function pinPlace(location: InboundLocation, options: RecogniseOptions): PinPlace {
  const { label, address } = location
  const named = [label, address].filter((part) => part !== undefined)
  for (const part of named) {
    const name = recognise('place', part, options)
    if (name !== undefined) return { name }
  }
  const near = nearestPlace(location, { kinds: ['hospital', 'blood_centre'], within: AT_HOSPITAL })
  return near ? { name: near.name } : { asWritten: withMap(named, location) }
}

function withMap(named: readonly string[], { latitude, longitude }: InboundLocation): string {
  const map = `https://maps.google.com/?q=${latitude.toFixed(DIGITS)},${longitude.toFixed(DIGITS)}`
  const words = [...named.join(', ').replace(/\s+/g, ' ')].slice(0, LONGEST - map.length - 2).join('')
  return words === '' ? map : `${words}, ${map}`
}
