import type { AlertNeed } from '../../blood/alerts/alert-need'
import type { AlertPolicy } from '../../blood/alerts/alert-policy'
import type { Point } from '../../blood/alerts/distance'
import type { Donor } from '../../blood/donors/donor'
import type { DonorStore, LivingIn } from '../../blood/donors/donor-store'
import { cellsWithin, UNKNOWN_HOME, type HomeCell } from '../../blood/donors/home-cell'
import type { BloodGroup } from '../../blood/groups/blood-group'
import { fittingGroups } from '../../blood/groups/compatibility'

const FIRST_BATCH = 200
const LARGEST_BATCH = 1_600
/** Cells of one look-up; MongoDB merges the order of so many by its index. */
const CELLS_AT_ONCE = 50
/** After every id. */
const LAST = '\uffff'

interface Around {
  readonly donors: Pick<DonorStore, 'livingIn'>
  readonly policy: AlertPolicy
  /** Where in the order of ids to begin: another request begins elsewhere, so that nobody is always the first. */
  readonly from: string
}

/**
 * Donors who could be asked for a need, in batches: ring by ring as the policy has them, in each the nearer homes first.
 * The caller stops when it has enough.
 */
export async function* donorsAround(
  need: AlertNeed & { readonly centre: { readonly point: Point } },
  { donors, policy, from }: Around,
): AsyncGenerator<readonly Donor[]> {
  const groups = fittingGroups(need.component, need.group)
  const looked = new Map<BloodGroup, Set<HomeCell>>()
  for (const { fits, withinKm = 0, bridge } of policy.steps) {
    if (bridge) continue
    const cells = cellsWithin(need.centre.point, withinKm).map(({ cell }) => cell)
    const ring = policy.assumedKm <= withinKm ? [...cells, UNKNOWN_HOME] : cells
    for (const { group, fit } of groups) {
      if (!fits.includes(fit) || (fit === 'on_word' && !need.onWord)) continue
      const seen = looked.get(group) ?? new Set()
      const fresh = ring.filter((cell) => !seen.has(cell))
      looked.set(group, new Set([...seen, ...fresh]))
      for (let at = 0; at < fresh.length; at += CELLS_AT_ONCE) {
        yield* batches({ group, cells: fresh.slice(at, at + CELLS_AT_ONCE) }, { donors, from })
      }
    }
  }
}

/** From `from` to the end, then from the beginning to there; ever larger batches. */
async function* batches(
  where: Pick<LivingIn, 'group' | 'cells'>,
  { donors, from }: Pick<Around, 'donors' | 'from'>,
): AsyncGenerator<readonly Donor[]> {
  for (const [first, last] of [
    [from, LAST],
    ['', from],
  ] as const) {
    let after: string | undefined = first
    for (let limit = FIRST_BATCH; after !== undefined; limit = Math.min(limit * 2, LARGEST_BATCH)) {
      const found = await donors.livingIn({ ...where, after, limit })
      const wanted = found.filter(({ id }) => id <= last)
      if (wanted.length > 0) yield wanted
      after = wanted.length < limit ? undefined : found.at(-1)?.id
    }
  }
}
