import { createHash } from 'node:crypto'
import type { ProviderContent } from '../../messaging/templates/provider-content'
import { contentBody } from '../twilio/content-body'
import type { ContentRecord } from './content'
import type { Core } from './core'

/** Holds the contents as if they had been made and approved long ago; their sids, in order. The same name, the same sid. */
export function holdApproved(core: Core, contents: readonly ProviderContent[]): string[] {
  return contents.map((content) => {
    const sid = `HX${createHash('sha256').update(content.name).digest('hex').slice(0, 32)}`
    const body = contentBody(content)
    const record: ContentRecord = {
      sid,
      friendlyName: content.name,
      language: content.language,
      variables: content.samples,
      types: body.types as ContentRecord['types'],
      createdAt: core.clock.now(),
      approval: { name: content.name, category: content.category, status: 'approved' },
    }
    core.contents.set(sid, record)
    return sid
  })
}
