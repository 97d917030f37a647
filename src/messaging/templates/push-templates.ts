import type { Instant } from '../../base/clock'
import type { MessageTemplate } from './message-template'
import { providerContent } from './provider-content'
import type { Approval, TemplateProvider } from './template-provider'
import type { TemplateRecord, TemplateStore } from './template-store'

/** What a push did with one template. */
export interface Pushed {
  readonly name: string
  readonly did: 'created' | 'submitted' | 'nothing'
  readonly approval: Approval
}

export interface PushDeps {
  readonly provider: TemplateProvider
  readonly store: TemplateStore
  readonly now: Instant
}

/**
 * Brings every template to the provider and asks for approval. A name follows from its content, so an unchanged template
 * finds itself there: pushing twice, or again after a crash, does nothing more. Older versions stay in use until the new
 * one is approved.
 */
export async function pushTemplates(
  templates: readonly MessageTemplate[],
  { provider, store, now }: PushDeps,
): Promise<readonly Pushed[]> {
  const listed = new Map((await provider.list()).map((one) => [one.name, one]))
  const known = new Map((await store.list()).map((one) => [one.id, one]))
  const pushed: Pushed[] = []
  for (const template of templates) {
    const content = providerContent(template)
    const there = listed.get(content.name)
    const contentSid = there?.contentSid ?? (await provider.create(content))
    const unsubmitted = !there || there.approval.status === 'unsubmitted'
    const approval = unsubmitted ? await provider.requestApproval(contentSid, content) : there.approval
    const record = templateRecord(template, { contentSid, approval, at: now })
    const before = known.get(content.name)
    if (!before || unsubmitted || changed(before, record)) {
      await store.put([{ ...record, pushedAt: before?.pushedAt ?? now }])
    }
    const did = there ? (unsubmitted ? 'submitted' : 'nothing') : 'created'
    pushed.push({ name: content.name, did, approval })
  }
  return pushed
}

/** Reads what the provider says now of every template that was pushed, and keeps it. */
export async function refreshTemplates({
  provider,
  store,
  now,
}: PushDeps): Promise<readonly TemplateRecord[]> {
  const listed = new Map((await provider.list()).map((one) => [one.contentSid, one.approval]))
  const refreshed = (await store.list()).map((record): TemplateRecord => {
    const { id, key, locale, contentSid, asked, body, buttons, variables, category, pushedAt } = record
    const lasting = { id, key, locale, contentSid, asked, body, buttons, variables, pushedAt }
    const approval = listed.get(contentSid)
    return {
      ...lasting,
      ...(category !== undefined && { category }),
      checkedAt: now,
      // Deleted there: nothing may be sent with it.
      ...heard(approval ?? { status: 'disabled', reason: 'not there any more' }),
    }
  })
  await store.put(refreshed)
  return refreshed
}

/** What is kept of a template that the provider has. */
export function templateRecord(
  template: MessageTemplate,
  said: { readonly contentSid: string; readonly approval: Approval; readonly at: Instant },
): TemplateRecord {
  const { key, locale, category } = template
  const { name, body, buttons, variables } = providerContent(template)
  const own = { id: name, key, locale, asked: category, body, buttons, variables }
  return {
    ...own,
    contentSid: said.contentSid,
    ...heard(said.approval),
    pushedAt: said.at,
    checkedAt: said.at,
  }
}

function heard({
  status,
  category,
  reason,
}: Approval): Pick<TemplateRecord, 'status' | 'category' | 'reason'> {
  return { status, ...(category !== undefined && { category }), ...(reason !== undefined && { reason }) }
}

function changed(before: TemplateRecord, now: TemplateRecord): boolean {
  return (
    before.contentSid !== now.contentSid || before.status !== now.status || before.category !== now.category
  )
}
