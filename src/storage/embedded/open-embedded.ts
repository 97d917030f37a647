import { newId } from '../../base/ids'
import type { Random } from '../../base/random'
import type { Stores } from '../stores'
import { embeddedAlertStore } from './embedded-alert-store'
import { embeddedBloodRequestStore } from './embedded-blood-request-store'
import { embeddedCampStore } from './embedded-camp-store'
import { embeddedCertificateStore } from './embedded-certificate-store'
import { embeddedContactStore } from './embedded-contact-store'
import { embeddedConversationStore, forgetConversations } from './embedded-conversation-store'
import { openDatabase, type EmbeddedDatabase } from './embedded-database'
import { embeddedDonationStore } from './embedded-donation-store'
import { embeddedDonorStore } from './embedded-donor-store'
import { embeddedFileStore, forgetFiles } from './embedded-file-store'
import { embeddedHandOverStore, forgetHandOvers } from './embedded-hand-over-store'
import { embeddedImpactStore } from './embedded-impact-store'
import { embeddedJobStore, forgetJobs } from './embedded-job-store'
import { embeddedMissStore, forgetMisses } from './embedded-miss-store'
import { embeddedOutboxStore, forgetOutboxRows } from './embedded-outbox-store'
import { embeddedPatientStore } from './embedded-patient-store'
import { embeddedPlacesStore } from './embedded-places-store'
import { embeddedPublishedFlowStore } from './embedded-published-flow-store'
import { embeddedQuotaStore, forgetQuotaUses } from './embedded-quota-store'
import { embeddedRateStore } from './embedded-rate-store'
import { embeddedTemplateStore } from './embedded-template-store'
import { embeddedTodoStore } from './embedded-todo-store'
import { moveBelongings, repointContact } from './repoint-contact'
import { takeOwnership, type OwnerLock } from './owner-lock'

export interface EmbeddedOptions {
  /** Made when missing. On a local disk: not on a network drive. */
  readonly dataDir: string
  readonly random: Random
  /** For commands beside a running server: every store reads, and a write throws. */
  readonly readOnly?: boolean
}

/**
 * Every store in one LMDB file of the data folder. Throws when another process owns the folder (unless only
 * reading), naming the folder and the repair. A promise of a write resolves when it is on disk.
 */
export async function openEmbedded({ dataDir, random, readOnly = false }: EmbeddedOptions): Promise<Stores> {
  const db = await openDatabase(dataDir, readOnly)
  const lock = readOnly ? undefined : await own(db, dataDir, random)
  let closing: Promise<void> | undefined
  const conversations = embeddedConversationStore(db, random)
  return {
    alerts: embeddedAlertStore(db),
    camps: embeddedCampStore(db),
    certificates: embeddedCertificateStore(db),
    contacts: embeddedContactStore(db),
    conversations,
    donations: embeddedDonationStore(db),
    donors: embeddedDonorStore(db),
    files: embeddedFileStore(db),
    flows: embeddedPublishedFlowStore(db),
    handOvers: embeddedHandOverStore(db),
    impacts: embeddedImpactStore(db),
    jobs: embeddedJobStore(db),
    misses: embeddedMissStore(db),
    outbox: embeddedOutboxStore(db),
    patients: embeddedPatientStore(db),
    places: embeddedPlacesStore(db),
    quotas: embeddedQuotaStore(db),
    rates: embeddedRateStore(),
    requests: embeddedBloodRequestStore(db),
    templates: embeddedTemplateStore(db),
    todos: embeddedTodoStore(db),
    repoint: (from, to) => repointContact(db, conversations, { from, to }),
    moveBelongings: (from, to) => moveBelongings(db, from, to),
    forget: (now) =>
      db.write(
        () =>
          forgetConversations(db, now) +
          forgetFiles(db, now) +
          forgetHandOvers(db, now) +
          forgetJobs(db, now) +
          forgetMisses(db, now) +
          forgetOutboxRows(db, now) +
          forgetQuotaUses(db, now),
      ),
    ping: async () => void db.meta.doesExist(OWNER),
    close: () => (closing ??= close(db, lock)),
  }
}

const OWNER = 'owner'

async function close(db: EmbeddedDatabase, lock: OwnerLock | undefined): Promise<void> {
  // What was asked for before is on disk before the folder is another's.
  if (lock) await db.write(() => undefined)
  await lock?.release()
  await db.close()
}

async function own(db: EmbeddedDatabase, dataDir: string, random: Random): Promise<OwnerLock> {
  try {
    return await takeOwnership(dataDir, `owner-${newId(random).slice(0, 12)}.sock`, {
      read: () => db.meta.get(OWNER),
      replace: (expected, next) =>
        db.writeNow(() => {
          if (db.meta.get(OWNER) !== expected) return false
          if (next === undefined) db.meta.removeSync(OWNER)
          else db.meta.putSync(OWNER, next)
          return true
        }),
    })
  } catch (error) {
    await db.close()
    throw error
  }
}
