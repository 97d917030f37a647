import { SECOND } from '../../../src/base/clock'
import { conversationId } from '../../../src/conversation/turn/conversation-store'
import { DOUBT_RESTS_FOR } from '../../../src/conversation/turn/doubt'
import type { InboundAnswer } from '../../../src/messaging/inbound-handler'
import type { Stores } from '../../../src/storage/stores'
import { describeEngine } from '../../support/engines'
import type { Fault } from '../../support/faulty-stores'
import { aMessage, NOW } from '../../support/records'
import { heardIn, readReply, type Word } from './support/scripted-bot'
import type { TurnProcess } from './support/turn-process'
import { OUR_NUMBER, TurnWorld, WITH_RETRIES } from './support/turn-world'

const PHONE = '+919876543210'
const USER = 'IN.abc123'

/** What the answer says in TwiML, if anything. */
function wordsOf(answer: InboundAnswer): readonly string[] {
  return answer.kind === 'twiml' ? answer.replies.flatMap((reply) => readReply(reply).words) : [answer.kind]
}

describeEngine('embedded', (open) => {
  let stores: Stores
  let world: TurnWorld
  beforeEach(async () => {
    stores = await open()
    world = new TurnWorld(1, { start: NOW, fragment: WITH_RETRIES })
  })

  const start = (...faults: readonly Fault[]): TurnProcess => world.start(stores, faults)
  const say = (process: TurnProcess, sid: string, text: Word = 'need'): Promise<InboundAnswer> =>
    process.inbound.handle(aMessage({ sid, text, receivedAt: world.clock.now(), from: { phone: PHONE } }))

  async function heard(): Promise<readonly string[]> {
    const contact = await stores.contacts.find(PHONE)
    const id = conversationId(contact?.id ?? '', 'whatsapp', OUR_NUMBER)
    const conversation = await stores.conversations.load(id)
    return conversation ? heardIn(conversation.bot) : []
  }

  it('answers a repeat with the same replies', async () => {
    const process = start()
    const first = await say(process, 'SM1')
    expect(wordsOf(first)).toEqual(['asked'])
    expect(await say(process, 'SM1')).toEqual(first)
    expect(await heard()).toEqual(['SM1'])
  })

  it('answers a repeat at the same moment, and in another process, with the same replies', async () => {
    const answers = await Promise.all([say(start(), 'SM1'), say(start(), 'SM1'), say(start(), 'SM1')])
    expect(answers.map(wordsOf)).toEqual([['asked'], ['asked'], ['asked']])
    expect(await heard()).toEqual(['SM1'])
  })

  it('lets no later message overtake one that is being stored for later', async () => {
    const process = start({ at: 1, kind: 'before' }, { at: 2, kind: 'hold' })
    const first = say(process, 'SM1')
    await process.faulty.held()
    await world.clock.advance(1)
    const second = say(process, 'SM2')
    await world.quiet()
    process.faulty.release()
    expect(await first).toEqual({ kind: 'later' })
    await second
    expect(await heard()).toEqual(['SM1', 'SM2'])
  })

  it('runs spooled messages first, in the order of receipt', async () => {
    const process = start()
    process.faulty.goAway()
    expect(await say(process, 'SM1')).toEqual({ kind: 'later' })
    await world.clock.advance(1)
    expect(await say(process, 'SM2', 'yes')).toEqual({ kind: 'later' })
    await world.clock.advance(1)
    process.faulty.comeBack()
    await say(process, 'SM3', 'status')
    expect(await heard()).toEqual(['SM1', 'SM2', 'SM3'])
    expect(world.disk.size).toBe(0)
  })

  it('sends by REST what a repeat finds unfinished: its first delivery has had its one answer', async () => {
    const process = start({ at: 2, kind: 'hold' })
    const first = say(process, 'SM1')
    await process.faulty.held()
    await world.clock.advance(3 * SECOND)
    expect(await first).toEqual({ kind: 'later' })
    const other = start()
    expect(await say(other, 'SM1')).toEqual({ kind: 'twiml', replies: [] })
    process.faulty.release()
    await process.pipeline.idle()
    expect(await heard()).toEqual(['SM1'])
    expect(await stores.outbox.get('SM1:reply:0')).toMatchObject({ state: 'queued' })
  })

  it('answers a late message as another process has answered it', async () => {
    const slow = start({ at: 2, kind: 'hold' })
    const late = say(slow, 'SM1')
    await slow.faulty.held()
    const answer = await say(start(), 'SM1')
    await world.clock.advance(3 * SECOND)
    expect(await late).toEqual(answer)
    slow.faulty.release()
    await slow.pipeline.idle()
  })

  it('writes no turn over a state it was not computed from, though its message is kept meanwhile', async () => {
    const slow = start({ at: 4, kind: 'hold' })
    await say(slow, 'SM1')
    const late = say(slow, 'SM2', 'status')
    await slow.faulty.held()
    await say(start(), 'SM3', 'need')
    await world.clock.advance(3 * SECOND)
    expect(await late).toEqual({ kind: 'later' })
    slow.faulty.release()
    await slow.pipeline.idle()
    expect(await heard()).toEqual(['SM1', 'SM3', 'SM2'])
  })

  it('doubts a promised answer whose message comes again when nobody waits for it', async () => {
    const process = start()
    await world.clock.advance(DOUBT_RESTS_FOR)
    await process.work()
    expect(process.doubts).toBe(false)
    await say(process, 'SM1')
    await process.pipeline.runLater(aMessage({ sid: 'SM1' }))
    expect(process.doubts).toBe(true)
  })

  it('sends a lost answer by REST though somebody else writes the conversation meanwhile', async () => {
    const other = start()
    await say(other, 'SM1')
    await world.clock.advance(DOUBT_RESTS_FOR)
    const comparing = start({ at: 6, kind: 'hold' })
    await world.clock.advance(DOUBT_RESTS_FOR)
    const compared = comparing.work()
    await comparing.faulty.held()
    expect(comparing.faulty.calls.at(-1)).toBe('conversations.write')
    await say(other, 'SM2', 'no')
    comparing.faulty.release()
    await compared
    expect(await stores.outbox.get('SM1:reply:0')).toBeDefined()
    expect(await heard()).toEqual(['SM1', 'SM2'])
  })

  it('goes on in the conversation that stays when two contacts are joined elsewhere', async () => {
    const process = start()
    const write = (sid: string, from: { readonly phone?: string; readonly whatsappUserId?: string }) =>
      start().inbound.handle(aMessage({ sid, text: 'need', receivedAt: world.clock.now(), from }))
    await write('SM1', { phone: PHONE })
    await world.clock.advance(1)
    await process.inbound.handle(aMessage({ sid: 'SM2', text: 'need', from: { whatsappUserId: USER } }))
    await write('SM3', { phone: PHONE, whatsappUserId: USER })
    const message = aMessage({ sid: 'SM4', text: 'no', from: { whatsappUserId: USER } })
    const answer = await process.inbound.handle({ ...message, receivedAt: world.clock.now() })
    expect(wordsOf(answer)).toEqual(['cancelled', 'SM3'])
    expect(await heard()).toEqual(['SM1', 'SM3', 'SM4'])
  })

  it('refuses what neither the storage nor the disk takes, and looks for it later', async () => {
    const process = start({ at: 1, kind: 'crash_before' })
    world.disk.set = () => {
      throw new Error('the disk is full')
    }
    const answer = await process.pipeline.handle(aMessage())
    expect(answer).toEqual({ kind: 'refused' })
    expect(process.doubts).toBe(true)
  })
})
