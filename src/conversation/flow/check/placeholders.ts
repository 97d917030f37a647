import { titleKey } from '../choices'
import type { Flow } from '../flow'
import { neededTexts, qualified, titledChoices } from '../needed-texts'
import { suggestion } from '../suggestion'
import { eachFlow, fileOf } from './finding'
import type { Check, CheckInput, Finding } from './finding'
import { placeholderNames } from './placeholder-names'
import { isFormOf, splitKey } from './text-keys'
import { knownAnswers } from './unknown-answers'

/** Placeholders that differ between languages, and placeholders that nothing fills. */
export const placeholders: Check = (input) => [...differing(input), ...unfilled(input)]

function differing({ texts }: CheckInput): readonly Finding[] {
  const [[first, model] = ['', {}], ...others] = Object.entries(texts)
  return others.flatMap(([locale, namespaces]) =>
    Object.entries(namespaces).flatMap(([namespace, found]) =>
      Object.entries(found).flatMap(([key, text]): readonly Finding[] => {
        const there = model[namespace]?.[key]
        if (there === undefined || sameNames(there, text)) return []
        const message = `"${key}" shows ${shown(text)}, but in ${first} ${shown(there)}; show the same in both`
        return [
          { check: 'placeholders', level: 'error', file: `locales/${locale}/${namespace}.json`, message },
        ]
      }),
    ),
  )
}

function sameNames(one: string, other: string): boolean {
  return placeholderNames(one).join() === placeholderNames(other).join()
}

function shown(text: string): string {
  const names = placeholderNames(text)
  return names.length === 0 ? 'nothing' : names.map((name) => `{{${name}}}`).join(' ')
}

const unfilled = eachFlow((flow, { texts }) => {
  const titles = titlesOf(flow)
  return Object.entries(texts).flatMap(([locale, found]) =>
    neededTexts(flow).flatMap(({ key, step }) => {
      const fills = titles.has(key) ? ['org'] : ['org', 'understood', 'count', ...knownAnswers(flow)]
      return namesIn(found, key)
        .filter((name) => !fills.includes(name.split('.')[0] ?? name))
        .map((name): Finding => ({
          check: 'placeholders',
          level: 'error',
          file: fileOf(flow),
          ...(step !== undefined && { step }),
          message: `"${splitKey(key)[1]}" (${locale}) shows {{${name}}}, which nothing fills${suggestion(name, fills)}`,
        }))
    }),
  )
})

/** Titles of choices are shown without answers. */
function titlesOf(flow: Flow): ReadonlySet<string> {
  const asks = flow.steps.filter((step) => step.type === 'ask')
  return new Set(asks.flatMap((step) => titledChoices(step).map((id) => qualified(flow, titleKey(step, id)))))
}

function namesIn(found: CheckInput['texts'][string], key: string): readonly string[] {
  const [namespace, wanted] = splitKey(key)
  const texts = Object.entries(found[namespace] ?? {}).filter(([name]) => isFormOf(name, wanted))
  return [...new Set(texts.flatMap(([, text]) => placeholderNames(text)))]
}
