/** More initials than these tell more than they should. */
const MOST = 4

/** A consonant with all that are joined to it (श्र, क्ष, त्र), or any other letter; vowel signs are left out. */
const FIRST_LETTER = /^\p{L}\u093c?(?:\u094d[\u200c\u200d]?\p{L}\u093c?)*/u

/**
 * The initials that the public page shows of a name: the first letter of each word in its own script, `र. K.` of `राम
 * Kumar`. A conjunct is one letter.
 */
export function initialsOf(name: string): string {
  return name
    .split(/[\s.,()/-]+/u)
    .map((word) => FIRST_LETTER.exec(word)?.[0].toUpperCase())
    .filter((letter) => letter !== undefined)
    .slice(0, MOST)
    .map((letter) => `${letter}.`)
    .join(' ')
}
