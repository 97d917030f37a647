import type { InboundMessage } from '../../../src/messaging/inbound-message'
import type { ListedMessage } from '../../../src/messaging/sender'
import type { TurnPipeline } from '../../../src/conversation/turn/pipeline'
import { hearUnheard } from '../../../src/conversation/turn/reconcile'
import { describeEngine } from '../../support/engines'
import { manualClock } from '../../channels/support/manual-clock'
import { NOW } from '../../support/records'

const MINUTE = 60_000
const OURS = '+14155238886'
const PHOTO = {
  url: 'https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1',
  contentType: 'image/jpeg',
}

function listed(sid: string, media: number): ListedMessage {
  const from = '+919876543210'
  const at = { createdAt: NOW - MINUTE, direction: 'inbound' } as const
  return { ...at, sid, channel: 'whatsapp', from, to: OURS, body: '', media }
}

describeEngine('embedded', (open) => {
  it('hears what came with a message whose webhook never reached us, and is held up by none', async () => {
    const { conversations } = await open()
    const heard: InboundMessage[] = []
    const pipeline = { runLater: async (message: InboundMessage) => void heard.push(message) }
    const asked = hearUnheard({
      history: { since: () => Promise.resolve([listed('SM1', 1), listed('SM2', 1), listed('SM3', 0)]) },
      media: {
        sentWith: (sid) => (sid === 'SM1' ? Promise.reject(new Error('http_503')) : Promise.resolve([PHOTO])),
      },
      conversations,
      pipeline: pipeline as unknown as TurnPipeline,
      clock: manualClock(NOW),
      maskText: (text) => text,
      isOurSender: (address) => address === OURS,
    })
    await expect(asked).rejects.toThrow('http_503')
    expect(heard.map(({ sid, media }) => [sid, media])).toEqual([
      ['SM2', [PHOTO]],
      ['SM3', []],
    ])
  })
})
