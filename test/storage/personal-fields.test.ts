import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { open as openLmdb } from 'lmdb'
import { createConnection } from 'mongoose'
import { systemRandom } from '../../src/base/random'
import { decideRequest } from '../../src/blood/requests/decide-request'
import { openPlaces } from '../../src/blood/alerts/places'
import { openEmbedded } from '../../src/storage/embedded/open-embedded'
import { PERSONAL_FIELDS, type FieldNote } from '../../src/storage/personal-fields'
import type { Stores } from '../../src/storage/stores'
import { aCertificate } from '../support/certificates'
import { describeEngine, mongoTestUri } from '../support/engines'
import {
  aCamp,
  anAlert,
  aClaim,
  aConversation,
  aDonation,
  aDonor,
  aDraft,
  anExpectedFile,
  aFile,
  aHandOver,
  anImpact,
  aMessage,
  aMissCount,
  aPatient,
  aRequest,
  aTemplateRecord,
  NOW,
} from '../support/records'

type Fields = { readonly [field: string]: FieldNote }
const DECLARED: { readonly [collection: string]: Fields } = PERSONAL_FIELDS

/** What MongoDB counts, not says. */
const UNDECLARED_ON_PURPOSE = new Set(['rev'])

function undeclared(collection: string, fields: readonly string[]): readonly string[] {
  return fields
    .filter((field) => !UNDECLARED_ON_PURPOSE.has(field))
    .map((field) => (field === '_id' ? 'id' : field))
    .filter((field) => !DECLARED[collection]?.[field])
    .map((field) => `${collection}.${field}`)
}

/** Puts something into every optional field of every store. */
async function fillEverything(stores: Stores): Promise<void> {
  const todo = [{ id: 't1', kind: 'tell', payload: '{}' }]
  const error = { kind: 'later', code: '1', retryAfterMs: 1 } as const
  await stores.conversations.write(
    aConversation({
      intention: { key: 'k', action: 'a', args: {}, message: aMessage(), nth: 1, replies: [] },
      slowedAt: NOW,
      unfinishedSince: NOW,
    }),
  )
  await stores.contacts.resolve({ whatsappUserId: 'IN.1' }, 'newer', NOW + 1)
  await stores.contacts.resolve({ phone: '+911' }, 'older', NOW)
  await stores.contacts.resolve({ phone: '+911', whatsappUserId: 'IN.1' }, 'x', NOW)
  await stores.contacts.change('older', { set: 'locale', locale: 'hi' })
  await stores.contacts.change('older', { set: 'opt_out', optOut: { at: NOW, sid: 'SM1', channel: 'sms' } })
  await stores.requests.raise('k1', aRequest(), todo)
  await stores.requests.change('k2', 'r1', (request) =>
    decideRequest(request, { verb: 'reject', because: 'unreachable' }, { now: NOW, todo }),
  )
  await stores.donors.register('k3', aDonor(), todo)
  await stores.donations.add(aDonation({ campId: 'police-lines', requestId: 'r1' }))
  await stores.certificates.issue('k9', aCertificate(), todo)
  await stores.impacts.put(anImpact({ campId: 'police-lines' }))
  await stores.handOvers.open('k4', aHandOver({ closedAt: NOW }), todo)
  await stores.alerts.add([anAlert()])
  await stores.alerts.answer('a1', { said: 'yes', at: NOW })
  await stores.alerts.askAgain([{ id: 'a1' }], NOW)
  await stores.places.open(openPlaces('r1', 1, 1))
  for (const donorId of ['c2', 'c3'])
    await stores.places.claim('k5', 'r1', { donorId, alertId: 'a1', at: NOW, todo })
  const happening = { event: 'passes_pre_screen', by: 'donor', at: NOW, arrivesAt: NOW } as const
  await stores.places.move('k6', 'r1', { ...happening, donorId: 'c2', placesFor: () => 1, todo })
  await stores.patients.add(aPatient())
  await stores.patients.addClaim(aClaim())
  await stores.patients.decideClaim('k1', 'link')
  await stores.camps.put(aCamp())
  await stores.flows.publish({ version: 'v1', flowId: 'request', source: 'id: request' })
  await stores.files.put(aFile())
  await stores.files.expect(anExpectedFile())
  await stores.files.join('c1', { id: 'r1', since: NOW, expireAt: NOW })
  const ask = { now: NOW, leaseMs: 1000, limit: 1 }
  await stores.misses.add([aMissCount()])
  await stores.quotas.admit({ quota: 'q', member: 'm', now: NOW, windowMs: 1, limit: 1 })
  await stores.rates.take({ key: 'k', perSecond: 1 })
  await stores.templates.put([aTemplateRecord({ category: 'UTILITY', reason: 'INVALID_FORMAT' })])
  const jobs = ['j1', 'j2'].map((id) => ({ id, kind: 'wave', due: NOW, payload: '{}' }))
  await stores.jobs.schedule(jobs)
  await stores.jobs.claim(ask)
  await stores.jobs.end('j1', 1, { state: 'done', at: NOW })
  await stores.outbox.enqueue(
    [
      aDraft({
        template: { key: 'alert', locale: 'hi', values: { group: 'B+' } },
        by: 'template',
        mediaUrl: 'https://saathi.example.org/c/K7F3/certificate.pdf',
        subject: { kind: 'request', id: 'r1' },
        happensAt: NOW,
        nightApprovedBy: 'c9',
      }),
    ],
    NOW,
  )
  await stores.outbox.claim(ask)
  await stores.outbox.settle('o1', 1, { state: 'sent', sid: 'S1' })
  await stores.outbox.applyStatus('o1', { sid: 'S1', status: 'failed', code: '63016' })
  await stores.outbox.enqueue([aDraft({ id: 'o2' }), aDraft({ id: 'o3', purpose: 'news' })], NOW)
  await stores.outbox.claim(ask)
  await stores.outbox.settle('o2', 1, { state: 'queued', dueAt: NOW + 9, error })
  await stores.outbox.settle('o3', 1, { state: 'queued', dueAt: NOW + 9, reason: 'rate' })
  await stores.outbox.claim(ask)
}

