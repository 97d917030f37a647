import { join } from 'node:path'
import type { Locale } from '../../src/base/locale'
import { loadFlows } from '../../src/conversation/flow/load-flows'
import { loadTexts } from '../../src/conversation/text/load-texts'
import type { Flow } from '../../src/conversation/flow/flow'
import type { Walked } from '../../src/conversation/flow/walk'

/** What conversations have visited so far, in the order of no importance. */
export interface Visits {
  /** The language of the transcript that is being played. */
  speaking: Locale
  /** `request/hospital`, by the language that was spoken. */
  readonly steps: Map<Locale, Set<string>>
  /** Keys as they stand in the files: `request:stored_sms`. */
  readonly texts: Map<Locale, Set<string>>
}

/** One for each test file: jest gives every file modules of its own. */
export const visits: Visits = { speaking: '', steps: new Map(), texts: new Map() }

/** Marks the steps at which a walk spoke or stopped. */
export function visitSteps(flow: Flow, { says, stop }: Walked): void {
  const said = says.map(({ text }) => text)
  const spoken = flow.steps.filter((step) => step.type === 'say' && said.includes(step.say))
  const stops = stop.at === 'end' ? [] : [stop.step]
  for (const id of [...spoken.map((step) => step.id), ...stops])
    add(visits.steps, visits.speaking, `${flow.id}/${id}`)
}

export function visitText(locale: Locale, key: string): void {
  add(visits.texts, locale, key)
}

function add(all: Map<Locale, Set<string>>, locale: Locale, one: string): void {
  const known = all.get(locale) ?? new Set()
  known.add(one)
  all.set(locale, known)
}

const ROOT = join(__dirname, '..', '..')
/** Names of places are a table, which the recognisers' tests go through; what stands on paper, the tests of certificates. */
const TABLES: readonly string[] = ['places', 'paper']

/** Everything that could have been visited and was not: `hi step request/hospital`, `hi text bot:photo`. */
export function neverVisited(): readonly string[] {
  const texts = loadTexts(join(ROOT, 'locales'))
  const steps = loadFlows(join(ROOT, 'flows')).flatMap(({ flow }) =>
    flow.steps.map((step) => `${flow.id}/${step.id}`),
  )
  return Object.entries(texts).flatMap(([locale, namespaces]) => {
    const keys = Object.entries(namespaces)
      .filter(([namespace]) => !TABLES.includes(namespace))
      .flatMap(([namespace, found]) => Object.keys(found).map((key) => `${namespace}:${key}`))
    return [
      ...missing(steps, visits.steps.get(locale)).map((step) => `${locale} step ${step}`),
      ...missing(keys, visits.texts.get(locale)).map((key) => `${locale} text ${key}`),
    ]
  })
}

function missing(all: readonly string[], visited: ReadonlySet<string> = new Set()): readonly string[] {
  return all.filter((one) => !visited.has(one))
}
