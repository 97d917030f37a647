import type { Locale } from '../../base/locale'
import type { DeferralRuleId } from '../../blood/donors/eligibility/deferral-rules'
import { lexicon, segments } from './lexicon'
import { utterance } from './utterance'

/** Where the words stand: "covid" is a vaccine in a question about vaccines only. */
export type WaitTopic = 'vaccine' | 'procedure'

/** The rule of each name in `waits.json`; live vaccines are those of item 80 of G.S.R. 166(E) of 2020. */
const RULES: { readonly [topic in WaitTopic]: { readonly [name: string]: DeferralRuleId } } = {
  vaccine: {
    covid: 'covid_vaccine',
    not_live: 'vaccine_not_live',
    live: 'vaccine_live',
    bite: 'rabies_vaccine_or_hepatitis_b_immunoglobulin',
  },
  // Only what begins and ends on the one day that people tell: a wait after an illness counts from the recovery.
  procedure: {
    tattoo: 'tattoo_piercing_or_acupuncture',
    tooth: 'tooth_out',
    delivery: 'delivered',
    transfusion: 'transfusion_received',
  },
}

/** The one rule that the words name; nothing when there is none, or more than one. */
export function waitNamed(text: string, topic: WaitTopic, locale?: Locale): DeferralRuleId | undefined {
  const found = segments(utterance(text).words, lexicon('waits', { spoken: true }), locale)
  const rules = new Set(found.flatMap(({ meaning }) => RULES[topic][meaning ?? ''] ?? []))
  return rules.size === 1 ? [...rules][0] : undefined
}
