/** More signs than these no name has; a paper holds no more. */
const MOST_CLUSTERS = 80
const FEWEST_LETTERS = 2

/** Letters that the paper's font has: a test compares. */
const LATIN =
  'A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u0107\\u010c-\\u0113\\u0116-\\u011b\\u011e\\u011f\\u0122\\u0123\\u012a\\u012b' +
  '\\u012e-\\u0131\\u0136\\u0137\\u0139-\\u013e\\u0141-\\u0148\\u014c\\u014d\\u0150-\\u015b\\u015e-\\u0165\\u016a\\u016b\\u016e-\\u0173\\u0178-\\u017e'
const DEVANAGARI =
  '\\u0905-\\u090d\\u090f-\\u0911\\u0913-\\u0928\\u092a-\\u0933\\u0935-\\u0939\\u093d\\u0950\\u0960\\u0961\\u0972'
const VOWEL_SIGNS = '\\u0901-\\u0903\\u093c\\u093e-\\u0945\\u0947-\\u0949\\u094b-\\u094d\\u0962\\u0963'
/** What joins letters or keeps them apart, and what stands between the parts of a name. */
const BETWEEN = " .'’,()/-"
const OF_A_NAME = new RegExp(
  `^(?:[${LATIN}]|[${DEVANAGARI}]|[${VOWEL_SIGNS}]|\\u200c|\\u200d|[${BETWEEN}])+$`,
  'u',
)

/** What names people write are wrapped in: "mera naam Ram Kumar hai", "my name is Ram". */
const WRAPPINGS: readonly RegExp[] = [
  /^(?:my |the )?name\s*(?:is|:|-)\s*(.+)$/iu,
  /^i am\s+(.+)$/iu,
  /^(?:(?:mera|hamara|is par)\s+)?na+m\s*(?:hai|:|-)\s*(.+)$/iu,
  /^(?:mera|hamara)\s+na+m\s+(.+?)(?:\s+(?:hai|he|h))?$/iu,
  /^(?:मेरा|हमारा)\s+नाम\s+(.+?)(?:\s+है)?[।.]?$/u,
  /^नाम\s*(?:है|:|-)\s*(.+)$/u,
]

/**
 * A name as its owner wants it on paper, or nothing: what has digits (a phone, an Aadhaar number), signs that no name has,
 * emoji, control characters, or letters of a script that the paper cannot show, is no name. Kept as written.
 */
export function readName(text: string): string | undefined {
  const written = text.normalize('NFC').trim().replace(/\s+/gu, ' ')
  const name = unwrapped(written)
    .replace(/^["'“”‘’]+|["'“”‘’।,]+$/gu, '')
    .trim()
  if (!OF_A_NAME.test(name) || !/^[\p{L}(]/u.test(name)) return undefined
  const letters = name.match(/\p{L}/gu) ?? []
  const clusters = name.match(/\P{M}/gu) ?? []
  // Many marks on one letter are no writing; an address is no name.
  if (/\p{M}{4,}/u.test(name) || /\bwww\.|\.(?:com|org|in|net)\b/iu.test(name)) return undefined
  return letters.length >= FEWEST_LETTERS && clusters.length <= MOST_CLUSTERS ? name : undefined
}

function unwrapped(written: string): string {
  for (const wrapping of WRAPPINGS) {
    const inner = wrapping.exec(written)?.[1]
    if (inner !== undefined) return inner
  }
  return written
}
