import { titleKey } from '../choices'
import type { AskStep, Condition, Flow } from '../flow'
import { qualified, titledChoices } from '../needed-texts'
import { eachFlow, fileOf } from './finding'
import type { CheckInput, Finding, Level } from './finding'
import { textOf } from './text-keys'

/** WhatsApp: a list has at most ten rows with titles of 24 signs; up to three choices may be buttons of 20 signs. */
const MAX_ROWS = 10
const MAX_ROW_TITLE = 24
const MAX_BUTTONS = 3
const MAX_BUTTON_TITLE = 20

/** Lists too long for WhatsApp, titles too long for its rows and buttons, and choices that look the same. */
export const optionLists = eachFlow((flow, input) =>
  flow.steps.flatMap((step) => {
    if (step.type !== 'ask' || !step.options) return []
    const ids = shownTogether(flow, step)
    const tooMany: readonly Finding[] =
      ids.length > MAX_ROWS
        ? [
            finding(flow, step, [
              'error',
              `offers ${ids.length} choices; WhatsApp lists hold ${MAX_ROWS}, leave some out`,
            ]),
          ]
        : []
    return [
      ...tooMany,
      ...Object.keys(input.texts).flatMap((locale) => titleFindings(flow, step, { input, locale })),
    ]
  }),
)

function titleFindings(
  flow: Flow,
  step: AskStep,
  { input, locale }: { readonly input: CheckInput; readonly locale: string },
): readonly Finding[] {
  const ids = titledChoices(step)
  const titlesOf = (some: readonly string[]): readonly string[] =>
    some.flatMap((id) => textOf(input.texts[locale], qualified(flow, titleKey(step, id))) ?? [])
  const titles = titlesOf(ids)
  const together = titlesOf(shownTogether(flow, step))
  const folded = together.map((title) => title.trim().toLowerCase())
  const repeated = together.filter((_, index) => folded.indexOf(folded[index] ?? '') !== index)
  return [
    ...repeated.map((title) =>
      finding(flow, step, ['error', `offers "${title}" twice in ${locale}; word one differently`]),
    ),
    ...titles.flatMap((title) =>
      tooLong(title, { ids: ids.length, locale }).map((told) => finding(flow, step, told)),
    ),
  ]
}

/** The choices without those that never stand beside an earlier one: questions whose conditions exclude each other. */
function shownTogether(flow: Flow, step: AskStep): readonly string[] {
  const ids = titledChoices(step)
  if (step.revise === undefined) return ids
  const when = (id: string): Condition => flow.steps.find((one) => one.id === id)?.when ?? {}
  return ids.filter((id, index) => !ids.slice(0, index).some((earlier) => exclude(when(earlier), when(id))))
}

function exclude(one: Condition, other: Condition): boolean {
  return Object.entries(one).some(([path, wanted]) => {
    const unwanted = other[path]
    const isPlain = !Array.isArray(wanted) && !Array.isArray(unwanted)
    return isPlain && unwanted !== undefined && wanted !== unwanted
  })
}

type Told = readonly [level: Level, message: string]

function tooLong(
  title: string,
  { ids, locale }: { readonly ids: number; readonly locale: string },
): readonly Told[] {
  const length = Array.from(title).length
  if (length > MAX_ROW_TITLE) {
    return [
      [
        'warning',
        `"${title}" (${locale}) has ${length} signs; rows of WhatsApp lists hold ${MAX_ROW_TITLE}; shorten it`,
      ],
    ]
  }
  if (length > MAX_BUTTON_TITLE && ids <= MAX_BUTTONS) {
    return [
      [
        'note',
        `"${title}" (${locale}) has ${length} signs; WhatsApp buttons hold ${MAX_BUTTON_TITLE}; it will be a list`,
      ],
    ]
  }
  return []
}

function finding(flow: Flow, step: AskStep, [level, message]: Told): Finding {
  return { check: 'option-lists', level, file: fileOf(flow), step: step.id, message }
}
