import { livePositions } from '../../src/cli/live-positions'
import { aConversation, NOW } from '../support/records'

describe('livePositions', () => {
  it('names the open step, and those that wait below it', async () => {
    const dialog = (flow: string, step: string) => ({
      id: 'flow',
      state: { flow: { flow, version: `v-${flow}`, step, answers: {}, slots: {}, misses: 0, trail: [] } },
    })
    const bot = {
      dialogStack: [dialog('donate', 'age'), dialog('request', 'group')],
      welcomed: true,
      lastAt: NOW,
    }
    const conversations = { activeSince: () => Promise.resolve([aConversation({ bot })]) }
    expect(await livePositions(conversations, NOW)).toEqual([
      { flow: 'donate', version: 'v-donate', step: 'age' },
      { flow: 'request', version: 'v-request', step: 'group' },
    ])
  })
})
