import type { Alert } from '../../src/blood/alerts/alert'
import type { Camp } from '../../src/blood/camps/camp'
import { donationId, type Donation } from '../../src/blood/donations/donation'
import { impactId, type Impact } from '../../src/blood/donations/impact'
import type { Donor } from '../../src/blood/donors/donor'
import type { Patient, PatientClaim } from '../../src/blood/patients/patient'
import type { BloodRequest } from '../../src/blood/requests/blood-request'
import type { HandOver } from '../../src/conversation/handover/hand-over'
import type { MissCount } from '../../src/conversation/misses/miss'
import type { Conversation } from '../../src/conversation/turn/conversation'
import type { ExpectedFile, StoredFile } from '../../src/files/file-store'
import type { InboundMessage } from '../../src/messaging/inbound-message'
import type { TemplateRecord } from '../../src/messaging/templates/template-store'
import type { OutboxDraft } from '../../src/messaging/outbox-store'

/** 2026-01-26 09:00 in Kanpur. */
export const NOW = Date.UTC(2026, 0, 26, 3, 30)
const DAY = 86_400_000
const OUR_SENDER = '+14155238886'
const PHONE = '+919876543210'

export function aMessage(override: Partial<InboundMessage> = {}): InboundMessage {
  return {
    sid: 'SM1',
    receivedAt: NOW,
    channel: 'whatsapp',
    from: { phone: PHONE },
    to: OUR_SENDER,
    text: 'खून चाहिए',
    media: [],
    forwarded: false,
    ...override,
  }
}

/** Something not understood once. */
export function aMissCount(override: Partial<MissCount> = {}): MissCount {
  return { day: '2026-11-24', flow: 'request', step: 'group', locale: 'hi', nth: 1, count: 1, ...override }
}

export function aConversation(override: Partial<Conversation> = {}): Conversation {
  return {
    id: `c1:whatsapp:${OUR_SENDER}`,
    born: 'born-1',
    rev: 1,
    contactId: 'c1',
    channel: 'whatsapp',
    sender: OUR_SENDER,
    address: PHONE,
    bot: { locale: 'hi', 'answers.$units': [2, null, true] },
    pending: [],
    handover: [],
    nextSeq: 0,
    settledSeq: 0,
    answered: [],
    lastInboundAt: NOW,
    expireAt: NOW + 30 * DAY,
    ...override,
  }
}

export function aRequest(override: Partial<BloodRequest> = {}): BloodRequest {
  return {
    id: 'r1',
    code: 'K7F3',
    contactId: 'c1',
    channel: 'whatsapp',
    locale: 'hi',
    group: 'B+',
    component: 'packed_red_cells',
    units: 2,
    hospital: { name: 'hallett' },
    bloodCentre: 'gsvm',
    neededBy: '2026-01-27',
    contactPhone: PHONE,
    patientId: 'p1',
    outsideServiceArea: false,
    createdAt: NOW,
    state: { status: 'unverified' },
    ...override,
  }
}

export function anAlert(override: Partial<Alert> = {}): Alert {
  return {
    id: 'a1',
    requestId: 'r1',
    code: 'K7F3',
    contactId: 'c2',
    wave: 1,
    at: NOW,
    channel: 'whatsapp',
    step: 'near',
    fit: 'identical',
    km: 2.5,
    chance: 0.1,
    score: 0.7,
    parts: { near: 0.7, answers: 0.2, fair: 1, rested: 1 },
    ...override,
  }
}

export function aDonor(override: Partial<Donor> = {}): Donor {
  return {
    id: 'c2',
    locale: 'hi-Latn',
    group: 'O-',
    birthYear: 1990,
    sex: 'female',
    weight: 58.5,
    pincode: '208001',
    area: 'Swaroop Nagar',
    point: { lat: 26.4811, lon: 80.3077 },
    category: 'citizen',
    lastDonation: '2025-11-01',
    restUntil: '2026-03-01',
    available: true,
    registeredAt: NOW,
    ...override,
  }
}

