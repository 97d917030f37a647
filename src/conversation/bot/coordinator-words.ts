import { normalise } from '../input/normalise'
import { isSlipOf } from '../input/typo'
import type { Outcome, Rejection, Supply } from '../../blood/requests/blood-request'

type Written<Meaning extends string> = { readonly [word: string]: Meaning }
type Words<Meaning extends string> = ReadonlyMap<string, Meaning>

/** The word as it is compared: in any case, and however its signs are composed. */
export function folded(word: string): string {
  return normalise(word).toLowerCase()
}

function words<Meaning extends string>(written: Written<Meaning>): Words<Meaning> {
  return new Map(Object.entries(written).map(([word, meaning]) => [folded(word), meaning]))
}

/** What coordinators ask for after `#`, in English, Hindi and romanised Hindi. */
export type Verb =
  | 'new'
  | 'list'
  | 'show'
  | 'verify'
  | 'reject'
  | 'edit'
  | 'centre'
  | 'close'
  | 'link'
  | 'refuse'
  | 'gave'
  | 'came'
  | 'noshow'
  | 'sentback'
  | 'donated'
  | 'impact'
  | 'figures'
  | 'press'

const VERBS = words<Verb>({
  new: 'new', naya: 'new', nayi: 'new', नया: 'new', नई: 'new', न्यू: 'new',
  list: 'list', suchi: 'list', soochi: 'list', सूची: 'list', लिस्ट: 'list',
  show: 'show', dikhao: 'show', dekho: 'show', दिखाओ: 'show', दिखाएँ: 'show', देखो: 'show', देखें: 'show', शो: 'show',
  verify: 'verify', satyapit: 'verify', pakka: 'verify', सत्यापित: 'verify', पक्का: 'verify', वेरिफाई: 'verify',
  reject: 'reject', wapas: 'reject', vapas: 'reject', वापस: 'reject', रिजेक्ट: 'reject',
  edit: 'edit', badlo: 'edit', badlen: 'edit', बदलो: 'edit', बदलें: 'edit', एडिट: 'edit',
  centre: 'centre', center: 'centre', kendra: 'centre', केंद्र: 'centre', केन्द्र: 'centre', सेंटर: 'centre',
  close: 'close', band: 'close', बंद: 'close', बन्द: 'close', क्लोज: 'close',
  link: 'link', jodo: 'link', जोड़ें: 'link', जोड़ो: 'link', लिंक: 'link',
  refuse: 'refuse', mana: 'refuse', मना: 'refuse',
  gave: 'gave', diya: 'gave', दिया: 'gave',
  came: 'came', aaye: 'came', aaya: 'came', आए: 'came', आये: 'came',
  noshow: 'noshow', absent: 'noshow', nahiaaye: 'noshow', नहींआए: 'noshow', ग़ायब: 'noshow',
  donated: 'donated', donation: 'donated', donations: 'donated', daan: 'donated', raktdaan: 'donated', khoondaan: 'donated',
  दान: 'donated', रक्तदान: 'donated', खूनदान: 'donated',
  impact: 'impact', asar: 'impact', असर: 'impact', कामआया: 'impact', kaamaaya: 'impact',
  figures: 'figures', figure: 'figures', aankde: 'figures', ankde: 'figures', आँकड़े: 'figures', आंकड़े: 'figures',
  press: 'press', akhbaar: 'press', प्रेस: 'press', अख़बार: 'press',
  sentback: 'sentback', lautaye: 'sentback', लौटाए: 'sentback', लौटाया: 'sentback',
}) // prettier-ignore

/** What a slip of the thumb may still mean: a wrong list does no harm, and the others also name a code, and mostly how. */
const MAY_SLIP: ReadonlySet<Verb> = new Set(['list', 'show', 'verify', 'reject', 'edit', 'centre', 'close'])
const SHORTEST_SLIP = 3

/** The verb that a word names: `exactly`, or by one slip that leaves no doubt between two verbs. */
export function verbNamed(word: string): { readonly verb: Verb; readonly exactly: boolean } | undefined {
  const typed = folded(word)
  const known = VERBS.get(typed)
  if (known !== undefined) return { verb: known, exactly: true }
  if (typed.length < SHORTEST_SLIP) return undefined
  const near = new Set([...VERBS].filter(([one]) => isSlipOf(typed, one)).map(([, verb]) => verb))
  const [verb, ...others] = near
  return verb !== undefined && others.length === 0 && MAY_SLIP.has(verb)
    ? { verb, exactly: false }
    : undefined
}

const SUPPLY = words<Supply>({
  stock: 'stock', stok: 'stock', स्टॉक: 'stock',
  alert: 'alert', donor: 'alert', donors: 'alert', अलर्ट: 'alert', डोनर: 'alert',
  both: 'both', dono: 'both', donon: 'both', दोनों: 'both', दोनो: 'both',
}) // prettier-ignore

const REJECTION = words<Rejection>({
  1: 'duplicate', 2: 'unreachable', 3: 'no_prescription', 4: 'not_confirmed', 5: 'elsewhere',
  duplicate: 'duplicate', twice: 'duplicate', 'asked twice': 'duplicate', 'do baar': 'duplicate', 'दो बार': 'duplicate',
  unreachable: 'unreachable', 'no answer': 'unreachable', 'baat nahi hui': 'unreachable', 'बात नहीं हुई': 'unreachable',
  'no paper': 'no_prescription', 'parchi nahi': 'no_prescription', 'पर्ची नहीं': 'no_prescription',
  'not confirmed': 'not_confirmed', elsewhere: 'elsewhere', 'doosra shahar': 'elsewhere', 'दूसरा शहर': 'elsewhere',
}) // prettier-ignore

const OUTCOME = words<Outcome>({
  met: 'met', mila: 'met', 'mil gaya': 'met', मिला: 'met', 'मिल गया': 'met',
  stock: 'met_from_stock', stok: 'met_from_stock', स्टॉक: 'met_from_stock',
  cancel: 'cancelled', cancelled: 'cancelled', radd: 'cancelled', रद्द: 'cancelled',
  'not needed': 'cancelled', 'nahi chahiye': 'cancelled', 'नहीं चाहिए': 'cancelled',
}) // prettier-ignore

/** What is written after these is kept as it is, lines and all: a list, or a period. */
export const FREE_TEXT: ReadonlySet<Verb> = new Set<Verb>(['donated', 'impact', 'figures', 'press'])

/** How a verb may be done, where it has to be said. */
export const CHOICES: { readonly [verb in Verb]?: Words<string> } = {
  verify: SUPPLY,
  reject: REJECTION,
  close: OUTCOME,
}
