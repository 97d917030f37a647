import { isPhone, type Address, type Channel } from '../../base/channel'

const WHATSAPP = 'whatsapp:'
const PHONE = /^\+[1-9]\d{6,14}$/
/** Meta's business-scoped user id: country, then letters and digits. */
const USER_ID = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/

/** Twilio's form of an address: `whatsapp:+91…`, `whatsapp:IN.…` or `+91…`. */
export function toTwilioAddress(channel: Channel, address: Address): string {
  return channel === 'whatsapp' ? WHATSAPP + address : address
}

/** Channel and bare address of Twilio's form. The address is not checked: it may be a short code or a name. */
export function fromTwilioAddress(text: string): { readonly channel: Channel; readonly address: Address } {
  return text.startsWith(WHATSAPP)
    ? { channel: 'whatsapp', address: text.slice(WHATSAPP.length) }
    : { channel: 'sms', address: text }
}

/** Whether a person can be answered there: an E.164 number, or a WhatsApp user id. */
export function isPersonAddress(channel: Channel, address: Address): boolean {
  return isPhone(address) ? PHONE.test(address) : channel === 'whatsapp' && USER_ID.test(address)
}
