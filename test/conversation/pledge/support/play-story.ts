import type { Stores } from '../../../../src/storage/stores'
import type { ActionResult } from '../../../../src/conversation/flow/walk'
import { HOUR } from '../../../../src/base/clock'
import type { Act } from '../../action/support/action-world'
import { brokenAlways, brokenAnswer, brokenSent, type Answered } from './promises'
import { brokenAtRest } from './promises-at-rest'
import { phoneOf, PledgeWorld, type Snapshot, type Turn } from './pledge-world'
import { personOf, type Moment, type Step, type Story } from './story'

/** Empty stores for each process, the same data beneath. */
export type FreshStores = () => Promise<readonly Stores[]>

export interface Broken {
  /** After how many of the story's moments. */
  readonly after: number
  readonly promises: readonly string[]
}

/** Plays a story; nothing when every promise was kept, also when all is done and days have gone by. */
export async function playStory(story: Story, fresh: FreshStores): Promise<Broken | undefined> {
  const play = new Play(new PledgeWorld(await fresh(), story.intake))
  await play.world.open()
  for (const [nth, moment] of story.moments.entries()) {
    const promises = await play.moment(moment, nth)
    if (promises.length > 0) return { after: nth + 1, promises }
  }
  const promises = await play.rest()
  return promises.length > 0 ? { after: story.moments.length, promises } : undefined
}

/** The story that breaks a promise with the fewest moments: the shortest beginning, without what does not matter. */
export async function shortest(story: Story, fresh: FreshStores): Promise<{ story: Story; broken: Broken }> {
  let broken = await playStory(story, fresh)
  if (!broken) throw new Error('nothing is broken')
  let least = { ...story, moments: story.moments.slice(0, broken.after) }
  for (let nth = least.moments.length - 1; nth >= 0; nth--) {
    const fewer = { ...least, moments: least.moments.filter((_, i) => i !== nth) }
    const still = await playStory(fewer, fresh).catch(() => undefined)
    if (still) [least, broken] = [fewer, still]
  }
  return { story: least, broken }
}

class Play {
  /** Turns whose process died on the way. */
  private unfinished: (Turn & { readonly person: string })[] = []
  /** Who stands in the questions that follow a yes, and for which request. */
  private readonly screened = new Set<string>()

  constructor(readonly world: PledgeWorld) {}

  async moment(moment: Moment, nth: number): Promise<readonly string[]> {
    for (const step of moment) await this.finish(personOf(step))
    const before = await this.world.snapshot()
    const sentBefore = this.world.sent.length
    const answers = await Promise.all(moment.map((step, i) => this.step(step, `${nth}.${i}`)))
    const after = await this.world.snapshot()
    const judged = answers.flatMap((answer) => (answer && moment.length === 1 ? [answer] : []))
    return [
      ...brokenAlways(after, this.world.ledger),
      ...judged.flatMap((answer) => brokenAnswer(answer, before, after)),
      ...(moment.length === 1 ? brokenSent(this.world.sent.slice(sentBefore), before, this.world) : []),
      ...this.world.faults.map(String),
    ]
  }

  /** What is left to do is done, and again when all the jobs of days were due. */
  async rest(): Promise<readonly string[]> {
    for (const hours of [0, 1, 3, 26, 26]) {
      await this.finish()
      this.world.now += hours * HOUR
      await this.world.settle()
      const broken = await brokenAtRest(this.world)
      if (broken.length > 0) return broken
    }
    return this.world.faults.map(String)
  }

  /** The intention of an unfinished turn is found before the next message of the same person, or by the workers. */
  private async finish(person?: string): Promise<void> {
    const found = this.unfinished.filter(
      (turn) => person === undefined || person === 'workers' || turn.person === person,
    )
    this.unfinished = this.unfinished.filter((turn) => !found.includes(turn))
    for (const turn of found) this.note(turn, await this.world.perform(turn))
  }

  private async step(step: Step, key: string): Promise<Answered | undefined> {
    const { world } = this
    switch (step.by) {
      case 'time':
        world.now += step.ms
        return undefined
      case 'sender':
        await world.send()
        return undefined
      case 'workers':
        await this.work(step.how)
        return undefined
      default: {
        const turn = await this.turnOf(step, key)
        return turn && this.answer(step, turn)
      }
    }
  }

  private async work(how: Extract<Step, { readonly by: 'workers' }>['how']): Promise<void> {
    if (how === 'at_once' || how === 'twice') await Promise.all([this.world.work(0), this.world.work(1)])
    else if (how === 'plain') await this.world.work()
    else await this.world.work(0, how)
  }

