import type { ActionDeps } from '../action/deps'

/** The licensed blood centre of this name, or the one that issues for the hospital of this name. */
export function centreNamed(
  name: string,
  { organisation }: Pick<ActionDeps, 'organisation'>,
): string | undefined {
  const hospital = organisation.hospitals.find((one) => one.name === name)
  return organisation.bloodCentres.find((one) => one.name === name || one.name === hospital?.bloodCentre)
    ?.name
}
