import { join } from 'node:path'
import { dateAt } from '../base/calendar'
import { systemClock } from '../base/clock'
import { PROJECT_ROOT } from '../config/config'
import { readEnv } from '../config/env'
import { processEnv } from '../config/process-env'
import { loadTexts } from '../conversation/text/load-texts'
import { misunderstood, misunderstoodAsk } from './misunderstood'
import { openToRead } from './open-to-read'

/** The command `misunderstood`: what people wrote in vain, by step and language. */
async function main(): Promise<void> {
  const env = readEnv(processEnv())
  const ask = misunderstoodAsk(process.argv.slice(2), {
    today: dateAt(systemClock.now(), env.TIME_ZONE),
    locales: Object.keys(loadTexts(join(PROJECT_ROOT, 'locales'))),
  })
  const stores = await openToRead(env)
  try {
    process.stdout.write(await misunderstood(ask, stores.misses))
  } finally {
    await stores.close()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
