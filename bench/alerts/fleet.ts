import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { systemClock, type Instant } from '../../src/base/clock'

/** A time in which a process could hear nobody: from its death until its successor listened. */
export interface Outage {
  readonly process: number
  readonly killedAt: Instant
  readonly upAt: Instant
}

interface Slot {
  readonly port: number
  child: ChildProcess
  up: boolean
}

/** One or more processes of the program on one database, which can be killed and are started again. */
export class Fleet {
  readonly outages: Outage[] = []
  /** Places of faults that the program logged itself, each once. */
  readonly faults = new Set<string>()
  private slots: Slot[] = []
  private turn = 0

  constructor(
    private readonly env: Readonly<Record<string, string>>,
    private readonly ports: readonly number[],
  ) {}

  async start(): Promise<void> {
    this.slots = this.ports.map((port) => ({ port, child: this.spawn(port), up: false }))
    await Promise.all(this.slots.map(untilUp))
  }

  /** The port of a process that listens, each in turn; nothing while none does. */
  port(): number | undefined {
    const up = this.slots.filter((slot) => slot.up)
    return up.length === 0 ? undefined : up[this.turn++ % up.length]?.port
  }

  /** Kills a process with SIGKILL and starts it again. */
  async kill(nth: number): Promise<void> {
    const slot = this.slots[nth % this.slots.length]
    if (!slot) return
    const killedAt = systemClock.now()
    slot.up = false
    await ended(slot.child, 'SIGKILL')
    slot.child = this.spawn(slot.port)
    await untilUp(slot)
    this.outages.push({ process: nth % this.slots.length, killedAt, upAt: systemClock.now() })
  }

  async stop(): Promise<void> {
    await Promise.all(this.slots.map(({ child }) => ended(child, 'SIGTERM')))
  }

  private spawn(port: number): ChildProcess {
    const child = spawn(process.execPath, [join(__dirname, 'program.js')], {
      env: { ...process.env, ...this.env, PORT: String(port), LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.stdout?.setEncoding('utf8').on('data', (lines: string) => {
      for (const line of lines.split('\n')) if (line.startsWith('{')) this.faults.add(placeOf(line))
    })
    return child
  }
}

function untilUp(slot: Slot): Promise<void> {
  const { child } = slot
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the program ended with ${code} before it listened`)))
    child.stdout?.on('data', (lines: string) => {
      if (slot.up || !lines.includes('listening')) return
      slot.up = true
      child.removeAllListeners('exit')
      resolve()
    })
  })
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}

function placeOf(line: string): string {
  const { msg = '', where = '', error = '' } = JSON.parse(line) as Readonly<Record<string, string>>
  return [msg, where, error].filter((part) => part !== '').join(' ')
}
