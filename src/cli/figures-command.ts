import { join } from 'node:path'
import { dateAt } from '../base/calendar'
import { systemClock } from '../base/clock'
import { PROJECT_ROOT } from '../config/config'
import { readEnv } from '../config/env'
import { loadOrganisation } from '../config/organisation'
import { processEnv } from '../config/process-env'
import { createTexts } from '../conversation/text/i18n-texts'
import { loadTexts } from '../conversation/text/load-texts'
import { figures, figuresCommand } from './figures/figures'
import { openToRead } from './open-to-read'

/** The command `figures`: what was given and reached in a period. */
async function main(): Promise<void> {
  const env = readEnv(processEnv())
  const timeZone = env.TIME_ZONE
  const source = loadTexts(join(PROJECT_ROOT, 'locales'))
  const { city } = loadOrganisation(join(PROJECT_ROOT, 'organisation'))
  const today = dateAt(systemClock.now(), timeZone)
  const ask = figuresCommand(process.argv.slice(2), { today, timeZone })
  const stores = await openToRead(env)
  try {
    const texts = createTexts({ source, clock: systemClock, timeZone })
    process.stdout.write(await figures(ask, stores, { today, timeZone, city, texts }))
  } finally {
    await stores.close()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
