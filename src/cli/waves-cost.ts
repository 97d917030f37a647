import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../base/clock'
import { systemRandom } from '../base/random'
import { seededRandom } from '../base/seeded-random'
import type { Donor } from '../blood/donors/donor'
import { BLOOD_GROUPS } from '../blood/groups/blood-group'
import { PROJECT_ROOT } from '../config/config'
import { loadOrganisation } from '../config/organisation'
import type { ActionDeps } from '../conversation/action/deps'
import { lookAtAlerts } from '../conversation/alerts/look-at-alerts'
import { waveJob } from '../conversation/alerts/wave-job'
import { createTexts } from '../conversation/text/i18n-texts'
import { loadTexts } from '../conversation/text/load-texts'
import { createCertificateLinks } from '../certificates/certificate-links'
import { createFileLinks } from '../files/file-links'
import { loadTemplates } from '../messaging/templates/load-templates'
import { openEmbedded } from '../storage/embedded/open-embedded'
import { openMongo } from '../storage/mongo/open-mongo'
import type { Stores } from '../storage/stores'

/**
 * What choosing and enqueueing a wave costs, as the number of donors grows: `node dist/cli/waves-cost.js 1000 10000 100000`,
 * or with `mongodb://host/empty-database` and one number. Prints milliseconds of the clock and of the processor.
 */
const ROUNDS = 7
/** 2026-11-24 10:00 in Kanpur. */
const NOW = Date.UTC(2026, 10, 24, 4, 30)
/** How far homes lie from the centre, as in the simulated city. */
const SPREAD_DEGREES = 0.12
/** Per thousand, in the order of the groups: O+ and B+ are the most frequent in the north of India. */
const SHARES: Readonly<Record<string, number>> = {
  'A+': 210, 'A-': 9, 'B+': 350, 'B-': 15, 'AB+': 80, 'AB-': 4, 'O+': 317, 'O-': 15,
} // prettier-ignore

async function main(): Promise<void> {
  const [first = '', ...rest] = process.argv.slice(2)
  const uri = first.startsWith('mongodb') ? first : undefined
  for (const size of (uri === undefined ? [first, ...rest] : rest).map(Number)) {
    const folder = mkdtempSync(join(tmpdir(), 'saathi-waves-'))
    const stores =
      uri === undefined
        ? await openEmbedded({ dataDir: folder, random: systemRandom })
        : await openMongo({ uri, random: systemRandom })
    try {
      await fill(stores, size)
      console.log(`${size} donors: ${await measured(stores)}`)
    } finally {
      await stores.close()
      rmSync(folder, { recursive: true })
    }
  }
}

async function fill(stores: Stores, size: number): Promise<void> {
  const random = seeded(7)
  for (let done = 0; done < size; done += 1_000) {
    const batch = Array.from({ length: Math.min(1_000, size - done) }, (_, i) => donor(done + i, random))
    await Promise.all(batch.map((one, i) => add(stores, one, done + i)))
  }
}

async function add(stores: Stores, one: Donor, nth: number): Promise<void> {
  await stores.contacts.resolve({ phone: `+9160${String(nth).padStart(8, '0')}` }, one.id, NOW)
  const consent = { purpose: 'alerts', channel: 'whatsapp', noticeVersion: '1', locale: 'hi' } as const
  await stores.contacts.change(one.id, { set: 'consent', consent: { ...consent, at: NOW, sid: `SM${nth}` } })
  await stores.donors.register(`key ${nth}`, one, [])
}

function donor(nth: number, random: () => number): Donor {
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

async function measured(stores: Stores): Promise<string> {
  const wall: number[] = []
  const cpu: number[] = []
  let asked = 0
  for (let round = 0; round < ROUNDS; round++) {
    const requestId = await verifiedRequest(stores, round)
    const before = process.cpuUsage()
    const began = process.hrtime.bigint()
    const job = { ...waveJob(requestId, { due: NOW }), state: 'claimed', attempt: 1 } as const
    await lookAtAlerts(job, NOW, deps(stores))
    wall.push(Number(process.hrtime.bigint() - began) / 1e6)
    const used = process.cpuUsage(before)
    cpu.push((used.user + used.system) / 1e3)
    asked += (await stores.alerts.ofRequest(requestId)).length
  }
  const rounded = (numbers: readonly number[]): string => median(numbers).toFixed(0)
  return `${rounded(wall)} ms, first ${wall[0]?.toFixed(0)} ms, processor ${rounded(cpu)} ms, asked ${asked / ROUNDS} a wave`
}

async function verifiedRequest(stores: Stores, round: number): Promise<string> {
  const id = `r${round}`
  const request = {
    id,
    code: `K7F${round}`,
    contactId: 'mother',
    channel: 'whatsapp',
    locale: 'hi',
    group: 'B+',
    component: 'packed_red_cells',
    units: 2,
    hospital: { name: 'LLR Hospital' },
    bloodCentre: 'GSVM Medical College',
    neededBy: '2026-11-27',
    patientId: `p${round}`,
    outsideServiceArea: false,
    createdAt: NOW,
    state: { status: 'verified', at: NOW, by: 'c', supply: 'alert' },
  } as const
  await stores.requests.raise(`raise ${round}`, request, [])
  return id
}

const LINKS = { publicUrl: 'https://saathi.example.org', secret: 's'.repeat(32) }

function deps(stores: Stores): ActionDeps {
  const timeZone = 'Asia/Kolkata'
  return {
    stores,
    texts,
    templates,
    organisation,
    coordinators: ['+919800000001'],
    senders: { whatsapp: '+14155238886' },
    defaultLocale: 'hi',
    timeZone,
    fileLinks: createFileLinks(LINKS),
    certificateLinks: createCertificateLinks(LINKS),
  }
}

const texts = createTexts({
  source: loadTexts(join(PROJECT_ROOT, 'locales')),
  clock: systemClock,
  timeZone: 'Asia/Kolkata',
})
const templates = loadTemplates(join(PROJECT_ROOT, 'locales'))
const organisation = loadOrganisation(join(PROJECT_ROOT, 'organisation'))

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

/** From 0 to 1, the same for the same seed. */
function seeded(seed: number): () => number {
  const random = seededRandom(seed)
  return () => [...random.bytes(6)].reduce((sum, byte) => (sum + byte) / 256, 0)
}

void main()
