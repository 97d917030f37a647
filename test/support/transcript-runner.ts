import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Organisation } from '../../src/blood/organisation/organisation'
import type { Channel } from '../../src/base/channel'
import { EVENTS, readEvent } from '../../src/cli/transcript/events'
import { parseTranscript } from '../../src/cli/transcript/parse-transcript'
import { Scribe, type Holder } from '../../src/cli/transcript/scribe'
import { headerOf, type Entry, type Transcript } from '../../src/cli/transcript/transcript'
import type { Stores } from '../../src/storage/stores'
import { testWorld, type TestWorld } from './transcript-world'

export const TRANSCRIPTS = join(__dirname, '..', 'transcripts')

/** Who may hold a phone: `@ phone second`. */
const PHONES: Readonly<Record<string, string>> = {
  first: '+919876543210',
  second: '+919876500002',
  donor: '+919876500003',
  coordinator: '+919800000009',
  /** WhatsApp shows no number of this one. */
  hidden: 'IN.1234567890123456',
}
export interface PlayOptions {
  readonly open?: () => Promise<Stores>
  /** The process ends after every event, and another goes on. */
  readonly restartAlways?: boolean
}

export interface Played {
  readonly transcript: Transcript
  /** What the program logged as its own faults: none is right. */
  readonly faults: readonly string[]
}

export function readTranscript(name: string): Transcript {
  return parseTranscript(readFileSync(join(TRANSCRIPTS, `${name}.chat`), 'utf8'))
}

/**
 * Plays what people wrote and what happened in a transcript, and gives the transcript as it was this time: the same
 * `>` and `@`, with the `<` and `!` that came. A transcript named by `given:` is played before, on the same data.
 */
export async function play(transcript: Transcript, options: PlayOptions = {}): Promise<Played> {
  const acts = [...earlier(transcript), transcript]
  const [first = transcript] = acts
  let scribe: Scribe | undefined
  const world = await testWorld({
    now: nowOf(first),
    env: { COORDINATORS: PHONES['coordinator'] ?? '', ...envOf(transcript) },
    organisation: organisationOf(transcript),
    onEffect: (line) => scribe?.onEffect(line),
    ...(options.open && { open: options.open }),
  })
  try {
    scribe = new Scribe(world.standIn, { channel: channelOf(first), address: PHONES['first'] ?? '' })
    let entries: readonly Entry[] = []
    let now = nowOf(first)
    for (const act of acts) {
      await world.wait(Math.max(0, nowOf(act) - now))
      now = Math.max(now, nowOf(act))
      const stage = { world, scribe, channel: channelOf(act), always: options.restartAlways ?? false }
      scribe.turnTo({ channel: stage.channel, address: PHONES['first'] ?? '' })
      scribe.heard()
      entries = await playEntries(act, stage, (ms) => (now += ms))
    }
    return { transcript: { ...transcript, entries }, faults: world.faults }
  } finally {
    await world.close()
  }
}

/** What is not in the transcript's own lines: those are played. */
function earlier(transcript: Transcript): readonly Transcript[] {
  return headerOf(transcript, 'given')
    .filter((given) => given.includes('.') && !given.includes('='))
    .flatMap((name) => {
      const before = readTranscript(name)
      return [...earlier(before), before]
    })
}

interface Stage {
  readonly world: TestWorld
  readonly scribe: Scribe
  readonly channel: Channel
  readonly always: boolean
}

async function playEntries(
  { entries }: Transcript,
  stage: Stage,
  onWait: (ms: number) => void,
): Promise<readonly Entry[]> {
  const played: Entry[] = []
  const acts = entries.filter(({ mark }) => mark === '>' || mark === '@')
  for (const [index, entry] of acts.entries()) {
    if (entry.mark === '>') await stage.scribe.send(entry.text)
    else onWait(await happen(entry.text, stage))
    if (isAtOnce(acts[index + 1])) {
      played.push(entry)
      continue
    }
    await stage.world.settle()
    played.push(entry, ...stage.scribe.heard())
    if (stage.always) await stage.world.restart()
  }
  return played
}

function isAtOnce(entry: Entry | undefined): boolean {
  return entry?.mark === '@' && readEvent(entry.text)?.what === 'at_once'
}

