import type { Locale } from '../../../base/locale'
import type { Texts } from '../../text/texts'
import type { AskStep, Condition, Flow, Step, Target } from '../flow'
import { FLOW_PREFIX } from '../flow'
import { qualified } from '../needed-texts'
import { staysInFlow, waysOf } from '../steps'
import { fileOf } from './finding'
import type { Check, CheckInput, Finding } from './finding'
import { isComplete, measure, measuredTexts, sampleMessage } from './sms-lengths'
import type { SmsLength, Spoken } from './sms-lengths'
import { mostSegments, smsSegments } from './sms-segments'
import { unreadableTexts } from './unreadable-texts'

/** What one turn says, in order: it leaves as one message. */
type Turn = readonly Spoken[]

/** Where a turn begins: after an answer, or at the flow's beginning. */
interface Start {
  readonly flow: Flow
  readonly step: Step
  readonly turns: readonly Turn[]
}

/**
 * Texts that are short enough by themselves, but that one turn may say together. Notes only: what a step's action finds
 * out decides whether it ever does.
 */
export const smsTurns: Check = (input) => {
  // A text that is too long by itself, or cannot be filled, has a finding of its own.
  if (unreadableTexts(input).length > 0 || smsSegments(input).some(({ level }) => level === 'error'))
    return []
  const texts = measuredTexts(input)
  const starts = startsOf(input.flows)
  const found = Object.keys(input.texts).flatMap((locale) =>
    starts.flatMap((start) => worst(start, { input, texts, locale })),
  )
  // Several steps may lead to the same words: the first of each file is named.
  return [...new Map(found.reverse().map((one) => [one.file + one.message, one])).values()]
}

interface Measuring {
  readonly input: CheckInput
  readonly texts: Texts
  readonly locale: Locale
}

/** The longest of the turns that begin here, if it is too long. */
function worst({ flow, step, turns }: Start, measuring: Measuring): readonly Finding[] {
  const { locale } = measuring
  const tooLong = turns
    .filter((turn) => turn.length > 1 && turn.every((one) => isComplete(one, measuring.input.texts[locale])))
    .map((turn) => ({ turn, size: sizeOf(turn, measuring) }))
    .filter(({ size }) => size.segments > mostSegments(size))
    .sort((one, other) => other.size.units - one.size.units)
  const [longest] = tooLong
  if (!longest) return []
  const { segments, units, encoding } = longest.size
  const said = longest.turn.map(({ key }) => `"${key}"`).join(' and ')
  const size = `${segments} SMS segments (${units} signs, ${encoding}); at most ${mostSegments(longest.size)}`
  const message = `one turn may say ${said} (${locale}), ${size}: shorten them for SMS ("..._sms")`
  return [{ check: 'sms-turns', level: 'note', file: fileOf(flow), step: step.id, message }]
}

function sizeOf(
  turn: Turn,
  measuring: Measuring,
): Pick<SmsLength, 'segments' | 'encoding' | 'units' | 'costly'> {
  return measure(turn.map((one) => sampleMessage(one, measuring)).join('\n\n'))
}

function startsOf(flows: readonly Flow[]): readonly Start[] {
  const walk = walker(flows)
  return flows.flatMap((flow) => {
    const [first] = flow.steps
    const asks = flow.steps.filter((step): step is AskStep => step.type === 'ask' && !step.unasked)
    const answered = asks.map((step) => {
      const ways = waysOf(step).filter(({ over }) => over === undefined)
      return { flow, step, turns: ways.flatMap(({ to }) => walk(flow, to)) }
    })
    if (!first) return answered
    const repeat = flow.understood === undefined ? [] : [{ key: qualified(flow, flow.understood), flow }]
    const begun = walk(flow, first.id).map((turn) => [...repeat, ...turn])
    return [{ flow, step: first, turns: begun }, ...answered]
  })
}

/**
 * What may be said from a target on until the next question or the end. A question whose answer may be known is passed
 * over or asked.
 */
function walker(flows: readonly Flow[]): (flow: Flow, to: Target) => readonly Turn[] {
  const known = new Map<string, readonly Turn[]>()
  const from = (flow: Flow, to: Target): readonly Turn[] => {
    if (!staysInFlow(to)) {
      const next = flows.find(({ id }) => to === FLOW_PREFIX + id)
      const first = next?.steps[0]
      return next && first ? from(next, first.id) : [[]]
    }
    const step = flow.steps.find(({ id }) => id === to)
    if (!step) return [[]]
    const name = `${flow.id}/${to}`
    const found = known.get(name)
    if (found) return found
    // Whoever comes back here before it is known went in a circle, which says nothing new.
    known.set(name, [])
    const turns = distinct(turnsOf(step, { flow, from }))
    known.set(name, turns)
    return turns
  }
  return from
}

function turnsOf(
  step: Step,
  { flow, from }: { readonly flow: Flow; readonly from: (flow: Flow, to: Target) => readonly Turn[] },
): readonly Turn[] {
  const ways = waysOf(step)
  const on = ways.filter(({ over }) => over === undefined).flatMap(({ to }) => from(flow, to))
  const over = ways.filter((way) => way.over).flatMap(({ to }) => from(flow, to))
  if (step.type === 'do') return [...on, ...over]
  if (step.type === 'say') {
    const said: Spoken = { key: qualified(flow, step.say), flow, step }
    return [...on.filter((turn) => mayFollow(step, turn)).map((turn) => [said, ...turn]), ...over]
  }
  const asked: Spoken = { key: qualified(flow, step.ask), flow, step }
  const passed = step.save === undefined ? [] : on
  return [...(step.unasked ? [] : [[asked]]), ...passed, ...over]
}

/** Whether one person can hear both: their conditions do not ask for different values of one answer. */
function mayFollow({ when = {} }: Step, turn: Turn): boolean {
  return turn.every(({ step }) => {
    const other: Condition = step?.when ?? {}
    return Object.entries(when).every(([name, values]) => {
      const wanted = other[name]
      return wanted === undefined || [values].flat().some((value) => [wanted].flat().includes(value))
    })
  })
}

function distinct(turns: readonly Turn[]): readonly Turn[] {
  return [...new Map(turns.map((turn) => [turn.map(({ key }) => key).join(' '), turn])).values()]
}
