import type * as clock from '../../src/base/clock'
import type * as random from '../../src/base/random'
import type * as composing from '../../src/compose'
import type * as config from '../../src/config/config'
import type * as env from '../../src/config/env'
import type * as warming from '../../src/conversation/input/warm-up'
import type { InboundMessage } from '../../src/messaging/inbound-message'
import type * as web from '../../src/web/http-server'
import { built } from '../root'
import { isAnsweredLater } from './people'

/**
 * The whole program as `main.js` starts it, to be killed. One thing is added: messages of every second person are
 * answered as if their time had run out, so that the answers leave through the outbox. Says when it listens.
 */
async function main(): Promise<void> {
  const { systemRandom } = built<typeof random>('base/random')
  const { systemClock } = built<typeof clock>('base/clock')
  const settings = built<typeof config>('config/config').configOf(
    built<typeof env>('config/env').readEnv(process.env),
    systemRandom,
  )
  const saathi = await built<typeof composing>('compose').compose(settings)
  built<typeof warming>('conversation/input/warm-up').warmUp({
    now: systemClock.now(),
    timeZone: settings.timeZone,
  })
  answerSomeLater(saathi)
  await saathi.start()
  const server = built<typeof web>('web/http-server').httpServer(saathi.app)
  server.listen(settings.port, '127.0.0.1', () => process.stdout.write('listening\n'))
  process.once('SIGTERM', () => {
    server.close()
    server.closeAllConnections()
    void saathi.close().then(() => process.exit(0))
  })
}

function answerSomeLater({ pipeline }: composing.Saathi): void {
  const inTime = pipeline.handle.bind(pipeline)
  pipeline.handle = async (message: InboundMessage) => {
    if (!isAnsweredLater(message.from.phone ?? '')) return inTime(message)
    await pipeline.runLater(message)
    return { kind: 'later' }
  }
}

void main()
