import type { Donation } from '../../blood/donations/donation'
import type { DonationKind } from '../../blood/donors/eligibility/donation-kind'
import { normalise } from '../input/normalise'
import { recognise } from '../input/recognise'
import type { RecogniseOptions } from '../input/recogniser'
import { utterance } from '../input/utterance'

const KIND_OF = {
  platelets: 'platelet_apheresis',
  plasma: 'plasma_apheresis',
  whole_blood: 'whole_blood',
  packed_red_cells: 'whole_blood',
} as const

const CATEGORY: ReadonlyMap<string, Donation['category']> = new Map(
  Object.entries({
    police: 'police', polis: 'police', पुलिस: 'police', पुलीस: 'police',
    citizen: 'citizen', citizens: 'citizen', nagrik: 'citizen', naagrik: 'citizen', public: 'citizen',
    नागरिक: 'citizen', जनता: 'citizen', पब्लिक: 'citizen',
  } as const).map(([word, category]) => [normalise(word), category]),
) // prettier-ignore

/** What was given, if the words name it. */
export function kindNamed(text: string, options: RecogniseOptions): DonationKind | undefined {
  const component = recognise('component', text, options)
  return component && KIND_OF[component]
}

/** Who gave, if the words name one of the two. */
export function categoryNamed(text: string): Donation['category'] | undefined {
  const named = utterance(text).words.map((word) => CATEGORY.get(word.toLowerCase()))
  const [category, ...others] = new Set(named.filter((one) => one !== undefined))
  return others.length > 0 ? undefined : category
}
