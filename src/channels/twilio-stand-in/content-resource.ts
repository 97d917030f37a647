import { apiError, NOT_FOUND, type ApiResponse } from './api'
import { newSid } from './chance'
import { approvalFormatProblem } from './approval-format'
import { contentJson, contentProblem, type ContentRecord } from './content'
import type { Core } from './core'
import { contentPage } from './list-resource'

interface ContentBody {
  readonly friendly_name?: string
  readonly language: string
  readonly variables?: Readonly<Record<string, string>>
  readonly types: ContentRecord['types']
}

export function createContent(core: Core, json: unknown): ApiResponse {
  const problem = contentProblem(json)
  if (problem !== undefined) return apiError(400, 20001, problem)
  const body = json as ContentBody
  const content: ContentRecord = {
    sid: newSid(core.random, 'HX'),
    friendlyName: body.friendly_name ?? '',
    language: body.language,
    variables: body.variables ?? {},
    types: body.types,
    createdAt: core.clock.now(),
    approval: { name: '', category: '', status: 'unsubmitted' },
  }
  core.contents.set(content.sid, content)
  return { status: 201, json: contentJson(content, core.accountSid) }
}

export function fetchContent(core: Core, sid: string): ApiResponse {
  const content = core.contents.get(sid)
  return content ? { status: 200, json: contentJson(content, core.accountSid) } : NOT_FOUND
}

/** Replaces what a content says; WhatsApp's word on it is not needed for that only while nobody asked for it. */
export function updateContent(core: Core, sid: string, json: unknown): ApiResponse {
  const content = core.contents.get(sid)
  if (!content) return NOT_FOUND
  if (content.approval.status !== 'unsubmitted') {
    return apiError(400, 20001, 'A content that was submitted for approval cannot be changed')
  }
  const body = { language: content.language, ...(json as Partial<ContentBody>) }
  const problem = contentProblem(body)
  if (problem !== undefined || !body.types) return apiError(400, 20001, problem ?? 'types is required')
  const next: ContentRecord = {
    ...content,
    friendlyName: body.friendly_name ?? content.friendlyName,
    language: body.language,
    variables: body.variables ?? content.variables,
    types: body.types,
  }
  core.contents.set(sid, next)
  return { status: 200, json: contentJson(next, core.accountSid) }
}

export function listContents(core: Core, query: URLSearchParams): ApiResponse {
  return contentPage('Content', { core, query }, (content) => contentJson(content, core.accountSid))
}

export function listContentsAndApprovals(core: Core, query: URLSearchParams): ApiResponse {
  const hidden = ['links', 'url']
  return contentPage('ContentAndApprovals', { core, query }, (content) => ({
    ...Object.fromEntries(
      Object.entries(contentJson(content, core.accountSid)).filter(([name]) => !hidden.includes(name)),
    ),
    approval_requests: approvalJson(content),
  }))
}

export function deleteContent(core: Core, sid: string): ApiResponse {
  return core.contents.delete(sid) ? { status: 204 } : NOT_FOUND
}

const CATEGORIES: readonly string[] = ['UTILITY', 'MARKETING', 'AUTHENTICATION']

/**
 * Hands a content to WhatsApp: it rejects a text that it never approves, and leaves the rest `received` until the
 * stand-in is told what it decides.
 */
export function requestApproval(core: Core, sid: string, json: unknown): ApiResponse {
  const content = core.contents.get(sid)
  if (!content) return NOT_FOUND
  const { name, category } = (json ?? {}) as { readonly name?: unknown; readonly category?: unknown }
  if (typeof name !== 'string' || !/^[a-z0-9_]+$/.test(name)) {
    return apiError(400, 20001, 'name must be of lower-case letters, digits and underscores')
  }
  if (typeof category !== 'string' || !CATEGORIES.includes(category)) {
    return apiError(400, 20001, `category must be one of ${CATEGORIES.join(', ')}`)
  }
  if (content.types['twilio/list-picker'] ?? content.types['twilio/location']) {
    return apiError(400, 20001, 'This content type cannot be approved for WhatsApp')
  }
  if (content.approval.status !== 'unsubmitted') {
    return apiError(400, 20001, 'Approval was requested for this content before')
  }
  if (isTaken(core, name, content.language)) {
    return apiError(400, 20001, 'A template of this name and language exists or was rejected before')
  }
  const reason = approvalFormatProblem(content)
  content.approval = { name, category, ...(reason ? { status: 'rejected', reason } : { status: 'received' }) }
  return { status: 201, json: approvalJson(content) }
}

/** A name is used up by its first content in a language, also by a rejected one. */
function isTaken(core: Core, name: string, language: string): boolean {
  return [...core.contents.values()].some((one) => one.approval.name === name && one.language === language)
}

export function fetchApproval(core: Core, sid: string): ApiResponse {
  const content = core.contents.get(sid)
  if (!content) return NOT_FOUND
  return {
    status: 200,
    json: { sid, account_sid: core.accountSid, whatsapp: { type: 'whatsapp', ...approvalJson(content) } },
  }
}

function approvalJson({ approval, types }: ContentRecord): Record<string, unknown> {
  return {
    name: approval.name,
    category: approval.category,
    content_type: Object.keys(types)[0],
    status: approval.status,
    rejection_reason: approval.status === 'rejected' ? (approval.reason ?? 'INVALID_FORMAT') : '',
    allow_category_change: false,
  }
}
