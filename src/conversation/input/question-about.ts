import type { Locale } from '../../base/locale'
import { concepts } from './concepts'
import { lexicon, segments } from './lexicon'
import { utterance } from './utterance'

/** What a side question is about, where one intent covers several answers. */
export interface QuestionAbout {
  /** It is the patient's to receive, or the donor's to give; both where the words do not tell. */
  readonly receiving: boolean
  readonly giving: boolean
  /** Haemoglobin is named; whether a donor's or a patient's, `receiving` and `giving` tell. */
  readonly haemoglobin: boolean
  /** How much of a medicine, which chelation, how much iron: nobody but the doctor may say. */
  readonly treatment: boolean
  /** Fever or shivering, as something that is there. */
  readonly fever: boolean
  /** The words themselves say that it came after a donation. */
  readonly afterGiving: boolean
}

const RECEIVING = ['patient', 'thalassemia', 'transfuse', 'for_mine', 'tested', 'bank']
const GIVING = ['give', 'donate', 'by_giving', 'after_giving', 'before_giving', 'taken', 'will_i', 'i_give']
const AFTER_GIVING = ['after_giving', 'gave']
/** Whoever asks when or whether to give again has no fever today. */
const PLANNING = ['can', 'can_ask', 'when', 'interval', 'eligibility']

/** Whether the words say that the patient, or somebody of the family, has died. */
export function tellsOfDeath(text: string, locale?: Locale): boolean {
  const asked = utterance(text)
  const { said } = concepts(asked, locale)
  return meaningsIn(asked.words, locale).has('died') && !PLANNING.some((name) => said.has(name))
}

function meaningsIn(words: readonly string[], locale: Locale | undefined): ReadonlySet<string | undefined> {
  const found = segments(words, lexicon('questions', { spoken: true }), locale)
  return new Set(found.map(({ meaning }) => meaning))
}

/** Reads what a question is about; `questions.json` has the words that intents do not tell apart. */
export function questionAbout(text: string, locale?: Locale): QuestionAbout {
  const asked = utterance(text)
  const { said } = concepts(asked, locale)
  const named = meaningsIn(asked.words, locale)
  const speaksOf = (names: readonly string[]): boolean => names.some((name) => said.has(name))
  const [receiving, giving] = [speaksOf(RECEIVING), speaksOf(GIVING)]
  const isDose = named.has('dose') && (speaksOf(['patient', 'thalassemia']) || said.has('how_much'))
  return {
    receiving: receiving || !giving,
    giving: giving || !receiving,
    haemoglobin: named.has('haemoglobin'),
    treatment: said.has('chelation') || isDose,
    fever: named.has('fever'),
    afterGiving: speaksOf(AFTER_GIVING) && !speaksOf(PLANNING),
  }
}