  private async answer(
    step: Extract<Step, { readonly request: number }>,
    turn: Turn,
  ): Promise<Answered | undefined> {
    const { world } = this
    const { how } = step
    if (typeof how === 'object') {
      const result = await world.dies(turn, how)
      if (!result) this.unfinished.push({ ...turn, person: personOf(step) })
      else this.note(turn, result)
      return undefined
    }
    const results =
      how === 'at_once'
        ? await Promise.all([world.perform(turn, 0), world.perform(turn, 1)])
        : [await world.perform(turn), ...(how === 'twice' ? [await world.perform(turn)] : [])]
    const [result, again] = results
    if (!result) return undefined
    this.note(turn, result)
    return { step, result, ...(again && { again }), at: world.now }
  }

  private note({ phone, what: { action, args = {} } }: Turn, result: ActionResult): void {
    const flow = `${phone} ${String(args['code'])}`
    if (action === 'claim_place' && result.ok) this.screened.add(flow)
    else this.screened.delete(flow)
  }

  private async turnOf(
    step: Extract<Step, { readonly request: number }>,
    key: string,
  ): Promise<Turn | undefined> {
    const { world } = this
    const requestId = world.requestIds[step.request] ?? ''
    const code = (await world.stores.requests.get(requestId))?.code ?? ''
    const phone =
      step.by === 'donor'
        ? phoneOf(step.donor)
        : step.by === 'family'
          ? (world.families()[step.request] ?? '')
          : world.coordinator
    const asks = step.by === 'donor' && (step.deed === 'names_time' || step.deed === 'fails_screen')
    if (asks && !this.screened.has(`${phone} ${code}`)) return undefined
    const what = actOf(step, { code, requestId, world })
    return { phone, key: `turn ${key}`, what: { ...what, context: { now: world.now } } }
  }
}

interface About {
  readonly code: string
  readonly requestId: string
  readonly world: PledgeWorld
}

function actOf(step: Extract<Step, { readonly request: number }>, about: About): Act {
  const { code, requestId } = about
  if (step.by === 'family') return { action: 'cancel_request', args: { request: requestId } }
  return step.by === 'donor' ? donorAct(step.deed, about) : coordinatorAct(step, code)
}

function donorAct(deed: Extract<Step, { readonly by: 'donor' }>['deed'], { code, world }: About): Act {
  switch (deed) {
    case 'yes':
      return { action: 'claim_place', args: { code } }
    case 'yes_in_time':
      return { action: 'claim_place', args: { code, day: world.dayOf(1), time: '10:00' } }
    case 'yes_too_late':
      return { action: 'claim_place', args: { code, day: world.dayOf(9) } }
    case 'names_time':
      return { action: 'make_pledge', args: { code, ...world.soon() } }
    case 'fails_screen':
      return { action: 'release_place', args: { code, deferral: { class: 'wait', until: world.dayOf(30) } } }
    case 'gave_today':
      return { action: 'report_gave', args: { code, on: world.dayOf(0) } }
    case 'gave_elsewhere':
      return { action: 'report_gave', args: { code, on: world.dayOf(-40) } }
    case 'stop':
      return { action: 'opt_out' }
    case 'start':
      return { action: 'opt_in' }
    case 'wrong_number':
      return { action: 'wrong_number' }
    default:
      return { action: 'answer_alert', args: { code, said: deed } }
  }
}

function coordinatorAct(
  { deed, donor, units }: Extract<Step, { readonly by: 'coordinator' }>,
  code: string,
): Act {
  const edit = (text: string): Act => ({
    action: 'edit_request',
    args: { codes: [code], text, what: 'facts' },
  })
  switch (deed) {
    case 'verify':
      return { action: 'decide_requests', args: { codes: [code], verb: 'verify', choice: 'alert' } }
    case 'close':
      return { action: 'decide_requests', args: { codes: [code], verb: 'close', choice: 'expired' } }
    case 'found_stock':
      return { action: 'decide_requests', args: { codes: [code], verb: 'close', choice: 'met_from_stock' } }
    case 'units':
      return edit(`${units} unit`)
    case 'group':
      return edit('AB+')
    case 'sooner':
      return edit('27 November')
    default:
      return { action: 'note_outcome', args: { verb: deed, codes: [code], text: phoneOf(donor) } }
  }
}

export type { Snapshot }
