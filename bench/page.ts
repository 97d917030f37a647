import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './root'

const PAGE = join(ROOT, 'docs/alerts-bench.md')
const HEAD = '# Alerts at size\n\nEach section is written by its command.\n'

/** Writes one section of docs/alerts-bench.md over the one of the same title; the others stay. */
export function writeSection(title: string, text: string): void {
  const before = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : HEAD
  const [head = '', ...sections] = before.split(/^(?=## )/m)
  const section = `## ${title}\n\n${text.trim()}\n`
  const others = sections.filter((one) => !one.startsWith(`## ${title}\n`))
  const all = [...others, section].sort().map((one) => one.trim())
  writeFileSync(PAGE, `${[head.trim(), ...all].join('\n\n')}\n`)
  console.log(section)
}

/** What must be known of the machine to read the figures. */
export function machine(): string {
  const [load = 0] = loadavg()
  return `${cpus().length} cores, load ${load.toFixed(1)} at the end`
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

/** The value below which this share of the sorted values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
