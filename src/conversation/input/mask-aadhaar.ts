/** Digits in groups, with at most a few blanks, dashes, stops or invisible signs between two groups. */
const RUN = /\+?\p{Nd}+(?:[\s\p{Pd}./_\p{Cf}\ufe0f\u20e3\u2212]{1,3}\p{Nd}+)*/gu
const GROUP = /(\p{Nd}+)(\P{Nd}*)/gu
const DIGITS = 12
const AADHAAR = /^[2-9]\d{11}$/
const MOBILE_WITH_91 = /^91[6-9]\d{9}$/
const MASK = 'XXXX XXXX XXXX'
/** How many groups of a length make twelve digits: together, in fours, or in pairs or one by one. */
const GROUPS: Readonly<Record<number, number>> = { 12: 1, 4: 3, 2: 6, 1: 12 }

interface Group {
  readonly digits: string
  readonly start: number
  readonly end: number
  /** What stands between this group and the next. */
  readonly gap: string
}

/**
 * The text with every number that looks like an Aadhaar number masked, before anything is stored: twelve digits of any
 * script, the first 2-9 as issued, that are neither `91` and a mobile number nor a part of a longer number. The check
 * digit (Verhoeff) is not verified: one typing slip must not put the rest of a real number on record.
 */
export function maskAadhaar(text: string): string {
  return text.replace(RUN, (run) => (run.startsWith('+') ? run : maskRun(run)))
}

function maskRun(run: string): string {
  let masked = ''
  let copied = 0
  for (const { start, end } of alike(groupsOf(run)).flatMap(aadhaarsIn)) {
    masked += run.slice(copied, start) + MASK
    copied = end
  }
  return masked + run.slice(copied)
}

function groupsOf(run: string): Group[] {
  return Array.from(run.matchAll(GROUP), ({ 1: signs = '', 2: gap = '', index }) => ({
    digits: latinDigits(signs),
    start: index,
    end: index + signs.length,
    gap,
  }))
}

/** Neighbours of one length with one sign between them: a bank card in fours is whole, a year after a number apart. */
function alike(groups: readonly Group[]): Group[][] {
  const runs: Group[][] = []
  for (const group of groups) {
    const open = runs.at(-1)
    const last = open?.at(-1)
    const gap = open?.[0]?.gap
    if (open && last?.digits.length === group.digits.length && last.gap === gap) open.push(group)
    else runs.push([group])
  }
  return runs
}

function aadhaarsIn(groups: readonly Group[]): Group[] {
  const size = GROUPS[groups[0]?.digits.length ?? 0]
  if (size === undefined || groups.length % size !== 0) return []
  const found: Group[] = []
  for (let at = 0; at < groups.length; at += size) {
    const part = groups.slice(at, at + size)
    const digits = part.map((group) => group.digits).join('')
    const [first] = part
    const last = part.at(-1)
    if (first && last && isAadhaar(digits, part)) found.push({ ...first, digits, end: last.end })
  }
  return found
}

/** Nobody writes a mobile number in fours: `9183 9012 3456` is no `91` and a mobile. */
function isAadhaar(digits: string, { length }: readonly Group[]): boolean {
  const inFours = length === DIGITS / 4
  return AADHAAR.test(digits) && (inFours || !MOBILE_WITH_91.test(digits))
}

/** Whether a masked text holds nothing but such a number: it answers no question. */
export function isOnlyAadhaar(masked: string): boolean {
  return masked.trim() === MASK
}

/** Digits of any script as 0-9. */
function latinDigits(signs: string): string {
  return /^\d+$/.test(signs) ? signs : Array.from(signs, (sign) => String(digitValue(sign))).join('')
}

/** Unicode gives each script's digits in a row from its zero, and puts no two rows end to end but styled Latin ones. */
function digitValue(sign: string): number {
  const latin = sign.normalize('NFKC')
  if (/^\d$/.test(latin)) return Number(latin)
  const code = sign.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return code - zero
}
