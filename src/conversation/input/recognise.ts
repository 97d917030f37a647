import { date } from './date'
import { datePast } from './date-past'
import { intent } from './intent'
import { multi } from './multi'
import { yesNo } from './yes-no'
import type { Kind, RecogniseOptions, Recogniser, ValueOf } from './recogniser'
import { place } from './place'
import { time } from './time'

export type { Kind, RecogniseOptions, Recogniser, ValueOf } from './recogniser'

/** The recogniser of each kind. */
export const recognisers: { readonly [K in Kind]?: Recogniser<ValueOf[K]> } = {
  yes_no: yesNo,
  date,
  date_past: datePast,
  time,
  place,
  intent,
  multi,
}

/** Reads `text` as an answer of one kind; `undefined` means "ask again". */
export function recognise<K extends Kind>(
  kind: K,
  text: string,
  options: RecogniseOptions,
): ValueOf[K] | undefined {
  const recogniser = recognisers[kind]
  if (!recogniser) throw new Error(`no recogniser is registered for ${kind}`)
  return recogniser(text, options)
}
