import type { Connection } from 'mongoose'
import type { PublishedFlowStore } from '../../conversation/flow/published-flow-store'
import { mongoCollection } from './mongo-collection'

interface FlowDocument {
  /** The version. */
  readonly id: string
  readonly flowId: string
  readonly source: string
}

/** Published flow versions in MongoDB. */
export function mongoPublishedFlowStore(connection: Connection): PublishedFlowStore {
  const flows = mongoCollection<FlowDocument>(connection, {
    name: 'flows',
    fields: { flowId: { type: String, required: true }, source: { type: String, required: true } },
  })
  return {
    publish: async ({ version, flowId, source }) =>
      void (await flows.insert({ id: version, flowId, source })),
    get: async (version) => {
      const found = await flows.find(version)
      return found && { version, flowId: found.flowId, source: found.source }
    },
  }
}
