import { Schema, type Connection } from 'mongoose'
import { RateLimiterMongo } from 'rate-limiter-flexible'
import type { RateStore } from '../../messaging/rate-store'
import { rateStore } from '../transitions/rate-store'

const COLLECTION = 'rates'

/** Rates that all processes on the database share. */
export function mongoRateStore(connection: Connection): RateStore {
  // Declared here so that its indexes are made and checked with all others; the library itself only counts.
  const schema = new Schema({ key: String, points: Number, expire: Date }, { collection: COLLECTION })
  schema.index({ expire: -1 }, { expireAfterSeconds: 0 })
  schema.index({ key: 1 }, { unique: true })
  connection.model(COLLECTION, schema)
  return rateStore(
    (points) =>
      new RateLimiterMongo({
        storeClient: connection.db,
        tableName: COLLECTION,
        disableIndexesCreation: true,
        // Once a second is used up, this process need not ask for it again.
        inMemoryBlockOnConsumed: points,
        points,
        duration: 1,
      }),
  )
}
