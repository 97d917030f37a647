import { join } from 'node:path'
import { dateAt } from '../base/calendar'
import { systemClock } from '../base/clock'
import { systemRandom } from '../base/random'
import { PROJECT_ROOT } from '../config/config'
import { readEnv } from '../config/env'
import { loadOrganisation } from '../config/organisation'
import { processEnv } from '../config/process-env'
import { createTexts } from '../conversation/text/i18n-texts'
import { loadTexts } from '../conversation/text/load-texts'
import { openEmbedded } from '../storage/embedded/open-embedded'
import { countedFigures, figures } from './figures/figures'
import { loadCampaign, readCampaign } from './figures/load-campaign'

/** A folder of its own: real data and the sample never meet. */
const FOLDER = 'demo-2021'

/** The command `demo:2021`: loads the campaign of spring 2021 as a sample, and prints its figures. */
async function main(): Promise<void> {
  const env = readEnv(processEnv())
  const timeZone = env.TIME_ZONE
  const dataDir = join(env.DATA_DIR, FOLDER)
  const { city } = loadOrganisation(join(PROJECT_ROOT, 'organisation'))
  const stores = await openEmbedded({ dataDir, random: systemRandom })
  try {
    const now = systemClock.now()
    const period = await loadCampaign(
      readCampaign(join(PROJECT_ROOT, 'demo', '2021', 'campaign.yaml')),
      stores,
      now,
    )
    const source = loadTexts(join(PROJECT_ROOT, 'locales'))
    const facts = {
      today: dateAt(now, timeZone),
      timeZone,
      city,
      texts: createTexts({ source, clock: systemClock, timeZone }),
    }
    const { units, donations } = await countedFigures({ ...period, form: 'text' }, stores, facts)
    const parts = [
      [units.whole_blood, units.plasma_apheresis],
      [donations.citizen, donations.police],
    ]
    const sums = [units.total, ...parts.map((of) => of.join(' + '))].join(' = ')
    process.stdout.write(await figures({ ...period, form: 'text' }, stores, facts))
    process.stdout.write(`${sums}\n`)
    process.stdout.write(`\n${await figures({ ...period, form: 'press' }, stores, facts)}`)
    process.stdout.write(`\nThe sample is in ${dataDir}. Its page with charts:\n`)
    const days = `--from ${period.from} --to ${period.to}`
    process.stdout.write(
      `MONGODB_URI= DATA_DIR=${dataDir} npm run --silent figures -- ${days} --html > figures.html\n`,
    )
  } finally {
    await stores.close()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
