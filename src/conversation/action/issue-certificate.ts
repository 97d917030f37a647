import { z } from 'zod'
import type { Certificate } from '../../certificates/certificate'
import { certifiedDonations } from '../certificates/certified-donations'
import type { Action, ActionContext } from './action'
import type { ActionDeps } from './deps'
import { draftsToPerson, type SaidToPerson } from './drafts-to-person'
import { todosOf } from './todos'

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
      const paper = paperFor(certificate, context, deps)
      const sent = { kind: 'send', drafts: draftsToPerson(context, paper, { context, deps }) } as const
      await certificates.issue(key, certificate, todosOf(key, [sent]))
      return { ok: true }
    },
  }
}

/** On WhatsApp the paper itself, by SMS a link to it: the answer to the person's own message. */
function paperFor(
  { id: serial, on }: Certificate,
  { channel, now }: ActionContext,
  deps: ActionDeps,
): SaidToPerson {
  const link = deps.certificateLinks.paperOf(serial, now)
  const values = { date: on, link, page: deps.certificateLinks.pageOf(serial) }
  return {
    as: 'certificate',
    message: { text: 'certificate_ready', values },
    ...(channel === 'whatsapp' && { mediaUrl: link }),
  }
}
