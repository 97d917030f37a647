import { formatAmounts, formatEvent, formatHeldCamps } from './campaign'
import { counted } from './counted'
import { formatDate, formatDay, formatLastDonation, formatRestUntil } from './date'
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
  amounts: formatAmounts,
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
  day: formatDay,
  donation_kind: vocabulary('paper:donation_kind'),
  event: formatEvent,
  file_kind: vocabulary('file_kind'),
  files: lines('file'),
  flow: formatFlow,
  held_camps: formatHeldCamps,
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
