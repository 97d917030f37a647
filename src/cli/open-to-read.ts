import { systemRandom } from '../base/random'
import type { Env } from '../config/env'
import { openEmbedded } from '../storage/embedded/open-embedded'
import { openMongo } from '../storage/mongo/open-mongo'
import type { Stores } from '../storage/stores'

/** The stores for a command that only reads: beside a running server, on either engine. Rejects when there is no data. */
export function openToRead({ MONGODB_URI: uri, DATA_DIR: dataDir }: Env): Promise<Stores> {
  return uri === undefined
    ? openEmbedded({ dataDir, random: systemRandom, readOnly: true })
    : openMongo({ uri, random: systemRandom })
}
