import { Mongoose, type Connection } from 'mongoose'
import { SECOND } from '../../base/clock'

// An absent database must show within a turn's time budget.
const SERVER_SELECTION = 2 * SECOND
const ANSWER = 10 * SECOND

/**
 * A connection of its own to the database of the URI, which finds its way back by itself after the server was
 * away. Writes are acknowledged when a majority has them in its journal; reads see what a majority has, from
 * the primary, so that a look after an unknown outcome is true. Throws, naming the repair, when no server
 * answers.
 */
export async function connect(uri: string): Promise<Connection> {
  // An instance of its own: its settings are nobody else's.
  const mongoose = new Mongoose()
  mongoose.set({ strictQuery: 'throw', sanitizeFilter: true, autoIndex: false, autoCreate: false })
  const connection = mongoose.createConnection(uri, {
    appName: 'aapka-saathi',
    serverSelectionTimeoutMS: SERVER_SELECTION,
    connectTimeoutMS: SERVER_SELECTION,
    socketTimeoutMS: ANSWER,
    // Thousands may write in one moment; how long a turn may take is bounded by the turn itself.
    waitQueueTimeoutMS: ANSWER,
    readPreference: 'primary',
    readConcernLevel: 'majority',
    writeConcern: { w: 'majority', journal: true, wtimeoutMS: ANSWER },
    ignoreUndefined: true,
  })
  try {
    return await connection.asPromise()
  } catch (cause) {
    await connection.close()
    throw new Error('No MongoDB server answers at MONGODB_URI: start it, or correct the address.', { cause })
  }
}
