import { readdirSync, rmSync } from 'node:fs'
import { TWO_KEYS, type TestRun } from './global-setup'

/** Stops the MongoDB server; without one, the last line of the run names the suites that did not run. */
export default async function globalTeardown(): Promise<void> {
  const { server, reason } = (globalThis as unknown as { saathiTestRun: TestRun }).saathiTestRun
  await server?.stop()
  const folder = process.env['SAATHI_SKIPPED_FOLDER'] ?? ''
  const skipped = readdirSync(folder).map(decodeURIComponent).sort()
  rmSync(folder, { recursive: true })
  if (skipped.length === 0) return
  process.stderr.write(`\nNOT RUN on MongoDB (${reason}): ${skipped.join(', ')}. To run them ${TWO_KEYS}.\n`)
}
