import { createHmac } from 'node:crypto'

// Without look-alikes, and 23 of them: modulo a prime the check finds every wrong sign and every two that changed places.
const SIGNS = 'ACDEFGHJKMPQRTUWXY34679'
const LENGTH = 12
const GROUP = 4

/**
 * The serial number of the certificate for a donation: nobody without the program's secret can guess it or count it up
 * (23^11 of them), and the same donation always has the same one. The last sign checks the others.
 */
export function serialOf(donationId: string, secret: string): string {
  // Named, so that no other signature made with the secret is ever taken for one of these.
  const digest = createHmac('sha256', secret).update(`certificate of ${donationId}`).digest('hex')
  let rest = BigInt(`0x${digest}`)
  let serial = ''
  while (serial.length < LENGTH - 1) {
    serial += SIGNS[Number(rest % BigInt(SIGNS.length))] ?? ''
    rest /= BigInt(SIGNS.length)
  }
  return serial + checkSign(serial)
}

/** A serial number as people type it, in any case, with or without hyphens; nothing when it cannot be one of ours. */
export function readSerial(text: string): string | undefined {
  const serial = text.normalize('NFKC').toUpperCase().replace(/[\s-]/gu, '')
  const isOne = serial.length === LENGTH && [...serial].every((sign) => SIGNS.includes(sign))
  return isOne && serial.endsWith(checkSign(serial.slice(0, -1))) ? serial : undefined
}

/** `K7F3-M2QX-9TAW`: as it is printed and typed. */
export function shownSerial(serial: string): string {
  return serial.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? serial
}

/** The sign that makes the sum of all signs, each times its place, a multiple of 23. */
function checkSign(first: string): string {
  const sum = [...first].reduce((total, sign, at) => total + (at + 1) * SIGNS.indexOf(sign), 0)
  const last = [...SIGNS].findIndex((_sign, value) => (sum + LENGTH * value) % SIGNS.length === 0)
  return SIGNS[last] ?? ''
}
