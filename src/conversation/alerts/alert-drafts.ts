import { addDays, instantOf } from '../../base/calendar'
import type { Address, Channel } from '../../base/channel'
import type { Instant } from '../../base/clock'
import { keyedId } from '../../base/keyed-id'
import type { Locale } from '../../base/locale'
import type { Alert } from '../../blood/alerts/alert'
import type { AlertNeed } from '../../blood/alerts/alert-need'
import type { DonationKind } from '../../blood/donors/eligibility/donation-kind'
import type { Component } from '../../blood/groups/blood-group'
import { KINDS_FOR } from '../../blood/groups/kinds-for'
import type { Patient } from '../../blood/patients/patient'
import type { Contact } from '../../contacts/contact'
import type { OutboxDraft, TemplateUse } from '../../messaging/outbox-store'
import { fillSlots, templateText } from '../../messaging/templates/message-template'
import type { ActionDeps } from '../action/deps'
import { templateUse } from '../action/template-use'

/** The words of an alert. */
export const ALERT_TEMPLATE = 'donor_alert'

/** What donors call the kind of donation: the words of components. */
const WORDS: { readonly [kind in DonationKind]: Component } = {
  whole_blood: 'whole_blood',
  platelet_apheresis: 'platelets',
  plasma_apheresis: 'plasma',
}

export interface AboutAlerts {
  readonly need: AlertNeed
  readonly patient: Patient | undefined
  readonly now: Instant
  /** Asked a second time, because a place is free after all. */
  readonly again?: true
  readonly deps: ActionDeps
}

/**
 * The messages of these alerts, each under an id that follows from the alert: enqueued twice is sent once. They show the
 * group, the kind of donation, the centre, the last day, and nothing of the patient but the condition. Who cannot be
 * reached any more gets none.
 */
export async function alertDrafts(
  alerts: readonly Alert[],
  about: AboutAlerts,
): Promise<readonly OutboxDraft[]> {
  const contacts = await about.deps.stores.contacts.many(alerts.map(({ contactId }) => contactId))
  const contactOf = new Map(contacts.map((contact) => [contact.id, contact]))
  const worded = new Map<string, Worded>()
  return alerts.flatMap((alert) => {
    const contact = contactOf.get(alert.contactId)
    const route = contact && routeOf(alert.channel, contact, about.deps)
    if (!contact || !route) return []
    const locale = contact.locale ?? contact.consents.at(-1)?.locale ?? about.deps.defaultLocale
    // Alerts of one request differ by language and channel only.
    const reader = `${locale} ${alert.channel}`
    const words = worded.get(reader) ?? wordsOf(alert, locale, about)
    worded.set(reader, words)
    return [{ ...draftOf(alert, about), ...route, ...words }]
  })
}

/**
 * The ids that an alert's messages have in the outbox: the first, and the latest one when a place was free after all. That
 * one may be withheld, when somebody was sooner, and follow again.
 */
export function alertMessageIds({ id, askedAgainAt }: Pick<Alert, 'id' | 'askedAgainAt'>): {
  readonly asked: string
  readonly askedAgain?: string
} {
  const asked = keyedId(`ask ${id}`)
  return askedAgainAt === undefined
    ? { asked }
    : { asked, askedAgain: keyedId(`ask again ${id} ${askedAgainAt}`) }
}

type Worded = Pick<OutboxDraft, 'body' | 'template' | 'by'>

function draftOf(
  alert: Alert,
  { need, now, again, deps }: AboutAlerts,
): Omit<OutboxDraft, 'from' | 'to' | 'body'> {
  const { id, contactId, channel } = alert
  const { asked, askedAgain } = alertMessageIds(alert)
  const outboxId = (again && askedAgain) ?? asked
  return {
    id: outboxId,
    purpose: 'alert',
    contactId,
    channel,
    subject: { kind: 'alert', id },
    lane: outboxId,
    seq: 0,
    notBefore: now,
    notAfter: instantOf(addDays(need.mustGiveBy, 1), '00:00', deps.timeZone),
  }
}

function routeOf(
  channel: Channel,
  { phone, whatsappUserId }: Contact,
  { senders }: ActionDeps,
): { readonly from: Address; readonly to: Address } | undefined {
  const from = senders[channel]
  const to = channel === 'whatsapp' ? (phone ?? whatsappUserId) : phone
  return from !== undefined && to !== undefined ? { from, to } : undefined
}

function wordsOf({ channel, code }: Alert, locale: Locale, about: AboutAlerts): Worded {
  const { need, patient, deps } = about
  const reader = { locale, channel }
  const [kind] = KINDS_FOR[need.component]
  const values = {
    group: need.group,
    kind: deps.texts.fill('{{kind, component}}', { ...reader, values: { kind: WORDS[kind] } }),
    centre: { name: need.centre.name },
    give_by: need.mustGiveBy,
    patient: deps.texts.text(
      patient?.condition === 'thalassemia' ? 'messages:alert_thalassemia' : 'messages:alert_any_patient',
      {
        ...reader,
        values: {},
      },
    ),
    code,
  }
  const use = templateUse({ key: ALERT_TEMPLATE, purpose: 'alert', values, body: '' }, reader, deps)
  const file = deps.templates.find((one) => one.key === ALERT_TEMPLATE && one.locale === locale)
  if (!use || !file) throw new Error(`the template ${ALERT_TEMPLATE} has no words in ${locale}`)
  return channel === 'sms'
    ? bySms(use, file.sms?.text)
    : { body: templateText(file, use.values), template: use }
}

function bySms(use: TemplateUse, registered: string | undefined): Worded {
  if (registered === undefined) throw new Error(`the template ${use.key} has no registered text`)
  return { body: fillSlots(registered, use.values), template: use, by: 'sms' }
}
