import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Target } from './load'

/** A server under measurement, on a core of its own. */
export interface Server extends Target {
  /** Milliseconds from the start of the process to its first answer. */
  readonly startedIn: number
  /** CPU seconds used so far, user and system, all threads. */
  cpu(): number
  /** Resident memory in MB. */
  memory(): number
  stop(): Promise<void>
}

const SERVER_CORE = '0'
const TICKS_PER_SECOND = 100

export async function startServer(
  script: string,
  options: {
    readonly port: number
    readonly args?: readonly string[]
    readonly env?: Record<string, string>
  },
): Promise<Server> {
  const token = 'bench_token_of_thirty_two_letters'
  const url = `http://localhost:${options.port}`
  const began = performance.now()
  const child = spawn('taskset', ['-c', SERVER_CORE, process.execPath, script, ...(options.args ?? [])], {
    env: {
      ...process.env,
      LOG_LEVEL: 'error',
      PORT: String(options.port),
      TWILIO_AUTH_TOKEN: token,
      PUBLIC_URL: url,
      ...options.env,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  await answers(`${url}/readyz`, child)
  const startedIn = performance.now() - began
  return {
    port: options.port,
    url,
    token,
    startedIn,
    cpu: () => cpuOf(child.pid ?? 0),
    memory: () => memoryOf(child.pid ?? 0),
    stop: () => stopped(child),
  }
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error('the server did not start')
    try {
      if ((await fetch(url)).ok) return
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

function memoryOf(pid: number): number {
  const [, kb = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kb) / 1024)
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
