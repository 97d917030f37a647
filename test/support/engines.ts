import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemRandom } from '../../src/base/random'
import { openEmbedded } from '../../src/storage/embedded/open-embedded'
import type { Stores } from '../../src/storage/stores'

export type EngineName = 'embedded' | 'mongo'

/**
 * The first call in a test gives empty stores. A further call in the same test opens the same data again, as another
 * process would: on the embedded engine only after the first stores were closed, on MongoDB beside them too. All are
 * closed after the test.
 */
export type OpenStores = () => Promise<Stores>

/** Describes one engine; the callback declares the tests. */
export function describeEngine(name: EngineName, declare: (open: OpenStores) => void): void {
  describe(`on ${name}`, () => declare(embeddedInTest()))
}

/** Describes both engines. */
export function forEachEngine(declare: (name: EngineName, open: OpenStores) => void): void {
  for (const name of ['embedded', 'mongo'] as const) describeEngine(name, (open) => declare(name, open))
}

function embeddedInTest(): OpenStores {
  let folder: string | undefined
  const opened: Stores[] = []
  afterEach(async () => {
    for (const stores of opened.splice(0)) await stores.close()
    if (folder !== undefined) await rm(folder, { recursive: true })
    folder = undefined
  })
  return async () => {
    folder ??= await mkdtemp(join(tmpdir(), 'saathi-'))
    const stores = await openEmbedded({ dataDir: folder, random: systemRandom })
    opened.push(stores)
    return stores
  }
}
