import { parseArgs } from 'node:util'
import { addDays, isDate } from '../base/calendar'
import type { CalendarDate } from '../base/clock'
import type { Locale } from '../base/locale'
import type { MissStore } from '../conversation/misses/miss-store'
import { missRows, missTable, type Period } from './misunderstood-report'

/** What the command depends on besides its arguments. */
export interface MisunderstoodFacts {
  readonly today: CalendarDate
  readonly locales: readonly Locale[]
}

/** What is asked for. */
export interface MisunderstoodAsk extends Period {
  readonly locale?: Locale
  readonly json: boolean
}

/** Without `--from`: today and so many days before. */
const DAYS_BEFORE = 29

/**
 * Reads the arguments of `misunderstood`: `--from <day>`, `--to <day>`, `--locale <language>`, `--json`. Throws, in one
 * line, what is wrong and how it is written.
 */
export function misunderstoodAsk(
  args: readonly string[],
  { today, locales }: MisunderstoodFacts,
): MisunderstoodAsk {
  const { values } = parseArgs({
    args: [...args],
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      locale: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const to = day('--to', values.to ?? today)
  const from = day('--from', values.from ?? addDays(to, -DAYS_BEFORE))
  if (from > to) throw new Error(`--from ${from} is after --to ${to}: give the earlier day to --from.`)
  const { locale, json } = values
  if (locale !== undefined && !locales.includes(locale))
    throw new Error(`--locale ${locale}: there is no such language; give one of ${locales.join(', ')}.`)
  return { from, to, json, ...(locale !== undefined && { locale }) }
}

/** What the command prints. */
export async function misunderstood(
  ask: MisunderstoodAsk,
  misses: Pick<MissStore, 'between'>,
): Promise<string> {
  const { from, to, locale, json } = ask
  const counts = await misses.between(from, to)
  const rows = missRows(counts.filter((counted) => locale === undefined || counted.locale === locale))
  return json ? `${JSON.stringify({ from, to, rows })}\n` : missTable(rows, { from, to })
}

function day(option: string, text: string): CalendarDate {
  if (isDate(text)) return text
  throw new Error(`${option} ${text}: there is no such day; write it like 2026-11-30.`)
}
