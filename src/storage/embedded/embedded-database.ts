import { open as openFile, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { open, type Database, type RootDatabase } from 'lmdb'
import type { Alert } from '../../blood/alerts/alert'
import type { Camp } from '../../blood/camps/camp'
import type { Donation } from '../../blood/donations/donation'
import type { Impact } from '../../blood/donations/impact'
import type { Donor } from '../../blood/donors/donor'
import type { Patient } from '../../blood/patients/patient'
import type { PublishedFlow } from '../../conversation/flow/published-flow-store'
import type { Conversation } from '../../conversation/turn/conversation'
import type { CertificateDocument } from '../transitions/certificate-document'
import type { RequestDocument } from '../transitions/change-request'
import type { ClaimDocument } from '../transitions/decide-claim'
import type { EffectRecord } from '../transitions/effect-record'
import type { FileDocument } from '../transitions/file-document'
import type { HandOverDocument } from '../transitions/hand-over-document'
import type { TemplateRecord } from '../../messaging/templates/template-store'
import type { ContactDocument } from '../transitions/join-contacts'
import type { JobDocument } from '../transitions/job-document'
import type { MissDocument } from '../transitions/miss-document'
import type { OutboxDocument } from '../transitions/outbox-row'
import type { PlacesDocument } from '../transitions/places-document'
import type { QuotaUse } from '../transitions/quota-use'
import { indexKeys, type IndexKeys } from './index-keys'

/** Documents by id. */
export type Documents<T> = Database<T, string>

/** The environment file and the databases in it, one for each collection. */
export interface EmbeddedDatabase {
  readonly alerts: Documents<Alert>
  readonly addresses: Documents<{ readonly contactId: string }>
  readonly camps: Documents<Camp>
  readonly certificates: Documents<CertificateDocument>
  readonly claims: Documents<ClaimDocument>
  /** What a human code leads to; the key is `<kind> <code>`. */
  readonly codes: Documents<{ readonly ownerId: string }>
  readonly contacts: Documents<ContactDocument>
  readonly conversations: Documents<Conversation>
  readonly donations: Documents<Donation>
  readonly donors: Documents<Donor & EffectRecord>
  /** Which document the effect of a key created. */
  readonly effects: Documents<{ readonly ownerId: string }>
  readonly fileBytes: Documents<Uint8Array>
  readonly files: Documents<FileDocument>
  readonly flows: Documents<PublishedFlow>
  readonly handOvers: Documents<HandOverDocument>
  readonly impacts: Documents<Impact>
  readonly jobs: Documents<JobDocument>
  readonly meta: Documents<string>
  readonly misses: Documents<MissDocument>
  readonly outbox: Documents<OutboxDocument>
  readonly patients: Documents<Patient>
  readonly places: Documents<PlacesDocument>
  readonly quotaUses: Documents<QuotaUse>
  readonly requests: Documents<RequestDocument>
  readonly templates: Documents<TemplateRecord>
  readonly index: IndexKeys
  /**
   * Runs `change` alone, together with other changes in one commit; resolves with its result when that is on
   * disk. It must not throw after its first write, which would stay.
   */
  write<T>(change: () => T): Promise<T>
  /** The same at once and in its own commit: for starting and stopping only. */
  writeNow<T>(change: () => T): T
  /** Throws when this process may only read. */
  assertWritable(): void
  close(): Promise<void>
}

const FILE_NAME = 'saathi.lmdb'

/**
 * Opens the environment of a data folder, making both when they are missing unless it is only for reading.
 */
export async function openDatabase(folder: string, readOnly: boolean): Promise<EmbeddedDatabase> {
  const path = join(folder, FILE_NAME)
  await (readOnly ? expectFile(path, folder) : makeFiles(path, folder))
  // Without overlapping syncs a commit is on disk when it is visible; at the loads this engine is for that is
  // also cheaper.
  const root = open({ path, noSubdir: true, maxDbs: 64, overlappingSync: false, readOnly })
  const assertWritable = (): void => {
    if (readOnly) throw new Error(`${folder} was opened for reading only.`)
  }
  return {
    ...collections(root, folder),
    write: async (change) => {
      assertWritable()
      return root.transaction(change)
    },
    writeNow: (change) => root.transactionSync(change),
    assertWritable,
    close: () => root.close(),
  }
}

function collections(root: RootDatabase, folder: string) {
  const documents = <T>(name: string): Documents<T> =>
    orAbsent(root.openDB<T, string>({ name, encoding: 'json' }), name, folder)
  return {
    alerts: documents<Alert>('alerts'),
    addresses: documents<{ readonly contactId: string }>('addresses'),
    camps: documents<Camp>('camps'),
    certificates: documents<CertificateDocument>('certificates'),
    claims: documents<ClaimDocument>('claims'),
    codes: documents<{ readonly ownerId: string }>('codes'),
    contacts: documents<ContactDocument>('contacts'),
    conversations: root.openDB<Conversation, string>({
      name: 'conversations',
      encoding: 'json',
      useVersions: true,
    }),
    donations: documents<Donation>('donations'),
    donors: documents<Donor & EffectRecord>('donors'),
    effects: documents<{ readonly ownerId: string }>('effects'),
    fileBytes: root.openDB<Uint8Array, string>({ name: 'file_bytes', encoding: 'binary' }),
    files: documents<FileDocument>('files'),
    flows: documents<PublishedFlow>('flows'),
    handOvers: documents<HandOverDocument>('hand_overs'),
    impacts: documents<Impact>('impacts'),
    jobs: documents<JobDocument>('jobs'),
    meta: documents<string>('meta'),
    misses: documents<MissDocument>('misses'),
    outbox: documents<OutboxDocument>('outbox'),
    patients: documents<Patient>('patients'),
    places: documents<PlacesDocument>('places'),
    quotaUses: documents<QuotaUse>('quota_uses'),
    requests: documents<RequestDocument>('requests'),
    templates: documents<TemplateRecord>('templates'),
    index: indexKeys(
      root.openDB<boolean, (string | number)[]>({ name: 'index', encoding: 'ordered-binary' }),
    ),
  }
}

/**
 * The collection; for reading only it is missing, against LMDB's types, where an older version wrote: then whoever asks it
 * is told the repair.
 */
function orAbsent<T>(found: Documents<T> | undefined, name: string, folder: string): Documents<T> {
  if (found) return found
  return new Proxy({} as Documents<T>, {
    get() {
      throw new Error(
        `${folder} was last written by an older version, without "${name}": start the server once.`,
      )
    },
  })
}

async function makeFiles(path: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // Made before LMDB does, which would let others read them.
  for (const file of [path, `${path}-lock`]) await (await openFile(file, 'a', 0o600)).close()
}

async function expectFile(path: string, folder: string): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (!found)
    throw new Error(`${folder} holds no data yet: start the server once, or set DATA_DIR to its folder.`)
}

// Longer ids than LMDB's keys can be asked for by links and messages; none was ever stored.
const LONGEST_ID = 600

/** The document, or nothing. */
export function find<T>(documents: Documents<T>, id: string): T | undefined {
  return id.length > LONGEST_ID || id === '' ? undefined : documents.get(id)
}

/** Documents that index keys lead to, in the keys' order. */
export function findAll<T>(documents: Documents<T>, ids: readonly string[]): readonly T[] {
  return ids.map((id) => documents.get(id)).filter((found): found is T & {} => found !== undefined)
}
