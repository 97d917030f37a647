import type { Instant } from '../../base/clock'
import { DAY } from '../../base/clock'
import { timeAt } from '../../base/calendar'
import type { Alert } from './alert'
import type { AskedBefore } from './alert-candidate'
import type { AlertHistory } from './alert-history'
import type { Seen } from './learnt-rate'
import { placesTaken, type Places } from './places'
import type { Pledge } from './pledge'
import { partOfDay, type Segment, type SegmentCounts } from './segment'

/** So far back alerts count against asking somebody again. */
const LATELY_MS = 30 * DAY
/** An alert without an answer counts as silent only after this: before, the answer may still come. */
const SILENT_AFTER_MS = DAY

/** What earlier alerts to one donor came to, from all of them. */
export function askedBefore(alerts: readonly Alert[], now: Instant): AskedBefore {
  const latestFirst = [...alerts].sort((a, b) => b.at - a.at)
  const settled = latestFirst.filter((alert) => isSettled(alert, now))
  const answeredFirst = settled.findIndex(({ answer }) => answer !== undefined)
  const [last] = latestFirst
  return {
    lately: latestFirst.map(({ at }) => at).filter((at) => at > now - LATELY_MS),
    ...(last && { lastAt: last.at }),
    alerts: settled.length,
    yes: settled.filter(saidYes).length,
    silentInARow: answeredFirst < 0 ? settled.length : answeredFirst,
  }
}

/** What happened for a request so far, from its alerts and places. `askedAgain`: standby donors asked a second time. */
export function historyOf(
  alerts: readonly Alert[],
  places: Places | undefined,
  learnt: Pick<AlertHistory, 'segments'> & { readonly askedAgain: readonly string[] },
): AlertHistory {
  const { askedAgain, segments } = learnt
  const standby = (places?.standby ?? []).map(({ donorId }) => donorId)
  return {
    alerts: alerts.map(({ contactId, wave, at, chance, answer }) => {
      return { donorId: contactId, wave, at, chance, answered: answer !== undefined }
    }),
    placesTaken: places ? placesTaken(places) : 0,
    places: places?.places ?? 0,
    standby: standby.filter((donorId) => !askedAgain.includes(donorId)),
    segments,
  }
}

/** How often alerts of each segment were said yes to. */
export function segmentCounts(alerts: readonly Alert[], now: Instant, timeZone: string): SegmentCounts {
  const counts: { [segment in Segment]?: Seen } = {}
  for (const alert of alerts.filter((one) => isSettled(one, now))) {
    const segment = segmentOf(alert, timeZone)
    const { of, yes } = counts[segment] ?? { of: 0, yes: 0 }
    counts[segment] = { of: of + 1, yes: yes + (saidYes(alert) ? 1 : 0) }
  }
  return counts
}

/** Of the pledges that came to an end, how many became a donation. Who was stood down or released was never expected. */
export function showedAndPassed(pledges: readonly Pledge[]): Seen {
  const ended = pledges.filter(({ state }) => ['donated', 'could_not_give', 'did_not_come'].includes(state))
  return { of: ended.length, yes: ended.filter(({ state }) => state === 'donated').length }
}

function segmentOf({ step, channel, at }: Alert, timeZone: string): Segment {
  return `${step === 'bridge' ? 'bridge' : 'donor'}:${channel}:${partOfDay(timeAt(at, timeZone))}`
}

function isSettled({ answer, at }: Alert, now: Instant): boolean {
  return answer !== undefined || now - at >= SILENT_AFTER_MS
}

function saidYes({ answer }: Alert): boolean {
  return answer?.said === 'yes'
}
