import type { Server } from 'node:http'
import { systemClock } from './base/clock'
import { systemRandom } from './base/random'
import { compose, type Saathi } from './compose'
import { configOf, type Config } from './config/config'
import { EnvError, readEnv } from './config/env'
import { processEnv } from './config/process-env'
import { OrganisationError } from './config/organisation'
import { warmUp } from './conversation/input/warm-up'
import { httpServer } from './web/http-server'

async function main(): Promise<void> {
  const config = configOf(readEnv(processEnv()), systemRandom)
  const saathi = await compose(config)
  warmUp({ now: systemClock.now(), timeZone: config.timeZone })
  await saathi.start()
  const server = await listen(saathi, config.port)
  greet(config, saathi)
  stopOn(['SIGTERM', 'SIGINT'], async () => {
    await closed(server)
    await saathi.close()
  })
}

function listen(saathi: Saathi, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = httpServer(saathi.app)
    server.once('error', reject)
    server.listen(port, () => resolve(server))
  })
}

/** No new requests; those under way are answered. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}

function greet(config: Config, { logger }: Saathi): void {
  logger.info('listening', {
    port: config.port,
    storage: config.mongodbUri === undefined ? `embedded, in ${config.dataDir}` : 'MongoDB',
    twilio: config.twilio.accountSid === undefined ? 'none: our stand-in plays Twilio' : 'account',
  })
  if (config.coordinators.length === 0) {
    logger.warn('COORDINATORS is empty: nobody is told of requests, families get the helpline instead')
  }
  if (config.twilio.accountSid === undefined) {
    logger.info('try: npm run chat, or npm run send -- "मुझे बी पॉजिटिव खून चाहिए 2 यूनिट हैलट में कल"')
  }
}

function stopOn(signals: readonly NodeJS.Signals[], stop: () => Promise<void>): void {
  let stopping: Promise<void> | undefined
  for (const signal of signals) {
    process.on(signal, () => {
      stopping ??= stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
}

main().catch((error: unknown) => {
  const known = error instanceof EnvError || error instanceof OrganisationError
  console.error(known ? error.message : `Aapka Saathi could not start: ${reason(error)}`)
  process.exit(1)
})

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
