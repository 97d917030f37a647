import type { CalendarDate } from '../base/clock'
import type { Locale } from '../base/locale'
import type { MissCount } from '../conversation/misses/miss'

/** A miss in a row from which on a person takes over. */
const HANDED_OVER = 3

/** How often one step was not understood in one language. */
export interface MissRow {
  readonly flow: string
  readonly step: string
  readonly locale: Locale
  readonly misses: number
  /** The third miss in a row: a person was asked to help. */
  readonly handedOver: number
  /** Of those who were not understood here once, the part that was handed over: 0 to 1. */
  readonly share: number
}

/** The days of a report, both included. */
export interface Period {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** One row for each step and language, the most missed first. */
export function missRows(counts: readonly MissCount[]): readonly MissRow[] {
  const groups = new Map<string, MissCount[]>()
  for (const counted of counts) {
    const key = JSON.stringify([counted.flow, counted.step, counted.locale])
    groups.set(key, [...(groups.get(key) ?? []), counted])
  }
  return [...groups.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, group]) => rowOf(group))
    .sort((one, other) => other.misses - one.misses)
}

/** The rows as a table to read, with their sum. */
export function missTable(rows: readonly MissRow[], { from, to }: Period): string {
  const title = `Not understood, ${from} to ${to}`
  if (rows.length === 0) return `${title}: nothing was counted\n`
  const lines = rows.map((row) => [
    row.flow,
    row.step,
    row.locale,
    String(row.misses),
    String(row.handedOver),
    `${Math.round(row.share * 100)}%`,
  ])
  const sum = (of: (row: MissRow) => number): string =>
    String(rows.reduce((total, row) => total + of(row), 0))
  const total = ['all', '', '', sum(({ misses }) => misses), sum(({ handedOver }) => handedOver), '']
  const head = ['flow', 'step', 'language', 'misses', 'to a person', 'share']
  return [title, ...aligned([head, ...lines, total]), ''].join('\n')
}

function rowOf(group: readonly MissCount[]): MissRow {
  const [{ flow, step, locale } = { flow: '', step: '', locale: '' }] = group
  const sum = (counts: readonly MissCount[]): number => counts.reduce((so, { count }) => so + count, 0)
  const handedOver = sum(group.filter(({ nth }) => nth >= HANDED_OVER))
  const first = sum(group.filter(({ nth }) => nth === 1))
  // Who was handed over after midnight may have been missed first on a day that is not in the report.
  const share = handedOver === 0 ? 0 : Math.min(1, handedOver / Math.max(1, first))
  return { flow, step, locale, misses: sum(group), handedOver, share }
}

/** Names to the left, figures to the right. */
const NAMES = 3

function aligned(table: readonly (readonly string[])[]): readonly string[] {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((cells) => cells[column]?.length ?? 0)),
  )
  return table.map((cells) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return column < NAMES ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  ')
      .trimEnd(),
  )
}
