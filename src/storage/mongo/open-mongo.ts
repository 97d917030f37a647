import type { Connection } from 'mongoose'
import type { Instant } from '../../base/clock'
import type { Random } from '../../base/random'
import type { Stores } from '../stores'
import { connect } from './connect'
import { ensureIndexes } from './ensure-indexes'
import { mongoAlertStore } from './mongo-alert-store'
import { mongoBloodRequestStore, mongoRequests } from './mongo-blood-request-store'
import { mongoCampStore } from './mongo-camp-store'
import { mongoCertificates, mongoCertificateStore } from './mongo-certificate-store'
import { mongoContactCollections } from './mongo-contact-collections'
import { mongoContactStore } from './mongo-contact-store'
import { mongoConversationStore } from './mongo-conversation-store'
import { mongoDonationStore } from './mongo-donation-store'
import { mongoDonors, mongoDonorStore } from './mongo-donor-store'
import { mongoFileStore } from './mongo-file-store'
import { mongoHandOvers, mongoHandOverStore } from './mongo-hand-over-store'
import { mongoImpactStore } from './mongo-impact-store'
import { mongoJobStore } from './mongo-job-store'
import { mongoMissStore } from './mongo-miss-store'
import { mongoOutboxStore } from './mongo-outbox-store'
import { mongoPatients, mongoPatientStore } from './mongo-patient-store'
import { mongoPlaces, mongoPlacesStore } from './mongo-places-store'
import { mongoPublishedFlowStore } from './mongo-published-flow-store'
import { mongoQuotaStore } from './mongo-quota-store'
import { mongoRateStore } from './mongo-rate-store'
import { mongoReservations } from './mongo-reservations'
import { mongoTemplateStore } from './mongo-template-store'
import { mongoTodoStore } from './mongo-todo-store'
import { moveBelongings, repointContact } from './repoint-contact'

export interface MongoOptions {
  /** With the name of the database. */
  readonly uri: string
  readonly random: Random
}

/**
 * Every store in one MongoDB database; any number of processes may share it. Throws when no server answers
 * within about two seconds, or when an index is missing and cannot be made. A promise of a write resolves
 * when a majority of the replica set has it on disk.
 */
export async function openMongo({ uri, random }: MongoOptions): Promise<Stores> {
  const connection = await connect(uri)
  const stores = declareStores(connection, random)
  try {
    await ensureIndexes(connection)
  } catch (error) {
    await connection.close()
    throw error
  }
  return {
    ...stores,
    forget: (now) => forget(connection, now),
    ping: async () => void (await connection.db?.command({ ping: 1 })),
    close: () => connection.close(),
  }
}

function declareStores(connection: Connection, random: Random): Omit<Stores, 'forget' | 'ping' | 'close'> {
  const reservations = mongoReservations(connection)
  const contacts = mongoContactCollections(connection)
  const requests = mongoRequests(connection)
  const certificates = mongoCertificates(connection)
  const donors = mongoDonors(connection)
  const handOvers = mongoHandOvers(connection)
  const patients = mongoPatients(connection)
  const places = mongoPlaces(connection)
  const conversations = mongoConversationStore(connection, contacts.contacts, random)
  return {
    alerts: mongoAlertStore(connection),
    camps: mongoCampStore(connection),
    certificates: mongoCertificateStore(certificates),
    contacts: mongoContactStore(contacts),
    conversations,
    donations: mongoDonationStore(connection),
    donors: mongoDonorStore(donors),
    files: mongoFileStore(connection),
    flows: mongoPublishedFlowStore(connection),
    handOvers: mongoHandOverStore(handOvers, reservations),
    impacts: mongoImpactStore(connection),
    jobs: mongoJobStore(connection),
    misses: mongoMissStore(connection),
    outbox: mongoOutboxStore(connection),
    patients: mongoPatientStore(connection, patients),
    quotas: mongoQuotaStore(connection),
    rates: mongoRateStore(connection),
    places: mongoPlacesStore(places),
    requests: mongoBloodRequestStore(requests, reservations),
    templates: mongoTemplateStore(connection),
    todos: mongoTodoStore([requests, donors, handOvers, places, certificates]),
    moveBelongings: (from, to) => moveBelongings({ connection, donors, patients, places }, { from, to }),
    repoint: (from, to) =>
      repointContact({ connection, donors, patients, places, conversations }, { from, to }),
  }
}

/** MongoDB deletes by itself what is past its time, about once a minute; this does not wait for that. */
async function forget(connection: Connection, now: Instant): Promise<number> {
  const expiring = Object.values(connection.models).filter(
    (model) => model.schema.path('expireAt') !== undefined,
  )
  const deleted = await Promise.all(
    expiring.map((model) => model.collection.deleteMany({ expireAt: { $lt: new Date(now) } })),
  )
  return deleted.reduce((sum, { deletedCount }) => sum + deletedCount, 0)
}
