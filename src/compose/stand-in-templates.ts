import { templateRecord } from '../messaging/templates/push-templates'
import { providerContent } from '../messaging/templates/provider-content'
import type { Common } from './common'

/** Without an account nobody pushes templates: the stand-in has all of them, approved. */
export async function approveAtStandIn({ provider, files, raw, clock }: Common): Promise<void> {
  const { standIn } = provider
  if (!standIn) return
  const sids = standIn.holdApproved(files.templates.map(providerContent))
  const at = clock.now()
  const records = files.templates.map((template, i) =>
    templateRecord(template, { contentSid: sids[i] ?? '', approval: { status: 'approved' }, at }),
  )
  await raw.templates.put(records)
}
