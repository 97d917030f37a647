import { type Formatter, plain } from './formatter'

/** A value of a closed list, in the words `<list>_<value>`: a condition, a language, who gives. */
export function vocabulary(list: string): Formatter {
  return (value, ask) => ask.word(`${list}_${plain(value)}`)
}

/** "B पॉज़िटिव (B+)": the sign also as a word, because "+" and "-" are easily misread. */
export const formatBloodGroup: Formatter = (value, ask) => ask.word(`blood_group_${plain(value)}_full`)

/** What the patient needs; where the family does not know it, the team asks the hospital. */
export const formatComponent: Formatter = (value, ask) =>
  ask.word(`component_${value === null || value === undefined ? 'unknown' : plain(value)}`)

/** A card number after the condition, or nothing where there is no card. */
export const formatCard: Formatter = (value, ask) =>
  value === null || value === undefined ? '' : ask.word('card_given', { card: plain(value) })

/** A flow by its title; one without a title is "your conversation". */
export const formatFlow: Formatter = (value, ask) => {
  const key = `flow_${plain(value)}`
  return ask.word(ask.hasWord(key) ? key : 'flow_other')
}
