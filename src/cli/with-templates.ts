import { systemClock } from '../base/clock'
import { systemRandom } from '../base/random'
import { openProvider } from '../compose/provider'
import { configOf } from '../config/config'
import { EnvError, readEnv } from '../config/env'
import { processEnv } from '../config/process-env'
import type { PushDeps } from '../messaging/templates/push-templates'
import { openEmbedded } from '../storage/embedded/open-embedded'
import { openMongo } from '../storage/mongo/open-mongo'
import type { TemplatesReport } from './templates-report'

/**
 * Runs a command that talks to Twilio about templates and keeps what it says: with an account only. On the embedded
 * database it refuses while the server runs, and says so.
 */
export async function withTemplates(command: (deps: PushDeps) => Promise<TemplatesReport>): Promise<void> {
  try {
    const config = configOf(readEnv(processEnv()), systemRandom)
    if (config.twilio.accountSid === undefined) {
      throw new EnvError([
        'TWILIO_ACCOUNT_SID: templates are kept at Twilio; without an account all are approved',
      ])
    }
    const random = systemRandom
    const stores =
      config.mongodbUri === undefined
        ? await openEmbedded({ dataDir: config.dataDir, random })
        : await openMongo({ uri: config.mongodbUri, random })
    try {
      const { templates: provider } = openProvider(config, { clock: systemClock, random })
      const { output, exitCode } = await command({
        provider,
        store: stores.templates,
        now: systemClock.now(),
      })
      process.stdout.write(output)
      process.exitCode = exitCode
    } finally {
      await stores.close()
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
