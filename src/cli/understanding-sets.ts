import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { recognise, type Kind } from '../conversation/input/recognise'
import type { Reading } from './understanding-score'

/** One row of `test/conversation/input/sets/<kind>.<script>.jsonl`; `want: null` must give nothing. */
export interface EvaluationRow {
  readonly id: string
  readonly kind: Kind
  readonly text: string
  readonly now?: string | number
  readonly locale?: string
  readonly options?: readonly string[]
  readonly want: unknown
}

export interface EvaluationSet {
  readonly kind: Kind
  readonly script: string
  readonly rows: readonly EvaluationRow[]
}

const FILE = /^([a-z_]+)\.([A-Za-z-]+)\.jsonl$/
const TIME_ZONE = 'Asia/Kolkata'
const DEFAULT_NOW = '2026-11-24T10:00:00+05:30'
const MENU = ['1', '2', '3', '4', '5']

/** Every evaluation set of a folder, by file name. */
export function evaluationSets(folder: string): EvaluationSet[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const [, kind, script] = FILE.exec(name) ?? []
      if (kind === undefined || script === undefined) return []
      const lines = readFileSync(join(folder, name), 'utf8').split('\n')
      const rows = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as EvaluationRow)
      return [{ kind: kind as Kind, script, rows }]
    })
}

/** Reads one row as `understand` does; a row without `now` is read on 24 November 2026, 10:00 in Kanpur. */
export function readRow({ kind, text, now, locale, options, want }: EvaluationRow): Reading {
  const value = recognise(kind, text, {
    now: typeof now === 'number' ? now : Date.parse(now ?? DEFAULT_NOW),
    timeZone: TIME_ZONE,
    options: options ?? MENU,
    ...(locale === undefined ? {} : { locale }),
  })
  return { want, got: value ?? null }
}
