import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openChatSession, type ChatSession } from '../../src/cli/chat-session'

describe('a conversation in the terminal', () => {
  let dataDir: string
  let session: ChatSession

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'saathi-chat-'))
    session = await openChatSession({
      holder: { channel: 'whatsapp', address: '+919876543210' },
      env: { LOG_LEVEL: 'silent', COORDINATORS: '+919800000009', TWILIO_ACCOUNT_SID: 'never used' },
      dataDir,
      locale: 'en',
    })
  })

  afterEach(async () => {
    await session.close()
    await rm(dataDir, { recursive: true })
  })

  it('shows what the phone gets and what changes', async () => {
    const heard = await session.write('I want to talk to a person')
    expect(heard?.map(({ mark }) => mark)).toEqual(['<', '!', '!'])
    expect(heard?.[0]?.text).toMatch(/^A coordinator has been told/)
    expect(heard?.[1]?.text).toMatch(/^hand_over [A-Z0-9]{4}: asked$/)
    expect(heard?.[2]?.text).toBe('outbox +919800000009 coordinator')
  })

  it('lets time pass, and knows no event of another phone', async () => {
    await session.write('I want to donate blood')
    expect(await session.write('@ wait 3h')).toEqual([])
    const heard = await session.write('hello')
    expect(heard?.[0]?.text).toMatch(/^Your registration as a donor is not finished/)
    expect(await session.write('@ phone second')).toBeUndefined()
  })
})
