import type { Channel } from '../../base/channel'
import type { Instant } from '../../base/clock'

/** A message as Twilio keeps it. Addresses are in Twilio's form. */
export interface MessageRecord {
  readonly sid: string
  readonly direction: 'inbound' | 'outbound-reply' | 'outbound-api'
  readonly channel: Channel
  readonly from: string
  readonly to: string
  body: string
  status: string
  errorCode: number | null
  readonly messagingServiceSid: string | null
  readonly createdAt: Instant
  updatedAt: Instant
  /** When it left, or for an inbound one when the webhook was first asked. */
  sentAt: Instant | null
}

export interface MediaRecord {
  readonly sid: string
  readonly messageSid: string
  readonly contentType: string
  readonly bytes: Uint8Array
  readonly createdAt: Instant
}

/** A message as the REST API shows it. */
export function messageJson(record: MessageRecord, account: string, media: number): Record<string, unknown> {
  const uri = `/2010-04-01/Accounts/${account}/Messages/${record.sid}`
  return {
    sid: record.sid,
    account_sid: account,
    api_version: '2010-04-01',
    body: record.body,
    date_created: rfc2822(record.createdAt),
    date_sent: record.sentAt === null ? null : rfc2822(record.sentAt),
    date_updated: rfc2822(record.updatedAt),
    direction: record.direction,
    error_code: record.errorCode,
    error_message: record.errorCode === null ? null : `Error ${record.errorCode}`,
    from: record.from,
    messaging_service_sid: record.messagingServiceSid,
    num_media: String(media),
    num_segments: '1',
    price: null,
    price_unit: 'USD',
    status: record.status,
    subresource_uris: { media: `${uri}/Media.json`, feedback: `${uri}/Feedback.json` },
    to: record.to,
    uri: `${uri}.json`,
  }
}

/** Whole seconds, as Twilio writes them. */
export function rfc2822(instant: Instant): string {
  return new Date(instant).toUTCString().replace('GMT', '+0000')
}
