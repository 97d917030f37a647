import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { Json } from '../../turn/conversation'
import { FormatError, type Formatter, plain } from './formatter'

const INDIAN_MOBILE = /^\+91([6-9]\d{4})(\d{5})$/

/** Numbers below one another. */
export const formatPhones: Formatter = (value, ask) => {
  if (!Array.isArray(value)) throw new FormatError('a list is wanted')
  return value.map((phone: Json) => formatPhone(phone, ask)).join('\n')
}

/** "98765 43210"; `self`, and that none is known, in words; numbers of other countries with their code; short numbers (112) as they are. */
export const formatPhone: Formatter = (value, ask) => {
  if (value === null) return ask.word('not_given')
  const phone = plain(value)
  if (phone === 'self') return ask.word('phone_same')
  const [, head, tail] = INDIAN_MOBILE.exec(phone) ?? []
  if (head && tail) return `${head} ${tail}`
  const parsed = phone.startsWith('+') ? parsePhoneNumberFromString(phone) : undefined
  if (!parsed) return phone
  return parsed.countryCallingCode === '91' ? parsed.formatNational() : parsed.formatInternational()
}
