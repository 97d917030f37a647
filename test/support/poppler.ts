import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { PNG } from 'pngjs'
import { GET_POPPLER, WITHOUT_POPPLER } from './without-poppler'

/** Dots per inch of the stored pictures: enough to tell one conjunct from another. */
const RESOLUTION = 72
/** Different enough to be seen. What two versions of the tool make of the same edge is not. */
const SEEN = 96
const MOST_SEEN = 0.001

const TOOL = process.env['PDFTOPPM'] ?? 'pdftoppm'

function isThere(): boolean {
  try {
    execFileSync(TOOL, ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Describes what is looked at as pictures. Without the tool it is left out, and named at the end of the run. */
export function describePages(name: string, declare: () => void): void {
  if (isThere()) return describe(name, declare)
  if (process.env['REQUIRE_POPPLER'] === '1')
    throw new Error(`REQUIRE_POPPLER=1, but there is no pdftoppm: ${GET_POPPLER}.`)
  const file = relative(join(__dirname, '..', '..'), expect.getState().testPath ?? '')
  const mark = encodeURIComponent(WITHOUT_POPPLER + file)
  writeFileSync(join(process.env['SAATHI_SKIPPED_FOLDER'] ?? '', mark), '')
  describe.skip(name, declare)
}

/** The pages of a PDF, in shades of grey. */
export function pagesOf(pdf: Uint8Array): readonly PNG[] {
  const options = ['-r', String(RESOLUTION), '-gray', '-png', '-']
  const out = execFileSync(TOOL, options, {
    input: pdf,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  return splitPngs(out).map((png) => PNG.sync.read(png))
}

const END_OF_PNG = Buffer.from('49454e44ae426082', 'hex')

function splitPngs(all: Buffer): readonly Buffer[] {
  const ends: number[] = []
  for (let at = all.indexOf(END_OF_PNG); at !== -1; at = all.indexOf(END_OF_PNG, at + 1))
    ends.push(at + END_OF_PNG.length)
  return ends.map((end, nth) => all.subarray(nth === 0 ? 0 : ends[nth - 1], end))
}

/** The share of signs that somebody would see to differ; all of them where the pages are not of one size. */
export function difference(one: PNG, other: PNG): number {
  if (one.width !== other.width || one.height !== other.height) return 1
  let seen = 0
  for (let at = 0; at < one.data.length; at += 4)
    if (Math.abs((one.data[at] ?? 0) - (other.data[at] ?? 0)) > SEEN) seen++
  return seen / (one.width * one.height)
}

/** Whether two pages look the same. */
export function looksLike(one: PNG, other: PNG): boolean {
  return difference(one, other) <= MOST_SEEN
}
