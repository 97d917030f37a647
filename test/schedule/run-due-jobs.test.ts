import { MINUTE, SECOND } from '../../src/base/clock'
import type { Job, JobStore } from '../../src/schedule/job-store'
import { MAX_JOB_ATTEMPTS, runDueJobs, type SchedulerDeps } from '../../src/schedule/run-due-jobs'
import { manualClock, type ManualClock } from '../channels/support/manual-clock'
import { forEachEngine } from '../support/engines'
import { NOW } from '../support/records'

/** Processes that share one store, and an effect that is kept once per key. */
class Scheduling {
  readonly clock: ManualClock = manualClock(NOW)
  readonly runs: string[] = []
  /** What the handlers' effects left, by key. */
  readonly effects = new Map<string, number>()
  readonly faults: string[] = []
  /** Throws at a run, before or after its effect. */
  fail: (job: Job) => 'before' | 'after' | undefined = () => undefined

  constructor(readonly jobs: JobStore) {}

  deps(override: Partial<SchedulerDeps> = {}): SchedulerDeps {
    return {
      jobs: this.jobs,
      clock: this.clock,
      handlers: { wave: (job, now) => this.handle(job, now) },
      onFault: ({ jobId, givenUp }) => void this.faults.push(`${jobId}${givenUp ? ' given up' : ''}`),
      ...override,
    }
  }

  schedule(...dues: readonly number[]): Promise<void> {
    return this.jobs.schedule(dues.map((due, i) => ({ id: `j${i}`, kind: 'wave', due, payload: '{}' })))
  }

  run(override: Partial<SchedulerDeps> = {}): Promise<void> {
    return runDueJobs(this.deps(override))
  }

  private async handle(job: Job, now: number): Promise<void> {
    this.runs.push(job.id)
    if (this.fail(job) === 'before') throw new Error('before')
    if (!this.effects.has(job.id)) this.effects.set(job.id, now)
    if (this.fail(job) === 'after') throw new Error('after')
  }
}

function signal(): readonly [Promise<void>, () => void] {
  let give = (): void => undefined
  return [new Promise<void>((resolve) => (give = resolve)), () => give()]
}

forEachEngine((engine, open) => {
  const scheduling = async (): Promise<Scheduling> => new Scheduling((await open()).jobs)

  it('runs what is due and nothing else, once', async () => {
    const world = await scheduling()
    await world.schedule(NOW, NOW + 1, NOW - MINUTE)
    await world.run()
    expect(world.runs.sort()).toEqual(['j0', 'j2'])
    await world.clock.advance(1)
    await world.run()
    await world.run()
    expect(world.runs).toEqual(['j0', 'j2', 'j1'])
  })

  it('runs more than it claims at once', async () => {
    const world = await scheduling()
    await world.schedule(...Array.from({ length: 45 }, () => NOW))
    await world.run()
    expect(world.effects.size).toBe(45)
  })

  it.each(['before', 'after'] as const)(
    'tries again what failed %s its effect, later and later',
    async (when) => {
      const world = await scheduling()
      world.fail = ({ attempt }) => (attempt <= 3 ? when : undefined)
      await world.schedule(NOW)
      for (const wait of [0, 1, 2, 4]) {
        await world.clock.advance(wait * SECOND - 1)
        await world.run()
        await world.clock.advance(1)
        await world.run()
      }
      expect(world.runs).toHaveLength(4)
      expect(world.effects.size).toBe(1)
      expect(await world.jobs.get('j0')).toMatchObject({ state: 'done', attempt: 4 })
    },
  )

  it('gives up what never succeeds, tells of it, and holds up nothing else', async () => {
    const world = await scheduling()
    world.fail = ({ id }) => (id === 'j0' ? 'before' : undefined)
    await world.schedule(NOW, NOW)
    for (let i = 0; i < MAX_JOB_ATTEMPTS + 2; i++) {
      await world.run()
      await world.clock.advance(10 * MINUTE)
    }
    expect(world.runs.filter((id) => id === 'j0')).toHaveLength(MAX_JOB_ATTEMPTS)
    expect(world.faults.at(-1)).toBe('j0 given up')
    expect(await world.jobs.get('j0')).toMatchObject({ state: 'failed' })
    expect(await world.jobs.get('j1')).toMatchObject({ state: 'done' })
  })

  it('keeps a job whose kind nobody knows, and tells of it', async () => {
    const world = await scheduling()
    await world.schedule(NOW)
    await world.run({ handlers: {} })
    expect(world.faults).toEqual(['j0'])
    await world.clock.advance(SECOND)
    await world.run()
    expect(world.runs).toEqual(['j0'])
  })

  it('lets another process finish what a dead one had begun, and the effect is there once', async () => {
    const world = await scheduling()
    await world.schedule(NOW)
    const dead: JobStore = { ...world.jobs, end: () => Promise.reject(new Error('killed')) }
    await expect(world.run({ jobs: dead })).rejects.toThrow('killed')
    expect([...world.effects]).toEqual([['j0', NOW]])
    await world.clock.advance(MINUTE - 1)
    await world.run()
    expect(world.runs).toHaveLength(1)
    await world.clock.advance(1)
    await world.run()
    expect(world.runs).toHaveLength(2)
    expect([...world.effects]).toEqual([['j0', NOW]])
    expect(await world.jobs.get('j0')).toMatchObject({ state: 'done', attempt: 2 })
  })

  it('does not let a process that was taken for dead undo what another did', async () => {
    const world = await scheduling()
    await world.schedule(NOW)
    const [begun, begin] = signal()
    const [goes, goOn] = signal()
    const wave = async (): Promise<void> => {
      begin()
      await goes
      throw new Error('late')
    }
    const slowRun = world.run({ handlers: { wave } })
    await begun
    await world.clock.advance(MINUTE)
    await world.run()
    expect(await world.jobs.get('j0')).toMatchObject({ state: 'done', attempt: 2 })
    goOn()
    await slowRun
    expect(await world.jobs.get('j0')).toMatchObject({ state: 'done', attempt: 2 })
    expect(world.runs).toEqual(['j0'])
  })

  it('runs each job once however many processes look', async () => {
    const world = await scheduling()
    const beside = engine === 'mongo' ? (await open()).jobs : world.jobs
    await world.schedule(...Array.from({ length: 60 }, () => NOW))
    while (world.effects.size < 60) await Promise.all([world.run(), world.run({ jobs: beside }), world.run()])
    expect(world.runs).toHaveLength(60)
  })

  it('ends every run of a round before it tells that the store failed, and loses none', async () => {
    const world = await scheduling()
    await world.schedule(NOW, NOW, NOW)
    const end: JobStore['end'] = (id, ...rest) =>
      id === 'j1' ? Promise.reject(new Error('away')) : world.jobs.end(id, ...rest)
    await expect(world.run({ jobs: { ...world.jobs, end } })).rejects.toThrow('away')
    expect(await world.jobs.get('j2')).toMatchObject({ state: 'done' })
    await world.clock.advance(MINUTE)
    await world.run()
    expect(await world.jobs.get('j1')).toMatchObject({ state: 'done' })
    expect(world.effects.size).toBe(3)
  })

  it('finds jobs again after a restart', async () => {
    const first = await open()
    await first.jobs.schedule([{ id: 'j0', kind: 'wave', due: NOW + 1, payload: '{}' }])
    await first.close()
    const world = await scheduling()
    await world.clock.advance(1)
    await world.run()
    expect(world.runs).toEqual(['j0'])
  })
})
