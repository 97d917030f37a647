/** Twilio's states in the order they may be reached; the last three end the message. */
export type DeliveryStatus =
  'queued' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed' | 'undelivered' | 'canceled'

const PROGRESS: { readonly [status in DeliveryStatus]?: number } = {
  queued: 0,
  sending: 1,
  sent: 2,
  delivered: 3,
  read: 4,
}

/** Whether the word may follow: an end follows anything but another end or a proof of delivery; nothing follows an end. */
export function statusMayFollow(now: DeliveryStatus, next: DeliveryStatus): boolean {
  const from = PROGRESS[now]
  const to = PROGRESS[next]
  if (from === undefined) return false
  return to === undefined ? now !== 'delivered' && now !== 'read' : to > from
}

/** Whether the message came to nothing. */
export function isFailure(status: DeliveryStatus): boolean {
  return PROGRESS[status] === undefined
}
