/** How a message travels. */
export type Channel = 'whatsapp' | 'sms'

/**
 * Where a person is reached: an E.164 phone number (`+919876543210`) or a WhatsApp user id (`IN.abc123`) of a person
 * who hides the number. Never Twilio's `whatsapp:` form; the channel says that.
 */
export type Address = string

/** Whether the address is a phone number rather than a WhatsApp user id. */
export function isPhone(address: Address): boolean {
  return address.startsWith('+')
}

/** Who wrote: at least one of the two is present. */
export interface SenderAddresses {
  readonly phone?: Address
  readonly whatsappUserId?: Address
}
