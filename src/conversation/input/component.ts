import { concepts } from './concepts'
import type { Component, Recogniser } from './recogniser'
import { utterance } from './utterance'

const COMPONENTS: readonly Component[] = ['packed_red_cells', 'whole_blood', 'platelets', 'plasma']

/** What is needed of blood; "blood" by itself means red cells. Two components give nothing. */
export const component: Recogniser<Component> = (text, { locale }) => {
  const { said } = concepts(utterance(text), locale)
  const named = COMPONENTS.filter((one) => said.has(one))
  if (named.length === 0) return said.has('blood') ? 'packed_red_cells' : undefined
  return named.length === 1 ? named[0] : undefined
}
