/** Flow files as they were when conversations began with them, by content hash. */
export interface PublishedFlow {
  /** The hash of `source`. */
  readonly version: string
  readonly flowId: string
  /** The flow file's text. */
  readonly source: string
}

export interface PublishedFlowStore {
  /** Adds it unless the version exists. */
  publish(flow: PublishedFlow): Promise<void>
  get(version: string): Promise<PublishedFlow | undefined>
}
