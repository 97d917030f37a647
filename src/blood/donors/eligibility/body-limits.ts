import type { DonationKind } from './donation-kind'

/** Age in completed years and weight in kilograms within which somebody may give. */
export interface BodyLimits {
  readonly age: { readonly least: number; readonly most: number; readonly mostFirstTime: number }
  readonly weight: { readonly least: number }
}

const APHERESIS: BodyLimits = { age: { least: 18, most: 60, mostFirstTime: 60 }, weight: { least: 50 } }

/** G.S.R. 166(E) of 2020, items 2 and 3. */
export const BODY_LIMITS: { readonly [kind in DonationKind]: BodyLimits } = {
  whole_blood: { age: { least: 18, most: 65, mostFirstTime: 60 }, weight: { least: 45 } },
  platelet_apheresis: APHERESIS,
  plasma_apheresis: APHERESIS,
}

/** Why somebody of this age may not give, if so. `first`: has never given before. */
export function ageOutside(
  age: number,
  { kind, first }: { readonly kind: DonationKind; readonly first: boolean },
): 'too_young' | 'too_old' | undefined {
  const { least, most, mostFirstTime } = BODY_LIMITS[kind].age
  if (age < least) return 'too_young'
  return age > (first ? mostFirstTime : most) ? 'too_old' : undefined
}

/** Why somebody of this weight may not give, if so. */
export function weightOutside(weight: number, kind: DonationKind): 'underweight' | undefined {
  return weight < BODY_LIMITS[kind].weight.least ? 'underweight' : undefined
}
