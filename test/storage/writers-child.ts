import { systemRandom } from '../../src/base/random'
import { openEmbedded } from '../../src/storage/embedded/open-embedded'
import { aConversation, aDraft, NOW } from '../support/records'

/**
 * Writes as fast as it can until it is killed, and says each write that was acknowledged: `<conversation>
 * <revision>`.
 */
async function main(): Promise<void> {
  const stores = await openEmbedded({ dataDir: process.argv[2] ?? '', random: systemRandom })
  const writer = async (name: string): Promise<void> => {
    for (let rev = 1; ; rev++) {
      const conversation = aConversation({ id: name, rev, bot: { text: 'खून चाहिए '.repeat(rev % 200) } })
      if (!(await stores.conversations.write(conversation))) throw new Error(`${name} lost its own write`)
      await stores.outbox.enqueue([aDraft({ id: `${name}/${rev}`, lane: name, seq: rev })], NOW)
      process.stdout.write(`${name} ${rev}\n`)
    }
  }
  await Promise.all(['w0', 'w1', 'w2', 'w3'].map(writer))
}

void main()
