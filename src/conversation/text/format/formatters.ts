import { counted } from './counted'
import { formatDate, formatFullDate, formatLastDonation, formatRestUntil } from './date'
import type { Formatter } from './formatter'
import { lines } from './lines'
import { formatChosen, formatList, formatUnderstood } from './list'
import { formatPhone, formatPhones } from './phone'
import { formatCentre, formatPlace, formatWhere } from './place'
import { formatAnswerBy, formatTime } from './time'
import { formatBloodGroup, formatCard, formatComponent, formatFlow, vocabulary } from './vocabulary'

/** Every formatter that a text may name after the comma: `{{needed_by, date}}`. */
export const FORMATTERS: { readonly [name: string]: Formatter } = {
  age: counted('age'),
  answer_by: formatAnswerBy,
  blood_group: formatBloodGroup,
  camps: lines('camp'),
  card: formatCard,
  category: vocabulary('category'),
  centre: formatCentre,
  chosen: formatChosen,
  component: formatComponent,
  condition: vocabulary('condition'),
  date: formatDate,
  donation_kind: vocabulary('paper:donation_kind'),
  file_kind: vocabulary('file_kind'),
  files: lines('file'),
  flow: formatFlow,
  full_date: formatFullDate,
  language: vocabulary('language'),
  last_donation: formatLastDonation,
  list: formatList,
  phone: formatPhone,
  phones: formatPhones,
  place: formatPlace,
  reason: vocabulary('reason'),
  requests: lines('request'),
  rest_until: formatRestUntil,
  sex: vocabulary('sex'),
  status: vocabulary('status'),
  time: formatTime,
  understood: formatUnderstood,
  units: counted('units'),
  weight: counted('weight'),
  where: formatWhere,
}
