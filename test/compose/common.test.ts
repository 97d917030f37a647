import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemRandom } from '../../src/base/random'
import { compose } from '../../src/compose'
import { configOf } from '../../src/config/config'
import { EnvError, readEnv } from '../../src/config/env'

describe('compose', () => {
  it('refuses a language without texts as other bad keys, before it opens anything', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'saathi-'))
    try {
      const env = {
        DATA_DIR: dataDir,
        APP_SECRET: 's'.repeat(32),
        TWILIO_AUTH_TOKEN: 't',
        DEFAULT_LOCALE: 'mr',
      }
      const composed = compose(configOf(readEnv(env), systemRandom))
      await expect(composed).rejects.toThrow(EnvError)
      await expect(composed).rejects.toThrow(
        /Repair these keys .*:\n {2}DEFAULT_LOCALE: .* locales\/: en, hi, hi-Latn\n$/,
      )
      expect(await readdir(dataDir)).toEqual([])
    } finally {
      await rm(dataDir, { recursive: true })
    }
  })
})
