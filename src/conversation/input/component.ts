import { componentsNamed } from './components-named'
import type { Component, Recogniser } from './recogniser'
import { utterance } from './utterance'

/** What is needed of blood; "blood" by itself means red cells. Two components and questions give nothing. */
export const component: Recogniser<Component> = (text, { locale }) => {
  const { components, blood, several, question } = componentsNamed(utterance(text), locale)
  if (several || question || components.size > 1) return undefined
  const [named] = components
  return named ?? (blood ? 'packed_red_cells' : undefined)
}
