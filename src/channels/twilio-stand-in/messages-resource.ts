import { DAY, MINUTE } from '../../base/clock'
import { MAX_BODY } from '../../messaging/split-text'
import { fromTwilioAddress } from '../twilio/address'
import { apiError, NOT_FOUND, type ApiResponse } from './api'
import { isPublicUrl } from './check-parameters'
import { parseVariables, renderContent } from './content'
import { pairKey, phoneAt, type Core } from './core'
import { sendOut, type Outgoing } from './outbound'
import { messageJson, type MessageRecord } from './records'

const MAX_MEDIA = 10
const UNFINISHED: readonly string[] = ['accepted', 'scheduled', 'queued', 'sending']

/** `POST Messages.json`; the parameters were found to fit their table. */
export function createMessage(core: Core, form: URLSearchParams): ApiResponse {
  const planned = plan(core, form)
  if ('status' in planned) return planned
  const record = sendOut(core, planned)
  // Twilio answers before anything happened to the message.
  const status =
    planned.sendAt !== undefined ? 'scheduled' : planned.messagingServiceSid ? 'accepted' : 'queued'
  return {
    status: 201,
    json: {
      ...messageJson(record, core.accountSid, planned.mediaUrls.length),
      status,
      date_sent: null,
      error_code: null,
      error_message: null,
    },
  }
}

function plan(core: Core, form: URLSearchParams): Outgoing | ApiResponse {
  const { channel, address: to } = fromTwilioAddress(form.get('To') ?? '')
  const from = sender(core, form, channel)
  if (typeof from !== 'string') return from
  const content = plannedContent(core, form, channel)
  if (content && 'status' in content) return content
  const mediaUrls = form.getAll('MediaUrl')
  const body = form.get('Body') ?? ''
  const wrong = wrongContent({ body, mediaUrls, content: content !== undefined }) ?? wrongTime(core, form)
  if (wrong) return wrong
  if (channel === 'sms' && core.blocked.has(pairKey(from, phoneAt(core, channel, to)))) {
    return apiError(400, 21610, 'Attempt to send to unsubscribed recipient')
  }
  const callbackUrl = form.get('StatusCallback')
  const messagingServiceSid = form.get('MessagingServiceSid')
  const sendAt = form.get('SendAt')
  return {
    via: 'api',
    channel,
    from,
    to,
    body: content?.rendered.body ?? body,
    mediaUrls: content?.rendered.mediaUrls ?? mediaUrls,
    ...(content && { content }),
    ...(callbackUrl && { callbackUrl }),
    ...(messagingServiceSid && { messagingServiceSid }),
    ...(sendAt && { sendAt: Date.parse(sendAt) }),
  }
}

/** Our own address that it leaves from. */
function sender(core: Core, form: URLSearchParams, channel: MessageRecord['channel']): string | ApiResponse {
  const given = form.get('From')
  const service = form.get('MessagingServiceSid')
  if (!given && !service) return apiError(400, 21603, "A 'From' phone number is required")
  if (service && service !== core.messagingServiceSid) {
    return apiError(404, 21701, 'The Messaging Service does not exist')
  }
  const ours = core.senders[channel]
  if (!given) return ours ?? apiError(400, 21703, 'The Messaging Service has no sender for this channel')
  const from = fromTwilioAddress(given)
  if (from.channel !== channel) {
    return apiError(400, 21910, "'From' and 'To' must be of the same channel")
  }
  if (from.address === ours) return ours
  return channel === 'whatsapp'
    ? apiError(400, 63007, 'Twilio could not find a Channel with the specified From address')
    : apiError(
        400,
        21606,
        "The 'From' phone number provided is not a valid, message-capable Twilio phone number",
      )
}

