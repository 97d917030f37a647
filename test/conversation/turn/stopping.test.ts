import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { conversationId } from '../../../src/conversation/turn/conversation-store'
import { describeEngine, forEachEngine } from '../../support/engines'
import { typescriptChild } from '../../support/typescript-child'
import { readReply } from './support/scripted-bot'
import { OUR_NUMBER, TurnWorld, WITH_RETRIES } from './support/turn-world'
import { NOW } from '../../support/records'

jest.setTimeout(30_000)

const NUMBER = '+919876543210'

forEachEngine((_engine, open) => {
  /** A process whose nth store call takes until the test releases it. */
  async function holding(at: number) {
    const stores = await open()
    const world = new TurnWorld(1, { start: NOW, fragment: WITH_RETRIES })
    const process = world.start(stores, [{ at, kind: 'hold' }])
    const phone = world.standIn.phone({ channel: 'whatsapp', number: NUMBER })
    return { stores, world, process, phone }
  }

  it('stops after the turn under way, which is answered', async () => {
    const { world, process, phone } = await holding(3)
    const sending = phone.send('need')
    await process.faulty.held()
    let idle = false
    const stopping = process.pipeline.idle().then(() => (idle = true))
    await world.quiet()
    expect(idle).toBe(false)
    process.faulty.release()
    await stopping
    await sending
    expect(phone.inbox.map(({ text }) => readReply(text).words)).toEqual([['asked']])
  })

  it('stops after a turn that was acknowledged, whose answer is then in the outbox', async () => {
    const { stores, world, process, phone } = await holding(2)
    const sending = phone.send('need')
    await process.faulty.held()
    let idle = false
    const stopping = process.pipeline.idle().then(() => (idle = true))
    while (!(await Promise.race([sending.then(() => true), world.clock.advance(250).then(() => false)]))) {
      await world.quiet()
    }
    expect(idle).toBe(false)
    process.faulty.release()
    await stopping
    const { sid } = await sending
    expect(await stores.outbox.get(`${sid}:reply:0`)).toMatchObject({ state: 'queued' })
    const contact = await stores.contacts.find(NUMBER)
    const id = conversationId(contact?.id ?? '', 'whatsapp', OUR_NUMBER)
    expect(await stores.conversations.load(id)).toMatchObject({ pending: [], handover: [] })
  })
})

/** Runs the program until it has answered these messages, then kills it. */
async function killedAfter(folder: string, texts: readonly string[]): Promise<readonly string[]> {
  const child = typescriptChild('test/conversation/turn/support/killed-child.ts', [
    folder,
    JSON.stringify(texts),
  ])
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const answers: string[] = []
  if (!child.stdout) throw new Error('the child has no output')
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('answer ')) answers.push(line)
    if (answers.length === texts.length) child.kill('SIGKILL')
  }
  await exited
  return answers
}

describeEngine('embedded', () => {
  it('goes on at the same question after a kill between two messages', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'saathi-killed-'))
    const first = ['I need blood B+ 2 units at Hallet tomorrow', '1']
    const asked = await killedAfter(folder, first)
    const again = await killedAfter(folder, [...first, '2', 'RK', '7', '1', '2', '1', '1'])
    expect(again.slice(0, 2)).toEqual(asked)
    expect(again.at(-1)).toMatch(/written it down\. Your code: \w{4}/)
    await rm(folder, { recursive: true })
  })
})
