import { Fifo } from '../../../src/conversation/turn/fifo'
import { turnOfEvents } from '../../channels/support/manual-clock'

function gate() {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open }
}

describe('a queue', () => {
  it('runs the tasks of one key one after the other, in the order of the calls', async () => {
    const fifo = new Fifo()
    const seen: string[] = []
    const gates = [gate(), gate(), gate()]
    const done = gates.map(({ opened }, i) =>
      fifo.run('key', async () => {
        seen.push(`begin ${i}`)
        await opened
        seen.push(`end ${i}`)
        return i
      }),
    )
    for (const { open } of [...gates].reverse()) open()
    expect(await Promise.all(done)).toEqual([0, 1, 2])
    expect(seen).toEqual(['begin 0', 'end 0', 'begin 1', 'end 1', 'begin 2', 'end 2'])
  })

  it('lets other keys go on', async () => {
    const fifo = new Fifo()
    void fifo.run('slow', () => new Promise(() => undefined))
    expect(await fifo.run('other', async () => 'done')).toBe('done')
  })

  it('rejects as the task does, and runs the next all the same', async () => {
    const fifo = new Fifo()
    const failing = fifo.run('key', async () => {
      throw new Error('no')
    })
    const next = fifo.run('key', async () => 'next')
    await expect(failing).rejects.toThrow('no')
    expect(await next).toBe('next')
  })

  it('is busy while anything waits or runs, and idle when all is done', async () => {
    const fifo = new Fifo()
    const first = gate()
    void fifo.run('key', () => first.opened)
    void fifo.run('key', async () => undefined)
    expect(fifo.busy('key')).toBe(true)
    expect(fifo.busy('other')).toBe(false)
    let idle = false
    const waiting = fifo.idle().then(() => (idle = true))
    await turnOfEvents()
    expect(idle).toBe(false)
    first.open()
    await waiting
    expect(fifo.busy('key')).toBe(false)
  })
})
