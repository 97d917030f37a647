import type { ProviderContent } from './provider-content'
import type { ApprovalStatus } from './template-store'

/** What WhatsApp said about a content. */
export interface Approval {
  readonly status: ApprovalStatus
  readonly category?: string
  readonly reason?: string
}

/** One content as the provider lists it. */
export interface ListedContent {
  readonly contentSid: string
  readonly name: string
  readonly approval: Approval
}

/** Where templates are made and approved. Every call throws a `TemplateProviderError` for what it refuses. */
export interface TemplateProvider {
  /** All contents, with what became of their approval. */
  list(): Promise<readonly ListedContent[]>
  /** Makes a content; its id. */
  create(content: ProviderContent): Promise<string>
  requestApproval(contentSid: string, content: ProviderContent): Promise<Approval>
}

/** The provider refused; free of credentials. */
export class TemplateProviderError extends Error {
  override readonly name = 'TemplateProviderError'
}
