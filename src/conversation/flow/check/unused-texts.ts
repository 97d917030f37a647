import { neededTexts } from '../needed-texts'
import type { Check, CheckInput, Finding } from './finding'
import { isFormOf } from './text-keys'

/** Texts of flows that no step says, and (where code tells what it says) texts that nobody says. */
export const unusedTexts: Check = (input) => {
  const flows = new Set(input.flows.map((flow) => flow.id))
  const said = [
    ...input.flows.flatMap((flow) => neededTexts(flow).map(({ key }) => key)),
    ...(input.spoken ?? []),
  ]
  return allKeys(input)
    .filter(({ namespace }) => flows.has(namespace) || input.spoken !== undefined)
    .filter(({ namespace, key }) => !said.some((wanted) => matches(`${namespace}:${key}`, wanted)))
    .map(({ locale, namespace, key }): Finding => ({
      check: 'unused-texts',
      level: 'warning',
      file: `locales/${locale}/${namespace}.json`,
      message: `"${key}" is said by no step; remove it, or correct the key`,
    }))
}

function matches(key: string, wanted: string): boolean {
  return wanted.endsWith('*') ? key.startsWith(wanted.slice(0, -1)) : isFormOf(key, wanted)
}

function allKeys({
  texts,
}: CheckInput): { readonly locale: string; readonly namespace: string; readonly key: string }[] {
  return Object.entries(texts).flatMap(([locale, namespaces]) =>
    Object.entries(namespaces).flatMap(([namespace, found]) =>
      Object.keys(found).map((key) => ({ locale, namespace, key })),
    ),
  )
}
