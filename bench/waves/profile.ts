import { createConnection } from 'mongoose'

/** What MongoDB did for all operations on one collection by one plan. */
export interface PlanCost {
  readonly collection: string
  /** Such as `IXSCAN { group: 1, cell: 1, _id: 1 }`; `COLLSCAN` reads everything. */
  readonly plan: string
  readonly operations: number
  readonly keys: number
  readonly documents: number
  readonly returned: number
}

interface Profiled {
  readonly ns: string
  readonly planSummary?: string
  readonly keysExamined?: number
  readonly docsExamined?: number
  readonly nreturned?: number
}

const PROFILE_BYTES = 16 * 2 ** 20

/** The plans of every operation that `work` makes on the database, as its own profiler tells them. */
export async function profiled(uri: string, work: () => Promise<void>): Promise<readonly PlanCost[]> {
  const connection = await createConnection(uri).asPromise()
  try {
    await connection.db?.command({ profile: 0 })
    await connection.dropCollection('system.profile').catch(() => undefined)
    await connection.createCollection('system.profile', { capped: true, size: PROFILE_BYTES })
    await connection.db?.command({ profile: 2 })
    await work()
    await connection.db?.command({ profile: 0 })
    return summed(await connection.collection<Profiled>('system.profile').find({}).toArray())
  } finally {
    await connection.close()
  }
}

function summed(operations: readonly Profiled[]): readonly PlanCost[] {
  const costs = new Map<string, PlanCost>()
  for (const { ns, planSummary, keysExamined = 0, docsExamined = 0, nreturned = 0 } of operations) {
    const collection = ns.slice(ns.indexOf('.') + 1)
    if (planSummary === undefined || collection.startsWith('system.')) continue
    // A plan that merges several ranges of one index names it for each.
    const plan = [...new Set(planSummary.split(/, (?=[A-Z]+ \{)/))].join(', ')
    const id = `${collection} ${plan}`
    const before = costs.get(id)
    costs.set(id, {
      collection,
      plan,
      operations: (before?.operations ?? 0) + 1,
      keys: (before?.keys ?? 0) + keysExamined,
      documents: (before?.documents ?? 0) + docsExamined,
      returned: (before?.returned ?? 0) + nreturned,
    })
  }
  return [...costs.values()].sort((one, other) => other.keys - one.keys)
}
