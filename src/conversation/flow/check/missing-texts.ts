import { neededTexts } from '../needed-texts'
import { eachFlow, fileOf } from './finding'
import type { Check, CheckInput, Finding } from './finding'
import { baseKey, hasText, splitKey } from './text-keys'

/** Texts that a flow says and a language lacks, and texts that one language has and another lacks. */
export const missingTexts: Check = (input) => [...neededByFlows(input), ...lackedByOthers(input)]

const neededByFlows = eachFlow((flow, { texts }) =>
  Object.entries(texts).flatMap(([locale, found]) =>
    neededTexts(flow)
      .filter(({ key }) => !hasText(found, key))
      .map(({ key, step }): Finding => {
        const [namespace, name] = splitKey(key)
        return {
          check: 'missing-texts',
          level: 'error',
          file: fileOf(flow),
          ...(step !== undefined && { step }),
          message: `says "${name}", which locales/${locale}/${namespace}.json lacks; add it there`,
        }
      }),
  ),
)

/** What flows need is reported with their steps; this is about texts that code says. */
function lackedByOthers({ flows, texts }: CheckInput): readonly Finding[] {
  const needed = new Set(flows.flatMap((flow) => neededTexts(flow).map(({ key }) => key)))
  const keys = new Map<string, string>()
  for (const [locale, namespaces] of Object.entries(texts))
    for (const [namespace, found] of Object.entries(namespaces))
      for (const key of Object.keys(found)) keys.set(`${namespace}:${key}`, locale)
  return [...keys].flatMap(([key, source]) =>
    needed.has(key)
      ? []
      : Object.entries(texts)
          .filter(([, found]) => !hasText(found, key) && !hasForm(found, key))
          .map(([locale]) => lacked(key, locale, source)),
  )
}

/** Languages have different forms of one text: number forms, and an SMS form where it would be too long. */
function hasForm(found: CheckInput['texts'][string], key: string): boolean {
  const [namespace, name] = splitKey(key)
  return baseKey(name) !== name && hasText(found, `${namespace}:${baseKey(name)}`)
}

function lacked(key: string, locale: string, source: string): Finding {
  const [namespace, name] = splitKey(key)
  const file = `locales/${locale}/${namespace}.json`
  const message = `lacks "${name}", which ${source} has; add it, or remove it there`
  return { check: 'missing-texts', level: 'error', file, message }
}
