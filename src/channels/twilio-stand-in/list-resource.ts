import { SECOND, type Instant } from '../../base/clock'
import { apiError, type ApiResponse } from './api'
import type { ContentRecord } from './content'
import type { Core } from './core'
import { shown } from './messages-resource'
import { rfc2822, type MediaRecord, type MessageRecord } from './records'

const PAGE_SIZE = 50

/** `GET Messages.json`: the newest first; times count in whole seconds, both ends included. */
export function listMessages(core: Core, query: URLSearchParams): ApiResponse {
  const sent = (record: MessageRecord): Instant => record.sentAt ?? record.createdAt
  const found = core.messages
    .filter(
      (record) =>
        matches(query.get('To'), record.to) &&
        matches(query.get('From'), record.from) &&
        within(query, 'DateSent', record.sentAt),
    )
    .reverse()
    .sort((a, b) => sent(b) - sent(a))
  const uri = `/2010-04-01/Accounts/${core.accountSid}/Messages.json`
  return page({ query, uri, key: 'messages' }, found, (record) => shown(core, record))
}

/** `GET Messages/{sid}/Media.json`. */
export function listMedia(core: Core, messageSid: string, query: URLSearchParams): ApiResponse {
  const found = [...core.media.values()].filter(
    (media) => media.messageSid === messageSid && within(query, 'DateCreated', media.createdAt),
  )
  const uri = `/2010-04-01/Accounts/${core.accountSid}/Messages/${messageSid}/Media.json`
  return page({ query, uri, key: 'media_list' }, found, (media) => mediaJson(core.accountSid, media))
}

export function mediaJson(account: string, media: MediaRecord): Record<string, unknown> {
  return {
    sid: media.sid,
    account_sid: account,
    parent_sid: media.messageSid,
    content_type: media.contentType,
    date_created: rfc2822(media.createdAt),
    date_updated: rfc2822(media.createdAt),
    uri: `/2010-04-01/Accounts/${account}/Messages/${media.messageSid}/Media/${media.sid}.json`,
  }
}

/** A page of contents, oldest first; the Content API has a form of its own for pages. */
export function contentPage(
  path: 'Content' | 'ContentAndApprovals',
  { core, query }: { readonly core: Core; readonly query: URLSearchParams },
  json: (content: ContentRecord) => unknown,
): ApiResponse {
  const contents = [...core.contents.values()]
  const size = Number(query.get('PageSize') ?? PAGE_SIZE)
  const number = Number(query.get('Page') ?? 0)
  const url = `https://content.twilio.com/v1/${path}`
  const more = contents.length > (number + 1) * size
  return {
    status: 200,
    json: {
      contents: contents.slice(number * size, (number + 1) * size).map(json),
      meta: {
        key: 'contents',
        page: number,
        page_size: size,
        first_page_url: `${url}?PageSize=${size}&Page=0`,
        previous_page_url: number === 0 ? null : `${url}?PageSize=${size}&Page=${number - 1}`,
        next_page_url: more ? `${url}?PageSize=${size}&Page=${number + 1}` : null,
        url: `${url}?PageSize=${size}&Page=${number}`,
      },
    },
  }
}

interface Listing {
  readonly query: URLSearchParams
  readonly uri: string
  readonly key: string
}

/** One page. The token names the last item of the page before, so that newer items move nothing. */
function page<T extends { readonly sid: string }>(
  { query, uri, key }: Listing,
  items: readonly T[],
  json: (item: T) => unknown,
): ApiResponse {
  const size = Number(query.get('PageSize') ?? PAGE_SIZE)
  const number = Number(query.get('Page') ?? 0)
  const token = query.get('PageToken')
  const last = token === null ? -1 : items.findIndex(({ sid }) => `PA${sid}` === token)
  if (number > 0 && last < 0) return apiError(400, 20006, 'Page number out of range')
  const start = last + 1
  const shownItems = items.slice(start, start + size)
  const more = items.length > start + size
  const next = new URLSearchParams(query)
  next.set('PageSize', String(size))
  next.set('Page', String(number + 1))
  next.set('PageToken', `PA${shownItems.at(-1)?.sid ?? ''}`)
  return {
    status: 200,
    json: {
      [key]: shownItems.map(json),
      page: number,
      page_size: size,
      start,
      end: Math.max(start, start + shownItems.length - 1),
      first_page_uri: `${uri}?PageSize=${size}&Page=0`,
      next_page_uri: more ? `${uri}?${next.toString()}` : null,
      previous_page_uri: null,
      uri: `${uri}?${query.toString()}`,
    },
  }
}

function matches(wanted: string | null, value: string): boolean {
  return wanted === null || wanted === '' || wanted === value
}

function within(query: URLSearchParams, name: string, instant: Instant | null): boolean {
  const at = instant === null ? null : instant - (instant % SECOND)
  const bound = (suffix: string): Instant | undefined => {
    const text = query.get(name + suffix)
    return text ? Date.parse(text) : undefined
  }
  const day = query.get(name)
  const after = bound('>')
  const before = bound('<')
  if (!day && after === undefined && before === undefined) return true
  if (at === null) return false
  if (day && !new Date(at).toISOString().startsWith(day.slice(0, 10))) return false
  return (after === undefined || at >= after) && (before === undefined || at <= before)
}
