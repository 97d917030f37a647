import { USUAL_POLICY } from '../../blood/alerts/alert-policy'
import type { Experiment, Score } from './compare-policies'
import { POLICIES } from './policies'
import { WORLD } from './world'

/** The page about how donors are chosen, with what the simulation found. `plot` is the picture's file name. */
export function reportPolicies(scores: readonly Score[], experiment: Experiment, plot: string): string {
  return [HOW_WE_ASK, whatWasPlayed(experiment), table(scores), comparison(scores), `![](${plot})`, ''].join(
    '\n\n',
  )
}

/** One line for each policy. */
export function table(scores: readonly Score[]): string {
  const head = [
    'policy',
    'asked per unit',
    'median minutes',
    'slowest tenth',
    'filled',
    'came or set out in vain, per request',
    'alerts per asked donor',
  ]
  const rows = scores.map((score) => [
    score.policy,
    score.askedPerUnit.toFixed(0),
    score.medianMinutes.toFixed(0),
    score.slowTenthMinutes.toFixed(0),
    `${(score.filled * 100).toFixed(1)} %`,
    score.inVainPerRequest.toFixed(1),
    score.alertsPerAskedDonor.toFixed(2),
  ])
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const HOW_WE_ASK = `# Alerts: whom we ask, and how many

Written by \`npm run simulate -- --out docs\`; the same seeds give the same page.

A verified request asks donors in waves (\`src/blood/alerts/plan-wave.ts\`):

1. **Who may be asked**: \`why-not-ask.ts\` is a table of reasons not to; nobody is shown a donor's reason.
2. **Who is asked first**: rings (\`alert-policy.ts\`): standing donors of the child, the own group nearer and farther, then
   compatible groups; in a ring by nearness, own record of answers, time since last asked, and rest (\`rank-donors.ts\`).
   Each part of the score is stored with the alert. Equals are drawn by lot, for each request anew.
3. **How many**: places are the fewest pledges that fill the units with 90 % chance at the learnt show-and-pass rate
   (\`reserve.ts\`). A wave is as large as needed for ${percent(USUAL_POLICY.waveChance)} chance that all free places are said yes to,
   counting the answers that may still come (\`reply-delay.ts\`), at the learnt rate of yes (\`segment.ts\`).
4. **When it stops**: at once when the places are taken. Who says yes then is thanked, stands by, and is asked first when
   somebody drops out. When nobody is left, no time is left, or no table may decide, a person gets five to telephone.
5. **Asked again, and asked no more**: an alert leaves only if its donor may still be asked at that moment (\`alert-stands.ts\`).
   Who stands by is asked again in the order of the yeses; a message withheld because the place was taken meanwhile
   follows when the next is free. Who came by a request's code and stands by is asked in a wave like others.
6. **What is learnt**: the rate of yes from the newest 2,000 alerts, looked up at each wave; showing and passing from the
   200 requests closed last, when places are opened, which keep that rate.

Not stored yet, so not minded: a hold on a person after a report, the yes to calls at night, antibodies and the Bombay
group, standing donors of a child (they come with the bridges). Relatives are known as far as they ask or speak for the
patient. Groups that need a coordinator's word are asked by nobody; a yes of a donor whom we asked before the
group was corrected is taken.`

function whatWasPlayed({ seeds, donors, requests }: Experiment): string {
  const { saysYes, arrives, canGive, travelMs, reply } = WORLD
  return `## What the simulation found

${seeds.length} cities of ${donors} donors, ${requests} requests each, one a day at 10:00, for one unit or two, to be given by the next evening.
Fixed for all policies: ${percent(saysYes)} say yes, after a log-normal delay of ${minutes(reply.medianMs)} minutes in the median; ${percent(arrives)} of pledges
arrive after ${minutes(travelMs.least)} to ${minutes(travelMs.most)} minutes, whatever the distance; ${percent(canGive)} of those can give. Filled: the last unit is given.`
}

function comparison(scores: readonly Score[]): string {
  const of = (name: string): Score | undefined => scores.find(({ policy }) => policy === name)
  const [all, allInPlaces, ours] = [of(POLICIES[0].name), of(POLICIES[1].name), of(POLICIES[3].name)]
  if (!all || !allInPlaces || !ours) throw new Error('the page compares policies that were not played')
  const people = (other: Score): string => (other.askedPerUnit / ours.askedPerUnit).toFixed(1)
  const time = (other: Score): string => (ours.medianMinutes / other.medianMinutes).toFixed(2)
  return `Asking everybody disturbs ${people(allInPlaces)} times as many people for each unit as our waves. With the same places to be
confirmed, our median time is ${time(allInPlaces)} times that of asking everybody. Where everybody who says yes may come, the first
units are given sooner (our median is ${time(all)} times theirs), and ${all.inVainPerRequest.toFixed(0)} people a request come in vain; ${ours.inVainPerRequest.toFixed(1)} set out in vain with ours.`
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function minutes(ms: number): number {
  return ms / 60_000
}
