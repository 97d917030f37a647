const PICTURES: ReadonlyMap<string, string> = new Map([
  ['🆎', ' ab '],
  ['🔟', ' 10 '],
  ['➕', '+'],
  ['✚', '+'],
  ['➖', '-'],
  // NFKC would turn the numero sign into the English "no".
  ['№', ' number '],
])
const PICTURE = new RegExp([...PICTURES.keys()].join('|'), 'gu')
const VULGAR_FRACTIONS: Readonly<Record<string, string>> = { '½': '.5', '¼': '.25', '¾': '.75' }

/** First digit of each decimal script people in India may type with; Latin needs no mapping. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66]

function latinDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0
  const zero = ZEROS.find((first) => point >= first && point < first + 10)
  return zero === undefined ? digit : String(point - zero)
}

/** 🅐..🅩 and 🅰..🆉, which NFKC leaves alone. */
function plainLetter(letter: string): string {
  const point = letter.codePointAt(0) ?? 0
  const first = point < 0x1f170 ? 0x1f150 : 0x1f170
  return String.fromCharCode(0x61 + point - first)
}

function withoutPictures(text: string): string {
  return text
    .replace(PICTURE, (picture) => PICTURES.get(picture) ?? picture)
    .replace(/[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu, plainLetter)
    .replace(
      /(\p{Nd}?)([½¼¾])/gu,
      (_all, whole: string, part: string) => (whole || ' 0') + VULGAR_FRACTIONS[part],
    )
}

/**
 * Devanagari spellings that look or sound the same become one: no nukta, one nasal sign, half nasals before a stop as
 * that sign, two-part vowel signs composed, held vowels (हाआआ, नहींंं) shortened.
 */
function foldDevanagari(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\u093c/g, '')
    .replace(/ॅं/g, 'ं')
    .replace(/ँ/g, 'ं')
    .replace(/ाे/g, 'ो')
    .replace(/ाै/g, 'ौ')
    .replace(/अा/g, 'आ')
    .replace(/[ङञणनम]्(?=[क-घच-झट-ढत-धप-भशस])/g, 'ं')
    .replace(/([\u0900-\u0903\u093e-\u094c])\1+/g, '$1')
    .replace(/ाआ+/g, 'ा')
    .replace(/([िी])[ई]+/g, '$1')
    .replace(/([ुू])ऊ+/g, '$1')
    .replace(/ेए+/g, 'े')
    .replace(/ोओ+/g, 'ो')
    .replace(/ं+([ािीुूेैोौ])/g, '$1ं')
    .replace(/([\u0904-\u0939])\1\1+/g, '$1')
    .replace(/([\u0900-\u097f]):/g, '$1ः ')
    .normalize('NFC')
}

/** WhatsApp's longest message. Some single signs stand for whole sentences under NFKC. */
const MOST_CHARACTERS = 4096

/** As much of a text as one message can hold, no word or number of it cut short. */
function beginningOf(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text
  const beginning = text.slice(0, MOST_CHARACTERS)
  return beginning.slice(0, Math.max(0, beginning.lastIndexOf(' '), beginning.lastIndexOf('\n')))
}

/**
 * The one form of a message that every recogniser reads: compatibility characters, dashes, digits of all scripts,
 * invisible characters, emoji letters, case, WhatsApp markup, Devanagari variants and held letters are settled.
 * The original must be kept for storage. Of a text longer than any message only the beginning is read. Linear in the
 * length of `text`.
 */
export function normalise(text: string): string {
  const plain = beginningOf(withoutPictures(beginningOf(text)).normalize('NFKC'))
    .replace(/[\u2010-\u2015\u2212\u2043\ufe58]/g, '-')
    .replace(/\p{Cf}|\ufe0e|\ufe0f|\u20e3|\p{Emoji_Modifier}/gu, '')
    .replace(/\p{Nd}/gu, latinDigit)
    .toLowerCase()
    .replace(/(?<=\p{L})['’‘`´ʼ](?=\p{L})/gu, '')
    .replace(/[*_~\p{Cc}]/gu, ' ')
  return foldDevanagari(plain)
    .replace(/([a-z])\1\1+/g, '$1$1')
    .replace(/\s+/g, ' ')
    .trim()
}

const TOKEN = /[\u0900-\u0963\u0970-\u097f]+|(?:(?![\u0900-\u097f])[\p{L}\p{M}])+|\d+|\S/gu

/**
 * Splits a normalised text into words (one script each), runs of digits, and single signs (`+`, `-`, `/`, `?`, emoji).
 * `b+ve 2unit` gives `b + ve 2 unit`.
 */
export function tokens(normalised: string): string[] {
  return normalised.match(TOKEN) ?? []
}
