const CONSONANTS: Readonly<Record<string, string>> = {
  क: 'k', ख: 'kh', ग: 'g', घ: 'gh', ङ: 'n', च: 'ch', छ: 'chh', ज: 'j', झ: 'jh', ञ: 'n', ट: 't', ठ: 'th',
  ड: 'd', ढ: 'dh', ण: 'n', त: 't', थ: 'th', द: 'd', ध: 'dh', न: 'n', प: 'p', फ: 'ph', ब: 'b', भ: 'bh',
  म: 'm', य: 'y', र: 'r', ल: 'l', ळ: 'l', व: 'v', श: 'sh', ष: 'sh', स: 's', ह: 'h',
} // prettier-ignore

const VOWELS: Readonly<Record<string, string>> = {
  अ: 'a', आ: 'a', इ: 'i', ई: 'i', उ: 'u', ऊ: 'u', ऋ: 'ri', ए: 'e', ऐ: 'ai', ओ: 'o', औ: 'au', ऑ: 'o', ऍ: 'e',
  'ा': 'a', 'ि': 'i', 'ी': 'i', 'ु': 'u', 'ू': 'u', 'ृ': 'ri', 'े': 'e', 'ै': 'ai', 'ो': 'o', 'ौ': 'au', 'ॉ': 'o',
  'ॅ': 'e', 'ं': 'n', 'ः': '',
} // prettier-ignore

const VIRAMA = '्'
const BREAKS_SCHWA = /[\u093e-\u094d]/
const DEVANAGARI = /[\u0900-\u097f]/

/** Devanagari in Latin letters as it is read aloud, the silent vowel at the end left out. Other letters stay. */
function romanised(word: string): string {
  if (!DEVANAGARI.test(word)) return word
  let roman = ''
  for (let at = 0; at < word.length; at++) {
    const letter = word.charAt(at)
    const consonant = CONSONANTS[letter]
    if (consonant === undefined) {
      roman += letter === VIRAMA ? '' : (VOWELS[letter] ?? letter)
      continue
    }
    const next = word.charAt(at + 1)
    roman += next === '' || BREAKS_SCHWA.test(next) ? consonant : `${consonant}a`
  }
  return roman
}

/** A place name by ear, vowels kept: `swaroop`, `swarup` and `svarup` are one, and so is स्वरूप. */
export function spokenName(word: string): string {
  return romanised(word)
    .replace(/ee+|ii+|ea/g, 'i')
    .replace(/oo+|uu+/g, 'u')
    .replace(/c(?=[kq])/g, '')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/c(?!h)/g, 'k')
    .replace(/chh/g, 'ch')
    .replace(/ph/g, 'f')
    .replace(/w/g, 'v')
    .replace(/z/g, 'j')
    .replace(/q/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/m(?=[bp])/g, 'n')
    .replace(/([bdgjkpst])h/g, '$1')
    .replace(/([a-z])\1+/g, '$1')
    .replace(/a[iy](?![aeiou])/g, 'e')
    .replace(/a[uo](?![aeiou])|ou/g, 'o')
    .replace(/([aeiou])h$/, '$1')
}

/** A spoken name without the vowel `a`, which Devanagari does not write and people forget: `kanpur`, कानपुर. */
export function boneName(spoken: string): string {
  return (
    spoken.slice(0, 1) +
    spoken
      .slice(1)
      .replace(/a/g, '')
      .replace(/([a-z])\1+/g, '$1')
  )
}
