import type { PublishedFlowStore } from '../../conversation/flow/published-flow-store'
import { find, type EmbeddedDatabase } from './embedded-database'

/** Published flow versions in LMDB. */
export function embeddedPublishedFlowStore(db: EmbeddedDatabase): PublishedFlowStore {
  return {
    publish: async (flow) => {
      if (db.flows.doesExist(flow.version)) return
      await db.write(() => db.flows.putSync(flow.version, flow))
    },
    get: async (version) => find(db.flows, version),
  }
}
