import { readBotState } from '../../../src/conversation/bot/bot-state'

const NOW = Date.UTC(2026, 10, 24)
const stored = () => ({
  dialogStack: [{ id: 'flow', state: { flow: { flow: 'menu', step: 'choose' } } }],
  welcomed: true,
  lastAt: NOW - 1,
})

describe('the state of the bot', () => {
  it('begins with an empty stack where nothing is stored', () => {
    expect(readBotState(null, NOW)).toEqual({ dialogStack: [], welcomed: false, lastAt: NOW })
  })

  it('leaves what is stored as it was, whatever the dialogs do to the stack and its entries', () => {
    const given = stored()
    const state = readBotState(given, NOW)
    expect(state).toEqual(given)
    const [top] = state.dialogStack
    if (top) top.state = { flow: { flow: 'menu', step: 'other' } }
    state.dialogStack.push({ id: 'flow', state: {} })
    state.lastAt = NOW
    expect(given).toEqual(stored())
  })
})
