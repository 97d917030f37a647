import { age } from './age'
import { bloodGroup } from './blood-group'
import { component } from './component'
import { date } from './date'
import { datePast } from './date-past'
import { intent } from './intent'
import { language } from './language'
import { menu } from './menu'
import { multi } from './multi'
import { phone } from './phone'
import { pincode } from './pincode'
import { place } from './place'
import type { Kind, RecogniseOptions, Recogniser, ValueOf } from './recogniser'
import { time } from './time'
import { units } from './units'
import { weight } from './weight'
import { yesNo } from './yes-no'

export type { Kind, RecogniseOptions, Recogniser, ValueOf } from './recogniser'

/** The recogniser of each kind. */
export const recognisers: { readonly [K in Kind]: Recogniser<ValueOf[K]> } = {
  yes_no: yesNo,
  blood_group: bloodGroup,
  component,
  units,
  menu,
  date,
  date_past: datePast,
  time,
  age,
  weight,
  phone,
  pincode,
  place,
  language,
  intent,
  multi,
}

/** Reads `text` as an answer of one kind; `undefined` means "ask again". */
export function recognise<K extends Kind>(
  kind: K,
  text: string,
  options: RecogniseOptions,
): ValueOf[K] | undefined {
  const recogniser: Recogniser<ValueOf[K]> = recognisers[kind]
  return recogniser(text, options)
}
