import type { Random } from './random'

// Without 0/O, 1/I/L, 2/Z, 5/S, 8/B: read aloud over a bad line, each remains itself.
const LETTERS = 'ACDEFGHJKMNPQRTUVWXY'
const SIGNS = LETTERS + '34679'
const CODE_LENGTH = 4

/** A new unguessable id: 128 random bits as 32 hexadecimal characters. */
export function newId(random: Random): string {
  return Buffer.from(random.bytes(16)).toString('hex')
}

/**
 * A code that people read aloud and type: four characters without look-alikes, the first a letter, so that it is
 * never mistaken for a menu number or a PIN code. `bytes` holds at least four uniformly distributed bytes; the same
 * bytes give the same code. Not unique by itself: whoever stores it finds out whether it is taken.
 */
export function humanCode(bytes: Uint8Array): string {
  let code = ''
  for (let i = 0; i < CODE_LENGTH; i++) {
    const alphabet = i === 0 ? LETTERS : SIGNS
    code += alphabet[(bytes[i] ?? 0) % alphabet.length]
  }
  return code
}

/** Whether `text` has the shape of a `humanCode`, in upper case. */
export function looksLikeHumanCode(text: string): boolean {
  return new RegExp(`^[${LETTERS}][${SIGNS}]{${CODE_LENGTH - 1}}$`).test(text)
}