async function embeddedFields(folder: string): Promise<Map<string, Set<string>>> {
  const root = openLmdb({ path: join(folder, 'saathi.lmdb'), noSubdir: true, readOnly: true, maxDbs: 64 })
  const found = new Map<string, Set<string>>()
  for (const name of root.getKeys() as Iterable<string>) {
    // What is neither is a way to find documents, or names the owner's socket.
    if (name === 'index' || name === 'meta') continue
    if (name === 'file_bytes') {
      found.set(name, new Set(['id', 'bytes']))
      continue
    }
    const useVersions = name === 'conversations'
    const documents = root.openDB<object, string>({ name, encoding: 'json', useVersions })
    const fields = [...documents.getRange()].flatMap(({ value }) => Object.keys(value))
    found.set(name, new Set(['id', ...fields]))
  }
  await root.close()
  return found
}

describe('PERSONAL_FIELDS', () => {
  it('declares every field that the embedded engine stores', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'saathi-'))
    const stores = await openEmbedded({ dataDir: folder, random: systemRandom })
    await fillEverything(stores)
    await stores.close()
    const found = await embeddedFields(folder)
    await rm(folder, { recursive: true })
    // Rates are in the memory of the one process there.
    const names = Object.keys(PERSONAL_FIELDS).filter((name) => name !== 'rates')
    expect([...found.keys()].sort()).toEqual(names.sort())
    expect([...found].flatMap(([collection, fields]) => undeclared(collection, [...fields]))).toEqual([])
  })

  it('would notice a field that is not declared', () => {
    expect(undeclared('donors', ['_id', 'weight', 'aadhaar'])).toEqual(['donors.aadhaar'])
  })

  describeEngine('mongo', (open) => {
    it('declares every field that MongoDB stores', async () => {
      await fillEverything(await open())
      const admin = await createConnection(mongoTestUri() ?? '').asPromise()
      const collections = (await admin.db?.collections()) ?? []
      const found = await Promise.all(
        collections.map(async (collection) => {
          const documents = await collection.find().toArray()
          return undeclared(collection.collectionName, documents.flatMap(Object.keys))
        }),
      )
      await admin.close()
      // The bytes are in the file's own document there.
      const names = Object.keys(PERSONAL_FIELDS).filter((name) => name !== 'file_bytes')
      expect(collections.map(({ collectionName }) => collectionName).sort()).toEqual(names.sort())
      expect(found.flat()).toEqual([])
    })
  })

  it('gives every document about a person their contact, their patient or is theirs by id', () => {
    const owners = ['contactId', 'donorId', 'guardians', 'patientId']
    const own = ['contacts', 'donors', 'file_bytes']
    const personal = Object.entries(DECLARED).filter(
      ([name, fields]) => !own.includes(name) && fields['id']?.personal,
    )
    const ownerless = personal.filter(([, fields]) => !owners.some((owner) => fields[owner]))
    expect(ownerless.map(([name]) => name)).toEqual([])
  })
})
