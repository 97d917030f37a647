import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../base/clock'
import { shownOrganisation } from '../blood/organisation/organisation'
import { readEnv, type Env } from '../config/env'
import { loadOrganisation } from '../config/organisation'
import { PROJECT_ROOT } from '../config/config'
import { processEnv } from '../config/process-env'
import { describeActions } from '../conversation/action/registry'
import type { LivePosition } from '../conversation/flow/check/finding'
import { INTENT_RULES } from '../conversation/input/intent-rules'
import { flowsCheck } from './flows-check'
import { livePositions } from './live-positions'
import { openToRead } from './open-to-read'

/** Texts that code says and no flow. */
const SPOKEN = ['common:*', 'bot:*', 'places:*', 'messages:*', 'paper:*']
const STAND_IN_WHATSAPP = '+14155238886'

async function main(): Promise<void> {
  const env = readEnv(processEnv())
  const organisation = loadOrganisation(join(PROJECT_ROOT, 'organisation'))
  const whatsapp = env.TWILIO_WHATSAPP_FROM ?? STAND_IN_WHATSAPP
  const { output, exitCode } = flowsCheck(process.argv.slice(2), {
    actions: describeActions(),
    intents: [...new Set(INTENT_RULES.map(({ intent }) => intent))],
    spoken: SPOKEN,
    samples: { org: shownOrganisation(organisation, env.DEFAULT_LOCALE, whatsapp) },
    live: await liveNow(env),
  })
  process.stdout.write(output)
  process.exitCode = exitCode
}

/** Where conversations stand now; nowhere when there is no data yet. */
async function liveNow(env: Env): Promise<readonly LivePosition[]> {
  if (env.MONGODB_URI === undefined && !existsSync(env.DATA_DIR)) return []
  const stores = await openToRead(env)
  try {
    return await livePositions(stores.conversations, systemClock.now())
  } finally {
    await stores.close()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