export function aDonation(override: Partial<Donation> = {}): Donation {
  const donation = {
    donorId: 'c2',
    on: '2026-01-25',
    kind: 'whole_blood' as const,
    units: 1,
    category: 'citizen' as const,
    firstTime: false,
    bloodCentre: 'gsvm',
    recordedBy: 'c9',
    at: NOW,
    ...override,
  }
  return { id: donationId(donation), ...donation }
}

export function anImpact(override: Partial<Impact> = {}): Impact {
  const days = { from: '2026-01-25', to: '2026-01-25', ...override }
  const of = override.campId === undefined ? days : { campId: override.campId }
  return { id: impactId(of), ...days, patients: 12, recordedBy: 'c9', at: NOW, ...override }
}

export function aPatient(override: Partial<Patient> = {}): Patient {
  return {
    id: 'p1',
    guardians: ['c1'],
    initials: 'AK',
    birthYear: 2018,
    group: 'B+',
    condition: 'thalassemia',
    cardNumber: 'TH-1.$7',
    sibling: 1,
    createdAt: NOW,
    ...override,
  }
}

export function aClaim(override: Partial<PatientClaim> = {}): PatientClaim {
  return { id: 'k1', patientId: 'p1', contactId: 'c9', requestId: 'r1', at: NOW, ...override }
}

export function aHandOver(override: Partial<HandOver> = {}): HandOver {
  return {
    id: 'h1',
    code: 'C34K',
    contactId: 'c1',
    conversationId: `c1:whatsapp:${OUR_SENDER}`,
    channel: 'whatsapp',
    sender: OUR_SENDER,
    address: PHONE,
    locale: 'hi',
    reason: 'asked',
    excerpt: 'किसी से बात करनी है',
    at: NOW,
    ...override,
  }
}

export function aCamp(override: Partial<Camp> = {}): Camp {
  return {
    id: 'camp1',
    name: { hi: 'पुलिस लाइन कैंप', en: 'Police Lines camp', 'hi-Latn': 'Police Line camp' },
    place: { hi: 'पुलिस लाइन', en: 'Police Lines' },
    date: '2026-02-01',
    from: '10:00',
    until: '16:00',
    bloodCentre: 'gsvm',
    mapLink: 'https://maps.example/police-lines',
    ...override,
  }
}

export function aFile(override: Partial<StoredFile> = {}): StoredFile {
  return {
    id: 'f1',
    contactId: 'c1',
    contentType: 'image/jpeg',
    bytes: Uint8Array.from([0, 255, 7]),
    storedAt: NOW,
    expireAt: NOW + DAY,
    ...override,
  }
}

export function anExpectedFile(override: Partial<ExpectedFile> = {}): ExpectedFile {
  return {
    id: 'e1',
    contactId: 'c1',
    contentType: 'image/jpeg',
    url: 'https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1',
    storedAt: NOW,
    expireAt: NOW + DAY,
    ...override,
  }
}

export function aDraft(override: Partial<OutboxDraft> = {}): OutboxDraft {
  const id = override.id ?? 'o1'
  return {
    id,
    purpose: 'reply',
    contactId: 'c1',
    channel: 'whatsapp',
    from: OUR_SENDER,
    to: PHONE,
    body: 'ठीक है',
    lane: `lane of ${id}`,
    seq: 0,
    notBefore: NOW,
    notAfter: NOW + DAY,
    ...override,
  }
}

export function aTemplateRecord(override: Partial<TemplateRecord> = {}): TemplateRecord {
  return {
    id: 'alert_12345678_hi',
    key: 'alert',
    locale: 'hi',
    contentSid: 'HX1',
    asked: 'UTILITY',
    status: 'pending',
    body: 'खून चाहिए: {{1}}।',
    buttons: [],
    variables: ['group'],
    pushedAt: NOW,
    checkedAt: NOW,
    ...override,
  }
}
