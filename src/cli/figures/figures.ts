import { parseArgs } from 'node:util'
import { addDays, isDate } from '../../base/calendar'
import type { CalendarDate } from '../../base/clock'
import type { Locale } from '../../base/locale'
import { figuresOf, type FigureStores } from '../../blood/figures/figures-of'
import type { Figures } from '../../blood/figures/figures'
import { inLocale, type Localised } from '../../blood/organisation/organisation'
import { findPlace } from '../../conversation/action/find-place'
import { shownFigures } from '../../conversation/donations/shown-figures'
import { recognise } from '../../conversation/input/recognise'
import type { Texts } from '../../conversation/text/texts'
import { asCsv, asHtml, asJson, asText } from './print-figures'

/** The forms in which figures are printed. */
type Form = 'text' | 'csv' | 'json' | 'html' | 'press'

export interface FiguresFacts {
  readonly today: CalendarDate
  readonly timeZone: string
  readonly city: Localised
  readonly texts: Texts
}

export interface FiguresCommand {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly area?: string
  readonly form: Form
}

const FORMS = ['csv', 'json', 'html', 'press'] as const
/** Without `--from`: today and so many days before. */
const DAYS_BEFORE = 29
const PRESS: readonly Locale[] = ['hi', 'en']

/**
 * Reads the arguments of `figures`: `--from <day> --to <day> --area <town or centre>` and one of `--csv`, `--json`,
 * `--html`, `--press`. Throws, in one line, what is wrong and how it is written.
 */
export function figuresCommand(
  args: readonly string[],
  { today, timeZone }: Pick<FiguresFacts, 'today' | 'timeZone'>,
): FiguresCommand {
  const on = { type: 'boolean', default: false } as const
  const { values } = parseArgs({
    args: [...args],
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      area: { type: 'string' },
      ...{ csv: on, json: on, html: on, press: on },
    },
  })
  const to = day('--to', values.to ?? today)
  const from = day('--from', values.from ?? addDays(to, -DAYS_BEFORE))
  if (from > to) throw new Error(`--from ${from} is after --to ${to}: give the earlier day to --from.`)
  const forms = FORMS.filter((form) => values[form])
  if (forms.length > 1) throw new Error(`give only one of ${FORMS.map((form) => `--${form}`).join(', ')}.`)
  const area = values.area === undefined ? undefined : areaOf(values.area, timeZone)
  return { from, to, form: forms[0] ?? 'text', ...(area !== undefined && { area }) }
}

/** What the command prints. */
export async function figures(
  command: FiguresCommand,
  stores: FigureStores,
  facts: FiguresFacts,
): Promise<string> {
  const found = await countedFigures(command, stores, facts)
  switch (command.form) {
    case 'text':
      return asText(found)
    case 'csv':
      return asCsv(found)
    case 'json':
      return asJson(found)
    case 'html':
      return asHtml(found)
    case 'press':
      return asPress(found, facts)
  }
}

/** What was asked for, as numbers. */
export function countedFigures(
  { from, to, area }: FiguresCommand,
  stores: FigureStores,
  { today, timeZone }: Pick<FiguresFacts, 'today' | 'timeZone'>,
): Promise<Figures> {
  const ask = { period: { from, to }, today, timeZone, findPlace, ...(area !== undefined && { area }) }
  return figuresOf(ask, stores)
}

/** A short paragraph in Hindi and one in English, in the words of the chat answer `#press`. */
function asPress(found: Figures, { city, texts }: Pick<FiguresFacts, 'city' | 'texts'>): string {
  const sum = shownFigures(found)
  const helped = found.patientsHelped !== undefined
  const keys = found.donations.total === 0 ? ['press_nothing'] : ['press', 'press_who']
  const paragraphs = PRESS.map((locale) => {
    const values = { sum, org: { city: inLocale(city, locale) } }
    return [...keys, ...(helped ? ['press_helped'] : [])]
      .map((key) => texts.text(`coordinator:${key}`, { locale, channel: 'whatsapp', values }))
      .join(' ')
  })
  return `${paragraphs.join('\n\n')}\n`
}

function areaOf(written: string, timeZone: string): string {
  const area = recognise('place', written, { now: 0, timeZone })
  if (area === undefined)
    throw new Error(
      `--area ${written}: no such town or blood centre is known; write it like "GSVM" or "Kanpur".`,
    )
  return area
}

function day(option: string, text: string): CalendarDate {
  if (isDate(text)) return text
  throw new Error(`${option} ${text}: there is no such day; write it like 2026-11-30.`)
}
