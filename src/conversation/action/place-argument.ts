import { z } from 'zod'
import type { Place } from '../../blood/requests/blood-request'

/** A place as flows give it: a gazetteer's name, by itself or in an object, or kept as it was written. */
export const placeArgument = z.union([
  z.string(),
  z.object({ name: z.string() }),
  z.object({ asWritten: z.string() }),
])

/** The place as the domain keeps it. */
export function placeOf(given: z.infer<typeof placeArgument>): Place {
  return typeof given === 'string' ? { name: given } : given
}
