import { systemClock } from '../../../../src/base/clock'
import { systemRandom } from '../../../../src/base/random'
import { compose } from '../../../../src/compose'
import { configOf } from '../../../../src/config/config'
import { readEnv } from '../../../../src/config/env'
import { aMessage } from '../../../support/records'

/** The whole program on a folder: answers the nth text as message `SM<n>`, says each answer, and waits to be killed. */
async function main(): Promise<void> {
  const [folder = '', texts = '[]'] = process.argv.slice(2)
  const env = { DATA_DIR: folder, COORDINATORS: '+919800000009', LOG_LEVEL: 'silent' }
  const saathi = await compose(configOf(readEnv(env), systemRandom))
  await saathi.start()
  for (const [i, text] of (JSON.parse(texts) as string[]).entries()) {
    const answer = await saathi.pipeline.handle(
      aMessage({ sid: `SM${i}`, text, receivedAt: systemClock.now() }),
    )
    process.stdout.write(`answer ${JSON.stringify(answer)}\n`)
  }
}

void main()
