import type { Stores } from '../../src/storage/stores'
import { without } from '../../src/storage/transitions/without'

/**
 * What happens to a store call: `before` it fails and does nothing; `after` it is done and fails all the same
 * (an unknown outcome); `hold` it waits for `release`, then is done; `crash_before` and `crash_after` do the
 * same as the first two and every later call fails too, as after the death of the process.
 */
export type FaultKind = 'before' | 'after' | 'hold' | 'crash_before' | 'crash_after'

export const FAULT_KINDS: readonly FaultKind[] = ['before', 'after', 'hold', 'crash_before', 'crash_after']

/** A fault at the nth store call, counted from 1. */
export interface Fault {
  readonly at: number
  readonly kind: FaultKind
}

/** The error of a call that a test made fail. */
export class InjectedFault extends Error {
  override readonly name = 'InjectedFault'
}

/** Stores that fail when a test wants them to. */
export interface FaultyStores {
  readonly stores: Stores
  /** Calls so far, such as `conversations.write`, in order; failed and held ones too. */
  readonly calls: readonly string[]
  /** From now on every call fails: the process is dead. The stores beneath live on. */
  crash(): void
  /** Every call fails until `comeBack`: the database is away. */
  goAway(): void
  comeBack(): void
  /** Resolves when a call is held, at once if one is. */
  held(): Promise<void>
  /** Lets every held call go on. */
  release(): void
}

/** Wraps stores with a schedule of faults; an empty one changes nothing but counts the calls. */
export function faultyStores(stores: Stores, schedule: readonly Fault[] = []): FaultyStores {
  const faults = new Map(schedule.map(({ at, kind }) => [at, kind]))
  const calls: string[] = []
  const gate = holdingGate()
  let dead = false
  let away = false

  const call = async (name: string, perform: () => unknown): Promise<unknown> => {
    const kind = faults.get(calls.push(name))
    if (dead || away)
      throw new InjectedFault(`${name}: ${dead ? 'the process is dead' : 'the storage is away'}`)
    dead = kind === 'crash_before' || kind === 'crash_after'
    if (kind === 'before' || kind === 'crash_before') throw new InjectedFault(`${name}: not done`)
    if (kind === 'hold') await gate.wait()
    const result = await perform()
    // A process that died while it waited never learns the result.
    if (dead || kind === 'after') throw new InjectedFault(`${name}: done, but nobody is told`)
    return result
  }

  return {
    stores: wrapped(stores, call),
    calls,
    crash: () => {
      dead = true
    },
    goAway: () => {
      away = true
    },
    comeBack: () => {
      away = false
    },
    held: () => gate.held(),
    release: () => gate.release(),
  }
}

/** Faults at random calls, the same for the same seed: `count` of them within the first `calls` calls. */
export function seededFaults(
  seed: number,
  {
    calls,
    count,
    kinds = FAULT_KINDS,
  }: { readonly calls: number; readonly count: number; readonly kinds?: readonly FaultKind[] },
): readonly Fault[] {
  const random = mulberry32(seed)
  const faults = new Map<number, FaultKind>()
  while (faults.size < Math.min(count, calls)) {
    const at = 1 + Math.floor(random() * calls)
    faults.set(at, kinds[Math.floor(random() * kinds.length)] ?? 'before')
  }
  return [...faults].map(([at, kind]) => ({ at, kind })).sort((one, other) => one.at - other.at)
}

/** Every single fault within the first `calls` calls: for trying each point where a process can die. */
export function everyFault(calls: number, kinds: readonly FaultKind[]): readonly Fault[] {
  return kinds.flatMap((kind) => Array.from({ length: calls }, (_, i) => ({ at: i + 1, kind })))
}

type Call = (name: string, perform: () => unknown) => Promise<unknown>
type Methods = Record<string, (...args: unknown[]) => unknown>

function wrapped(stores: Stores, call: Call): Stores {
  const named = without(stores, 'close', 'ping', 'forget', 'repoint', 'moveBelongings')
  const stored = Object.entries(named).map(([name, store]) => [
    name,
    counted(name, store as unknown as Methods, call),
  ])
  return {
    ...(Object.fromEntries(stored) as typeof named),
    forget: (now) => call('forget', () => stores.forget(now)) as Promise<number>,
    moveBelongings: (from, to) =>
      call('moveBelongings', () => stores.moveBelongings(from, to)) as Promise<void>,
    repoint: (from, to) => call('repoint', () => stores.repoint(from, to)) as Promise<void>,
    ping: () => call('ping', () => stores.ping()) as Promise<void>,
    close: () => stores.close(),
  }
}

function counted(name: string, store: Methods, call: Call): Methods {
  const methods = Object.entries(store).map(([method, perform]): [string, Methods[string]] => [
    method,
    (...args) => call(`${name}.${method}`, () => perform(...args)),
  ])
  return Object.fromEntries(methods)
}

function holdingGate() {
  const waiting: (() => void)[] = []
  const told: (() => void)[] = []
  return {
    wait: () =>
      new Promise<void>((resolve) => {
        waiting.push(resolve)
        for (const tell of told.splice(0)) tell()
      }),
    held: () => (waiting.length > 0 ? Promise.resolve() : new Promise<void>((resolve) => told.push(resolve))),
    release: () => {
      for (const go of waiting.splice(0)) go()
    },
  }
}

/** Tommy Ettinger's Mulberry32: small, and good enough to choose faults. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
