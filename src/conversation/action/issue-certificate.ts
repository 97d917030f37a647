import { z } from 'zod'
import { DAY } from '../../base/clock'
import { keyedId } from '../../base/keyed-id'
import type { Certificate } from '../../certificates/certificate'
import type { OutboxDraft } from '../../messaging/outbox-store'
import { certifiedDonations } from '../certificates/certified-donations'
import type { Action, ActionContext } from './action'
import type { ActionDeps } from './deps'
import { bodyOf, valuesOf } from './messages'
import { templateUse } from './template-use'
import { todosOf, type Message } from './todos'

const args = z.object({ donation: z.string(), name: z.string().nullish() })

/** Makes the certificate for a donation, or finds it, and sends it; without a name, with the one that was given last. */
export function issueCertificate(deps: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'issue_certificate',
    type: 'effect',
    args,
    reasons: ['none'],
    perform: async ({ donation: donationId, name }, context) => {
      const { certificates } = deps.stores
      const { key, contactId, locale, now } = context
      const given = await certifiedDonations(contactId, locale, deps)
      const donation = given.find((one) => one.donationId === donationId)
      const before = await certificates.ofContact(contactId)
      const known = before.find((one) => one.donationId === donationId)
      const written = name ?? known?.name ?? before[0]?.name
      if (!donation || written === undefined) return { ok: false, reason: 'none' }
      const fresh = { ...donation, id: deps.certificateLinks.serialOf(donationId), contactId, issuedAt: now }
      const certificate = { ...(known ?? fresh), name: written }
      const sent = { kind: 'send', drafts: [draftOf(certificate, context, deps)] } as const
      await certificates.issue(key, certificate, todosOf(key, [sent]))
      return { ok: true }
    },
  }
}

/** On WhatsApp the paper itself, by SMS a link to it: the answer to the person's own message. */
function draftOf({ id: serial, on }: Certificate, context: ActionContext, deps: ActionDeps): OutboxDraft {
  const { key, contactId, conversationId, channel, sender, address, now } = context
  const link = deps.certificateLinks.paperOf(serial, now)
  const message: Message = {
    text: 'certificate_ready',
    values: { date: on, link, page: deps.certificateLinks.pageOf(serial) },
  }
  const body = bodyOf(message, context, deps)
  const said = {
    key: message.text,
    purpose: 'reply',
    values: valuesOf(message, context, deps),
    body,
  } as const
  const template = templateUse(said, context, deps)
  return {
    id: keyedId(`${key}#certificate`),
    purpose: 'reply',
    contactId,
    channel,
    from: sender,
    to: address,
    body,
    ...(channel === 'whatsapp' && { mediaUrl: link }),
    ...(template && { template }),
    lane: `${conversationId}:certificate:${key}`,
    seq: 0,
    notBefore: now,
    notAfter: now + DAY,
  }
}