function plannedContent(
  core: Core,
  form: URLSearchParams,
  channel: MessageRecord['channel'],
): NonNullable<Outgoing['content']> | ApiResponse | undefined {
  const sid = form.get('ContentSid')
  const given = form.get('ContentVariables')
  if (!sid) return given ? apiError(400, 21654, 'ContentSid is required with ContentVariables') : undefined
  if (form.get('Body') || form.has('MediaUrl')) {
    return apiError(400, 63030, 'Body and MediaUrl cannot be sent with ContentSid')
  }
  const record = core.contents.get(sid)
  if (!record) return apiError(400, 21655, 'The ContentSid is invalid')
  const variables = given ? parseVariables(given) : {}
  if (!variables) return apiError(400, 21656, 'The ContentVariables parameter is invalid')
  return { record, rendered: renderContent(record, channel, variables) }
}

interface PlannedBody {
  readonly body: string
  readonly mediaUrls: readonly string[]
  readonly content: boolean
}

function wrongContent({ body, mediaUrls, content }: PlannedBody): ApiResponse | undefined {
  if (!content && body.trim() === '' && mediaUrls.length === 0) {
    return apiError(400, 21602, 'Message body is required')
  }
  if (body.length > MAX_BODY) {
    return apiError(400, 21617, 'The concatenated message body exceeds the 1600 character limit')
  }
  if (mediaUrls.length > MAX_MEDIA) return apiError(400, 21623, 'Number of media files exceeds allowed limit')
  return mediaUrls.every(isPublicUrl) ? undefined : apiError(400, 21620, 'Invalid media URL(s)')
}

function wrongTime(core: Core, form: URLSearchParams): ApiResponse | undefined {
  const validity = form.get('ValidityPeriod')
  if (validity && (Number(validity) < 1 || Number(validity) > 36_000)) {
    return apiError(400, 20001, 'ValidityPeriod must be between 1 and 36000')
  }
  const sendAt = form.get('SendAt')
  if (!form.get('ScheduleType') && !sendAt) return undefined
  if (!form.get('MessagingServiceSid'))
    return apiError(400, 35118, 'MessagingServiceSid is required to schedule')
  if (!sendAt) return apiError(400, 35111, 'SendAt is required to schedule')
  const ahead = Date.parse(sendAt) - core.clock.now()
  return ahead < 15 * MINUTE || ahead > 35 * DAY
    ? apiError(400, 35114, 'SendAt must be between 15 minutes and 35 days ahead')
    : undefined
}

export function fetchMessage(core: Core, sid: string): ApiResponse {
  const record = core.messages.find((one) => one.sid === sid)
  return record ? { status: 200, json: shown(core, record) } : NOT_FOUND
}

/** Cancels a scheduled message (`Status=canceled`) or empties the text of a finished one (`Body=`). */
export function updateMessage(core: Core, sid: string, form: URLSearchParams): ApiResponse {
  const record = core.messages.find((one) => one.sid === sid)
  if (!record) return NOT_FOUND
  if (form.get('Status') === 'canceled') {
    if (record.status !== 'scheduled') return apiError(400, 30409, 'Only a scheduled message can be canceled')
    record.status = 'canceled'
  } else {
    if (form.get('Body') !== '') return apiError(400, 20001, 'Body can only be replaced by an empty text')
    if (UNFINISHED.includes(record.status)) return apiError(400, 20009, 'The message is not finished yet')
    record.body = ''
  }
  record.updatedAt = core.clock.now()
  return { status: 200, json: shown(core, record) }
}

export function deleteMessage(core: Core, sid: string): ApiResponse {
  const record = core.messages.find((one) => one.sid === sid)
  if (!record) return NOT_FOUND
  if (UNFINISHED.includes(record.status)) return apiError(400, 20009, 'The message is not finished yet')
  core.messages = core.messages.filter((one) => one !== record)
  for (const media of [...core.media.values()]) if (media.messageSid === sid) core.media.delete(media.sid)
  return { status: 204 }
}

/** A record as the API shows it now. */
export function shown(core: Core, record: MessageRecord): Record<string, unknown> {
  const media = [...core.media.values()].filter(({ messageSid }) => messageSid === record.sid).length
  return messageJson(record, core.accountSid, media)
}