/** Makes an event happen; how much time passed. */
async function happen(line: string, { world, scribe, channel }: Stage): Promise<number> {
  const event = readEvent(line)
  switch (event?.what) {
    case 'send':
      await scribe.send(event.text, event.extras)
      return 0
    case 'at_once':
      await scribe.send(event.text)
      return 0
    case 'again':
      await scribe.again()
      return 0
    case 'restart':
      await world.restart()
      return 0
    case 'phone':
      scribe.turnTo(holderOf(event.who, channel))
      return 0
    case 'wait':
      await world.wait(event.ms)
      return event.ms
    default:
      throw new Error(`"@ ${line}" is no event; write one of: ${EVENTS.join(', ')}`)
  }
}

/** `second`, or `second sms`: on the other channel. */
function holderOf(who: string, usual: Channel): Holder {
  const [name = '', channel = usual] = who.split(' ')
  const address = PHONES[name]
  if (address === undefined)
    throw new Error(`"@ phone ${who}": write one of ${Object.keys(PHONES).join(', ')}`)
  return { channel: readChannel(channel), address }
}

function nowOf(transcript: Transcript): number {
  const [now = ''] = headerOf(transcript, 'now')
  const at = Date.parse(now)
  if (Number.isNaN(at)) throw new Error(`${transcript.title}: write "now: 2026-11-24T09:00+05:30"`)
  return at
}

function channelOf(transcript: Transcript): Channel {
  return readChannel(headerOf(transcript, 'channel')[0] ?? 'whatsapp')
}

function readChannel(channel: string): Channel {
  if (channel !== 'whatsapp' && channel !== 'sms') throw new Error(`${channel} is neither whatsapp nor sms`)
  return channel
}

const CAMP_WITH_MAP: Organisation['camps'][number] = {
  id: 'c1',
  name: { en: 'Camp', hi: 'कैंप', 'hi-Latn': 'Camp' },
  place: { en: 'Police Lines', hi: 'पुलिस लाइन', 'hi-Latn': 'Police Lines' },
  when: { date: '2026-12-06' },
  from: '10:00',
  until: '16:00',
  bloodCentre: 'GSVM Medical College',
  mapLink: 'https://maps.example.org/1',
}

const CENTRE_WITH_PHONE: Organisation['bloodCentres'][number] = {
  name: 'GSVM Medical College',
  kind: 'government',
  address: 'Swaroop Nagar',
  at: { lat: 26.4785, lon: 80.3075 },
  components: true,
  phones: [{ number: '+915122535881', confirmedOn: '2026-11-01' }],
}

/** What `given:` changes of the organisation's files. */
const ORGANISATIONS: Readonly<Record<string, Partial<Organisation>>> = {
  'no camps': { camps: [] },
  'a camp with a map': { camps: [CAMP_WITH_MAP] },
  'a blood centre that was called': { bloodCentres: [CENTRE_WITH_PHONE] },
  'one open request at most': { mostOpenRequests: 1 },
}

function organisationOf(transcript: Transcript): Partial<Organisation> {
  return Object.assign(
    {},
    ...headerOf(transcript, 'given').map((given) => ORGANISATIONS[given] ?? {}),
  ) as Partial<Organisation>
}

/** An account with no WhatsApp sender. */
const ONLY_SMS: readonly (readonly [string, string])[] = [
  ['TWILIO_ACCOUNT_SID', `AC${'a'.repeat(32)}`],
  ['TWILIO_SMS_FROM', '+15005550006'],
]

function envOf(transcript: Transcript): Readonly<Record<string, string>> {
  const [coordinators] = headerOf(transcript, 'coordinators')
  const given = headerOf(transcript, 'given').flatMap((line) => {
    if (line === 'sms only') return ONLY_SMS
    const [, key, value = ''] = /^([A-Z_]+)=(.*)$/.exec(line) ?? []
    return key === undefined ? [] : [[key, value] as const]
  })
  return {
    ...Object.fromEntries(given),
    ...(coordinators !== undefined && { COORDINATORS: coordinators === 'none' ? '' : coordinators }),
  }
}
