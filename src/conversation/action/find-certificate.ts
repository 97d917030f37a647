import { z } from 'zod'
import type { CertifiedDonation } from '../../certificates/certificate'
import { inLocale } from '../../blood/organisation/organisation'
import { certifiedDonations } from '../certificates/certified-donations'
import { speaksOfName } from '../input/speaks-of-name'
import type { Action, ActionContext } from './action'
import type { ActionDeps } from './deps'

const args = z.object({ donation: z.string().nullish() })
/** More choices than these a list does not hold. */
const MOST_CHOICES = 9

/**
 * The donations that earned a certificate, and the one that was chosen, else the latest. `ready`: a name was given once, and
 * this message asks for no other.
 */
export function findCertificate(deps: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'find_certificate',
    type: 'look',
    args,
    reasons: ['none'],
    perform: async ({ donation }, context) => {
      const { contactId, locale, text } = context
      const all = await certifiedDonations(contactId, locale, deps)
      const shown = all.slice(0, MOST_CHOICES)
      const chosen = all.find(({ donationId }) => donationId === donation) ?? all[0]
      if (!chosen) return { ok: false, reason: 'none' }
      const issued = await deps.stores.certificates.ofContact(contactId)
      return {
        ok: true,
        values: {
          donations: shown.map((one) => ({ id: one.donationId, title: titleOf(one, context, deps) })),
          several: shown.length > 1,
          donation: chosen.donationId,
          on: chosen.on,
          ready: issued.length > 0 && !speaksOfName(text),
        },
      }
    },
  }
}

function titleOf(
  { on, place }: CertifiedDonation,
  { locale, channel }: ActionContext,
  { texts }: Pick<ActionDeps, 'texts'>,
): string {
  const values = { on, place: inLocale(place, locale) }
  return texts.text('common:donation', { locale, channel, values })
}
