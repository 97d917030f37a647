import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { ROOT } from './root'

/**
 * What reading a message costs: the dearest of many repeated words, digits and emoji for every kind at growing
 * lengths, and rows a second over the evaluation sets. Writes docs/understanding-cost.md. Run after `npm run build`.
 */
const PAGE = join(ROOT, 'docs/understanding-cost.md')
const SETS = join(ROOT, 'test/conversation/input/sets')
const LENGTHS = [512, 1024, 2048, 4096]
const TIMES = 3
const ROWS = 100_000
const ASKED = {
  now: Date.UTC(2026, 10, 24, 4, 30),
  timeZone: 'Asia/Kolkata',
  options: ['Yes', 'No', 'खून चाहिए'],
}

const REPEATED = [
  'a', 'b', 'o', 'haan ', 'nahi ', 'na ', 'ha', 'हाँ ', 'नहीं', 'ा', 'ं', 'yes no ', 'not ', 'b+ ', 'b+', 'ab', 'a b ',
  'be ', 'be positive ', 'positive ', 'hepatitis ', '+', '-', '+-', '(', '(+', 'b(', 'b (', '0', '1', '9', '12 ', '1-',
  '1/', '1.', '1 2 ', '98390 ', '9839012345 ', '98390-12345 ', '+91 ', '91', '208002 ', 'do ', 'दो ', 'ek ', 'teen ',
  'sau ', 'sava ', 'saadhe ', 'twenty ', 'twenty-', 'unit ', '2 unit ', '7 saal ', 'umar ', 'umar meri ', 'kilo ',
  '55 kg ', 'kal ', 'parso ', 'somvar ', 'nov ', '25 nov ', 'agle ', 'subah ', '10 baje ', 'khoon ', 'chahiye ',
  'kanpur ', 'hallet ', 'hospital ', 'nagar ', 'pin ', 'hindi ', 'english ', 'same ', 'yahi ', 'option ', 'pehla ',
  '😊', '👍', '🅱️', '1️⃣', '👨‍👩‍👧', 'e\u0301', '\u200d', '\u0301', ' ', '\n', '.', ',', '?', '|', 'x', 'xyz ', 'kjhgf', 'क', 'क् ', 'ﷺ',
] // prettier-ignore

interface Understanding {
  readonly recognisers: Readonly<Record<string, (text: string, options: object) => unknown>>
}

interface Cost {
  readonly kind: string
  readonly dearest: string
  /** Milliseconds at each of `LENGTHS`. */
  readonly curve: readonly number[]
}

function repeated(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
}

/** The least of several runs, each of a text not seen before, so that nothing is remembered. */
function millisecondsFor(read: (text: string) => unknown, text: string): number {
  let least = Infinity
  for (let time = 0; time < TIMES; time++) {
    const fresh = text + ' '.repeat(time + 1)
    const start = performance.now()
    read(fresh)
    least = Math.min(least, performance.now() - start)
  }
  return least
}

function costOf(kind: string, read: (text: string) => unknown): Cost {
  const longest = Math.max(...LENGTHS)
  const costs = REPEATED.map((unit) => ({ unit, ms: millisecondsFor(read, repeated(unit, longest)) }))
  const [dearest] = costs.sort((a, b) => b.ms - a.ms)
  const unit = dearest?.unit ?? ''
  return {
    kind,
    dearest: unit,
    curve: LENGTHS.map((length) => millisecondsFor(read, repeated(unit, length))),
  }
}

interface Row {
  readonly kind: string
  readonly text: string
  readonly options?: readonly string[]
}

function rows(): Row[] {
  const lines = readdirSync(SETS).flatMap((file) => readFileSync(join(SETS, file), 'utf8').trim().split('\n'))
  return lines.map((line) => JSON.parse(line) as Row)
}

function rowsPerSecond({ recognisers }: Understanding): number {
  const all = rows()
  const start = performance.now()
  for (let i = 0; i < ROWS; i++) {
    const row = all[i % all.length]
    if (row) recognisers[row.kind]?.(row.text, { ...ASKED, options: row.options ?? ASKED.options })
  }
  return (1000 * ROWS) / (performance.now() - start)
}

function page(costs: readonly Cost[], perSecond: number): string {
  const head = `| kind | dearest | ${LENGTHS.map((length) => `${length} characters`).join(' | ')} |`
  const line = `| --- | --- | ${LENGTHS.map(() => '---:').join(' | ')} |`
  const body = costs.map(
    ({ kind, dearest, curve }) =>
      `| ${kind} | \`${JSON.stringify(dearest).replaceAll('|', '\\|')}\` | ${curve.map((ms) => `${ms.toFixed(2)} ms`).join(' | ')} |`,
  )
  const text = [
    '# What reading a message costs',
    '',
    `The dearest of ${REPEATED.length} repeated words, signs and emoji for each kind, one core, least of ${TIMES} runs.`,
    '',
    head,
    line,
    ...body,
    '',
    `Rows a second over the evaluation sets, ${ROWS.toLocaleString('en')} rows: ${Math.round(perSecond).toLocaleString('en')}.`,
    '',
  ]
  return text.join('\n')
}

async function main(): Promise<void> {
  const built = join(ROOT, 'dist/conversation/input/recognise.js')
  const understanding = (await import(built)) as Understanding
  rowsPerSecond(understanding)
  const perSecond = rowsPerSecond(understanding)
  const costs = Object.entries(understanding.recognisers).map(([kind, read]) =>
    costOf(kind, (text) => read(text, ASKED)),
  )
  mkdirSync(join(ROOT, 'docs'), { recursive: true })
  const text = page(costs, perSecond)
  writeFileSync(PAGE, text)
  console.log(text)
}

void main()
