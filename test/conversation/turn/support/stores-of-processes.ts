import type { Stores } from '../../../../src/storage/stores'
import type { EngineName, OpenStores } from '../../../support/engines'
import type { NextStores } from './run-schedule'

/**
 * The same stores for every process. The embedded engine is opened anew after the death of all, as the next process
 * would; MongoDB outlives processes anyway.
 */
export function reopened(open: OpenStores, engine: EngineName): NextStores {
  let stores: Stores | undefined
  return async (after) => {
    if (after && stores && engine === 'embedded') {
      await stores.close()
      stores = undefined
    }
    stores ??= await open()
    return stores
  }
}

/** Two connections to the same data, for processes at the same time. */
export async function sideBySide(open: OpenStores): Promise<NextStores> {
  const pair = [await open(), await open()] as const
  let turn = 0
  return async () => pair[turn++ % 2] ?? pair[0]
}
