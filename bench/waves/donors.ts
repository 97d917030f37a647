import { createConnection, type Connection } from 'mongoose'
import { seededRandom } from '../../src/base/seeded-random'
import type { Donor } from '../../src/blood/donors/donor'
import { homeCell } from '../../src/blood/donors/home-cell'
import { BLOOD_GROUPS } from '../../src/blood/groups/blood-group'
import type { Stores } from '../../src/storage/stores'

/** 2026-11-24 10:00 in Kanpur. */
export const NOW = Date.UTC(2026, 10, 24, 4, 30)
/** How far homes lie from the centre, as in the simulated city. */
const SPREAD_DEGREES = 0.12
/** Per thousand, in the order of the groups: O+ and B+ are the most frequent in the north of India. */
const SHARES: Readonly<Record<string, number>> = {
  'A+': 210, 'A-': 9, 'B+': 350, 'B-': 15, 'AB+': 80, 'AB-': 4, 'O+': 317, 'O-': 15,
} // prettier-ignore
const STORED_AT_ONCE = 1_000
const INSERTED_AT_ONCE = 5_000

/** Registers donors who agreed to be asked, through the stores. */
export async function fillByStores(stores: Stores, size: number): Promise<void> {
  const donors = donorsOf(size)
  for (let done = 0; done < size; done += STORED_AT_ONCE) {
    const batch = take(donors, Math.min(STORED_AT_ONCE, size - done))
    await Promise.all(batch.map((one, i) => add(stores, one, done + i)))
  }
}

/**
 * The same by bulk inserts: the first goes through the stores, the others are stored as that one was. Nothing to do when
 * they are there.
 */
export async function fillByInserts(stores: Stores, uri: string, size: number): Promise<void> {
  const connection = await createConnection(uri).asPromise()
  try {
    if ((await connection.collection('donors').countDocuments()) === size) return
    for (const name of ['donors', 'contacts', 'addresses']) await connection.collection(name).deleteMany({})
    await insertAll(connection, stores, size)
  } finally {
    await connection.close()
  }
}

type Stored = Readonly<Record<string, unknown>> & { readonly _id: string }

async function insertAll(connection: Connection, stores: Stores, size: number): Promise<void> {
  const donors = donorsOf(size)
  const [first] = take(donors, 1)
  if (!first) return
  await add(stores, first, 0)
  const storedIn = async (name: string): Promise<Stored> => {
    const stored = await connection.collection<Stored>(name).findOne({})
    if (!stored) throw new Error(`nothing was stored in ${name}`)
    return stored
  }
  const [donor, contact, address] = await Promise.all(['donors', 'contacts', 'addresses'].map(storedIn))
  const insert = (name: string, documents: readonly object[]): Promise<unknown> =>
    connection
      .collection(name)
      .insertMany([...documents], { ordered: false, writeConcern: { w: 1, journal: false } })
  for (let done = 1; done < size; done += INSERTED_AT_ONCE) {
    const batch = take(donors, Math.min(INSERTED_AT_ONCE, size - done)).map((one, i) => ({
      one,
      nth: done + i,
    }))
    await Promise.all([
      insert(
        'donors',
        batch.map(({ one: { id: _id, group, point } }) => ({
          ...donor,
          _id,
          group,
          point,
          cell: homeCell(point),
        })),
      ),
      insert(
        'contacts',
        batch.map(({ one: { id: _id }, nth }) => ({ ...contact, _id, phone: phoneOf(nth) })),
      ),
      insert(
        'addresses',
        batch.map(({ one: { id: contactId }, nth }) => ({ ...address, _id: phoneOf(nth), contactId })),
      ),
    ])
    if ((done - 1) % 100_000 === 0) console.error(`${done - 1} of ${size} donors inserted`)
  }
}

async function add(stores: Stores, one: Donor, nth: number): Promise<void> {
  await stores.contacts.resolve({ phone: phoneOf(nth) }, one.id, NOW)
  const consent = { purpose: 'alerts', channel: 'whatsapp', noticeVersion: '1', locale: 'hi' } as const
  await stores.contacts.change(one.id, { set: 'consent', consent: { ...consent, at: NOW, sid: `SM${nth}` } })
  await stores.donors.register(`key ${nth}`, one, [])
}

/** The same donors each time, one after the other. */
function* donorsOf(size: number): Generator<Donor> {
  const random = fractions(7)
  for (let nth = 0; nth < size; nth++) yield donorOf(nth, random)
}

function take<T>(from: Generator<T>, count: number): readonly T[] {
  return Array.from({ length: count }, () => from.next().value as T)
}

function donorOf(nth: number, random: () => number): Donor {
  const near = (middle: number): number => middle + (random() + random() + random() - 1.5) * SPREAD_DEGREES
  let drawn = random() * 1_000
  const group = BLOOD_GROUPS.find((one) => (drawn -= SHARES[one] ?? 0) < 0) ?? 'B+'
  return {
    id: `${Math.floor(random() * 2 ** 52).toString(16)}-${nth}`,
    locale: 'hi',
    group,
    birthYear: 1990,
    sex: 'male',
    weight: 65,
    point: { lat: near(26.46), lon: near(80.32) },
    category: 'citizen',
    available: true,
    registeredAt: NOW,
  }
}

function phoneOf(nth: number): string {
  return `+9160${String(nth).padStart(8, '0')}`
}

/** From 0 to 1, the same for the same seed. */
function fractions(seed: number): () => number {
  const random = seededRandom(seed)
  return () => [...random.bytes(6)].reduce((sum, byte) => (sum + byte) / 256, 0)
}
