import { readdirSync, rmSync } from 'node:fs'
import { TWO_KEYS, type TestRun } from './global-setup'
import { GET_POPPLER, WITHOUT_POPPLER } from './without-poppler'

/** Stops the MongoDB server; without one, and without poppler, the last lines of the run name what did not run. */
export default async function globalTeardown(): Promise<void> {
  const { server, reason } = (globalThis as unknown as { saathiTestRun: TestRun }).saathiTestRun
  await server?.stop()
  const folder = process.env['SAATHI_SKIPPED_FOLDER'] ?? ''
  const skipped = readdirSync(folder).map(decodeURIComponent).sort()
  rmSync(folder, { recursive: true })
  const pages = skipped.filter((file) => file.startsWith(WITHOUT_POPPLER))
  const onMongo = skipped.filter((file) => !pages.includes(file))
  if (onMongo.length > 0)
    process.stderr.write(
      `\nNOT RUN on MongoDB (${reason}): ${onMongo.join(', ')}. To run them ${TWO_KEYS}.\n`,
    )
  if (pages.length > 0) {
    const files = pages.map((file) => file.slice(WITHOUT_POPPLER.length)).join(', ')
    process.stderr.write(`\nNOT LOOKED AT as pictures (no pdftoppm): ${files}. To do so ${GET_POPPLER}.\n`)
  }
}
