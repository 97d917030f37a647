import { apiError, NOT_FOUND, type ApiResponse } from './api'
import { newSid } from './chance'
import { contentJson, contentProblem, type ContentRecord } from './content'
import type { Core } from './core'

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

/** All contents on one page. */
export function listContents(core: Core): ApiResponse {
  const contents = [...core.contents.values()].map((content) => contentJson(content, core.accountSid))
  return {
    status: 200,
    json: { contents, meta: { key: 'contents', page: 0, page_size: contents.length, next_page_url: null } },
  }
}

export function deleteContent(core: Core, sid: string): ApiResponse {
  return core.contents.delete(sid) ? { status: 204 } : NOT_FOUND
}

const CATEGORIES: readonly string[] = ['UTILITY', 'MARKETING', 'AUTHENTICATION']

/** Hands a content to WhatsApp; it stays `received` until the stand-in is told what WhatsApp decides. */
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
  content.approval = { name, category, status: 'received' }
  return { status: 201, json: approvalJson(content) }
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
    rejection_reason: approval.status === 'rejected' ? 'INVALID_FORMAT' : '',
    allow_category_change: false,
  }
}
