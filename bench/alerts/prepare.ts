import { addDays, dateAt } from '../../src/base/calendar'
import type { Instant } from '../../src/base/clock'
import { keyedCode, keyedId } from '../../src/base/keyed-id'
import { alertId, type Alert } from '../../src/blood/alerts/alert'
import { openPlaces } from '../../src/blood/alerts/places'
import type { BloodRequest } from '../../src/blood/requests/blood-request'
import { alertDrafts } from '../../src/conversation/alerts/alert-drafts'
import { alertNeed } from '../../src/conversation/alerts/alert-need'
import type { ActionDeps } from '../../src/conversation/action/deps'
import { providerContent } from '../../src/messaging/templates/provider-content'
import { templateRecord } from '../../src/messaging/templates/push-templates'
import { actionDepsOf } from '../action-deps'
import { benchRequest } from '../bench-request'
import type { Stores } from '../../src/storage/stores'

/** So many people are asked for one request. */
const PER_REQUEST = 100

/** An alert that must reach one phone. */
export interface ExpectedAlert {
  readonly outboxId: string
  readonly phone: string
  /** The request's code, which the alert on that phone shows. */
  readonly code: string
}

export interface Preparation {
  readonly count: number
  readonly now: Instant
  readonly timeZone: string
  /** Of the templates, as the provider holds them. */
  readonly contentSids: (contents: readonly ReturnType<typeof providerContent>[]) => readonly string[]
}

/** Stores people who agreed to be asked, open requests, and an alert to each person in the outbox. */
export async function prepareAlerts(stores: Stores, ask: Preparation): Promise<readonly ExpectedAlert[]> {
  const deps = actionDepsOf(stores, ask.timeZone)
  await approveTemplates(stores, deps, ask)
  const expected: ExpectedAlert[] = []
  for (let first = 0; first < ask.count; first += PER_REQUEST) {
    const people = Array.from({ length: Math.min(PER_REQUEST, ask.count - first) }, (_, i) => first + i)
    expected.push(...(await alertsOfRequest(people, ask, { ...deps, stores })))
  }
  return expected
}

async function approveTemplates(
  stores: Stores,
  { templates }: ActionDeps,
  { now, contentSids }: Preparation,
): Promise<void> {
  const sids = contentSids(templates.map(providerContent))
  const approval = { status: 'approved' } as const
  const records = templates.map((template, i) =>
    templateRecord(template, { contentSid: sids[i] ?? '', approval, at: now }),
  )
  await stores.templates.put(records)
}

async function alertsOfRequest(
  people: readonly number[],
  { now, timeZone }: Preparation,
  deps: ActionDeps & { readonly stores: Stores },
): Promise<readonly ExpectedAlert[]> {
  const { stores } = deps
  const request = verifiedRequest(people[0] ?? 0, { now, timeZone })
  await stores.requests.raise(`raise ${request.id}`, request, [])
  await stores.places.open(openPlaces(request.id, 2, 3))
  await Promise.all(people.map((person) => addPerson(stores, person, now)))
  const alerts = people.map((person) => alertOf(request, person, now))
  await stores.alerts.add(alerts)
  const asked = alertNeed(request, { patient: undefined, unitsLeft: 2, organisation: deps.organisation })
  if (!asked) throw new Error('organisation/ has no blood centre for the request of the bench')
  const drafts = await alertDrafts(alerts, { need: asked.need, patient: undefined, now, deps })
  await stores.outbox.enqueue(drafts, now)
  return drafts.map(({ id, to }) => ({ outboxId: id, phone: to, code: request.code }))
}

function verifiedRequest(
  nth: number,
  { now, timeZone }: Pick<Preparation, 'now' | 'timeZone'>,
): BloodRequest {
  const id = keyedId(`bench request ${nth}`)
  const own = { id, code: keyedCode(id, 0), patientId: keyedId(`bench patient ${nth}`) }
  return benchRequest(own, { now, neededBy: addDays(dateAt(now, timeZone), 5) })
}

async function addPerson(stores: Stores, person: number, now: Instant): Promise<void> {
  const contactId = contactOf(person)
  await stores.contacts.resolve({ phone: phoneOf(person) }, contactId, now)
  const consent = {
    purpose: 'alerts',
    channel: 'whatsapp',
    noticeVersion: '1',
    locale: 'hi',
    at: now,
    sid: `SM${person}`,
  } as const
  await stores.contacts.change(contactId, { set: 'consent', consent })
}

function alertOf({ id: requestId, code }: BloodRequest, person: number, now: Instant): Alert {
  const contactId = contactOf(person)
  const parts = { near: 1, answers: 1, fair: 1, rested: 1 }
  const why = { step: 'near', fit: 'identical', km: 2, chance: 0.1, score: 1, parts } as const
  return {
    ...why,
    id: alertId(requestId, contactId),
    requestId,
    code,
    contactId,
    channel: 'whatsapp',
    wave: 1,
    at: now,
  }
}

const contactOf = (person: number): string => keyedId(`bench donor ${person}`)
const phoneOf = (person: number): string => `+9198${String(person).padStart(8, '0')}`
