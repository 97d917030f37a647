/** More signs than these no name has; a paper holds no more. */
const MOST_CLUSTERS = 80
const FEWEST_LETTERS = 2

/** Letters of the scripts that the paper's font has, their signs, and what stands between the parts of a name. */
const OF_A_NAME = /^(?:[A-Za-zÀ-ÖØ-öø-ž .'’,()/-]|[\u0900-\u0963]|[\u0971-\u0977]|\u200c|\u200d)+$/u
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
