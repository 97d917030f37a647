import type { WalkContext } from '../../../../src/conversation/flow/walk'
import type { Json } from '../../../../src/conversation/turn/conversation'

const GROUPS = ['A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-']

/** Understands canonical values only: the walker's rules are tested here, not the recognisers. */
export const plainContext: WalkContext = {
  stated: (text) =>
    Object.fromEntries(
      text.split(' ').flatMap((word) => {
        const [slot = '', value] = word.split('=')
        return value === undefined ? [] : [[slot, Number(value) || value]]
      }),
    ),
  title: (choice) => choice.title ?? `title of ${choice.id}`,
  recognise: (kind, text, options) => {
    const read: { readonly [kind: string]: () => Json | undefined } = {
      menu: () => menuNumber(text, options ?? []),
      yes_no: () => (text === 'yes' || text === 'no' ? text : undefined),
      blood_group: () => (GROUPS.includes(text) ? text : undefined),
      units: () => number(text),
      age: () => number(text),
      place: () => (text === 'GSVM' ? 'GSVM Medical College' : undefined),
      date: () => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined),
      initials: () => (/^[A-Za-z]{1,4}$/.test(text) ? text.toUpperCase() : undefined),
      text: () => (text === '' ? undefined : text),
      none: () => (text === 'none' ? true : undefined),
    }
    return read[kind]?.()
  },
}

function number(text: string): number | undefined {
  return /^\d{1,2}$/.test(text) ? Number(text) : undefined
}

function menuNumber(text: string, options: readonly string[]): number | undefined {
  const index = options.indexOf(text) + 1 || options.indexOf(`title of ${text}`) + 1 || (number(text) ?? 0)
  return index >= 1 && index <= options.length ? index : undefined
}
