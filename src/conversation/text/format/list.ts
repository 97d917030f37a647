import type { QuestionKind } from '../../flow/flow'
import type { Json } from '../../turn/conversation'
import { formatDate } from './date'
import { counted } from './counted'
import { type FormatAsk, type Formatter, FormatError, plain, records, valueAt } from './formatter'
import { formatPhone } from './phone'
import { formatPlace } from './place'
import { formatTime } from './time'
import { formatBloodGroup, formatComponent, vocabulary } from './vocabulary'

const BY_KIND: { readonly [kind in QuestionKind]?: Formatter } = {
  blood_group: formatBloodGroup,
  component: formatComponent,
  units: counted('units'),
  date: formatDate,
  date_past: formatDate,
  time: formatTime,
  age: counted('age'),
  weight: counted('weight'),
  phone: formatPhone,
  place: formatPlace,
  language: vocabulary('language'),
}

/** Texts one after the other: "A+, O+". */
export const formatList: Formatter = (value) => {
  if (!Array.isArray(value)) throw new FormatError('a list is wanted')
  return value.map((item: Json) => plain(item)).join(', ')
}

/** What a first message already said, each value in the words of its kind: "B पॉज़िटिव (B+) · 2 यूनिट". */
export const formatUnderstood: Formatter = (value, ask) =>
  records(value)
    .map(({ kind, value: said }) => (BY_KIND[kind as QuestionKind] ?? plain)(said, ask))
    // The middle dot is outside the GSM alphabet and would double the price of an SMS.
    .join(ask.channel === 'sms' ? ', ' : ' · ')

/** The title of the chosen one among the items that the argument names: `{{patient, chosen(known.patients)}}`. */
export const formatChosen: Formatter = (value, ask) => {
  const items = records(valueAt(ask.values, argument(ask)))
  const chosen = items.find(({ id }) => id === value)
  if (!chosen) throw new FormatError(`${JSON.stringify(value)} is not among ${argument(ask)}`)
  return plain(chosen['title'])
}

function argument(ask: FormatAsk): string {
  if (ask.argument === undefined) throw new FormatError('needs an argument: chosen(known.patients)')
  return ask.argument
}
