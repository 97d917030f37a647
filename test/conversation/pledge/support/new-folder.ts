import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemRandom } from '../../../../src/base/random'
import { openEmbedded } from '../../../../src/storage/embedded/open-embedded'
import type { Stores } from '../../../../src/storage/stores'
import type { FreshStores } from './play-story'

/** Empty stores in a data folder of their own, each time they are asked for; all are gone afterwards. */
export async function inNewFolders<T>(use: (fresh: FreshStores) => Promise<T>): Promise<T> {
  const opened: { readonly stores: Stores; readonly folder: string }[] = []
  try {
    return await use(async () => {
      const folder = await mkdtemp(join(tmpdir(), 'saathi-story-'))
      const stores = await openEmbedded({ dataDir: folder, random: systemRandom })
      opened.push({ stores, folder })
      return [stores]
    })
  } finally {
    for (const { stores, folder } of opened) {
      await stores.close()
      await rm(folder, { recursive: true })
    }
  }
}
