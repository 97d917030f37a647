const DEVANAGARI = /[\u0900-\u097f]/

/** Doubled letters once: `yess`, `okk`, `nahii`. */
export function squeezed(word: string): string {
  return word.replace(/([a-z])\1+/g, '$1')
}

function romanSound(word: string): string {
  return word
    .replace(/ee+|ii+/g, 'i')
    .replace(/oo+|uu+/g, 'u')
    .replace(/([a-z])\1+/g, '$1')
    .replace(/c*(?:ch)+h*/g, 'ch')
    .replace(/ph/g, 'f')
    .replace(/w/g, 'v')
    .replace(/z/g, 'j')
    .replace(/q/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/([bdgjkts])h/g, '$1')
    .replace(/iy(?=[aeou])/g, 'i')
    .replace(/a[iy](?![aeiou])/g, 'e')
    .replace(/au|ou/g, 'o')
    .replace(/(?<=[aeiou])h$/, '')
    .replace(/(?<=[a-z]{3}[aeiou])n$/, '')
    .replace(/([b-df-hj-np-tv-z])\1+/g, '$1')
}

function devanagariSound(word: string): string {
  return word
    .replace(/[ंः]/g, '')
    .replace(/ई/g, 'इ')
    .replace(/ऊ/g, 'उ')
    .replace(/ऐ/g, 'ए')
    .replace(/[औऑऒ]/g, 'ओ')
    .replace(/ी/g, 'ि')
    .replace(/ू/g, 'ु')
    .replace(/ै/g, 'े')
    .replace(/[ौॉॊ]/g, 'ो')
    .replace(/य(?=[ेि]|$)/g, '')
    .replace(/(?<=[िा])[ए]/g, 'े')
    .replace(/[शष]/g, 'स')
    .replace(/ण/g, 'न')
    .replace(/([क-ह])्\1/g, '$1')
    .replace(/([क-ह])्(?=[ख-ह])/g, '$1')
}

/**
 * One key for the ways a word is spelled by ear. Romanised Hindi: vowel length, aspiration, doubled letters, w/v, z/j,
 * a final h or nasal. Devanagari: short and long i and u, e/ai, o/au, nasal marks, half letters. Words of different
 * meaning can meet in one key (`saath`, `saat`): the lexicon drops such keys, so a key is a hint and never an identity.
 */
export function sound(word: string): string {
  return DEVANAGARI.test(word) ? devanagariSound(word) : romanSound(word)
}

const CONSONANTS: Readonly<Record<string, string>> = {
  क: 'k', ख: 'k', ग: 'g', घ: 'g', च: 'c', छ: 'c', ज: 's', झ: 's', ट: 't', ठ: 't', ड: 'd', ढ: 'd', ण: 'n',
  त: 't', थ: 't', द: 'd', ध: 'd', न: 'n', प: 'p', फ: 'p', ब: 'v', भ: 'v', म: 'm', य: 'y', र: 'r', ल: 'l',
  व: 'v', श: 's', ष: 's', स: 's', ह: 'h',
  j: 's', z: 's', b: 'v', w: 'v', f: 'v', q: 'k',
} // prettier-ignore

/**
 * The consonants of a word of either script, vowels left out and sibilants as one: `pojitiv`, `positve` and `पॉज़िटिव`
 * are all `pstv`. Loose: only for a word whose place already says what it must be.
 */
export function skeleton(word: string): string {
  let bones = ''
  for (const letter of word) {
    const bone = CONSONANTS[letter] ?? (/[b-df-hj-np-tv-z]/.test(letter) ? letter : '')
    if (bone !== bones.at(-1)) bones += bone
  }
  return bones
}
