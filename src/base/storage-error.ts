/**
 * The storage did not do what it was asked, and may or may not have done it: the work is to be tried again later. Its
 * message names the operation only; the engine's own error may quote documents.
 */
export class StorageError extends Error {
  override readonly name = 'StorageError'

  constructor(operation: string, options?: ErrorOptions) {
    super(`storage failed at ${operation}`, options)
  }
}
