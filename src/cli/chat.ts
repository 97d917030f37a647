import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { processEnv } from '../config/process-env'
import { openChatSession, type ChatSession } from './chat-session'
import { EVENTS } from './transcript/events'
import { printEntry, printTranscript } from './transcript/print-transcript'
import type { Entry } from './transcript/transcript'

const USAGE = `A conversation with the whole program in the terminal: signed webhooks, the flows, the store.
  npm run chat -- [--locale hi|hi-Latn|en] [--channel whatsapp|sms] [--from +919876543210]
                  [--data <folder>] [--save <file.chat>]
Without --data everything is forgotten at the end. Write, or "@ " and one of: ${EVENTS.filter(usable).join(', ')}.
Control-D ends it.
`

/** One phone, one process: the others belong to transcripts. */
function usable(event: string): boolean {
  return !event.startsWith('phone') && event !== 'restart'
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      locale: { type: 'string' },
      channel: { type: 'string', default: 'whatsapp' },
      from: { type: 'string', default: '+919876543210' },
      data: { type: 'string' },
      save: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const { channel, from: address, locale, data, save } = values
  if (values.help || (channel !== 'whatsapp' && channel !== 'sms')) {
    process.stdout.write(USAGE)
    process.exitCode = values.help ? 0 : 1
    return
  }
  const dataDir = data ?? mkdtempSync(join(tmpdir(), 'saathi-chat-'))
  const session = await openChatSession({
    holder: { channel, address },
    env: processEnv(),
    dataDir,
    ...(locale !== undefined && { locale }),
  })
  if (process.stdin.isTTY) process.stdout.write(USAGE)
  const entries = await talk(session)
  await session.close()
  if (data === undefined) rmSync(dataDir, { recursive: true })
  if (save !== undefined)
    writeFileSync(save, transcript(session, { entries, channel, locale: locale ?? 'hi' }))
}

async function talk(session: ChatSession): Promise<readonly Entry[]> {
  const { stdin, stdout } = process
  const lines = createInterface({ input: stdin, ...(stdin.isTTY && { output: stdout, prompt: '> ' }) })
  const entries: Entry[] = []
  lines.prompt()
  for await (const line of lines) {
    const text = line.trim()
    if (text !== '') entries.push(...(await oneTurn(session, text)))
    lines.prompt()
  }
  return entries
}

async function oneTurn(session: ChatSession, text: string): Promise<readonly Entry[]> {
  const heard = await session.write(text)
  if (!heard) {
    process.stdout.write(`no such event; write one of: ${EVENTS.filter(usable).join(', ')}\n`)
    return []
  }
  if (!process.stdin.isTTY) process.stdout.write(`${text.startsWith('@ ') ? text : `> ${text}`}\n`)
  for (const line of heard.flatMap((entry) => [...printEntry(entry)])) process.stdout.write(`${line}\n`)
  const said: Entry = text.startsWith('@ ') ? { mark: '@', text: text.slice(2) } : { mark: '>', text }
  return [said, ...heard]
}

/** Codes are made by chance here and by rule in a test: `npm run transcripts:update` puts in those of the test. */
function transcript(
  { startedAt, coordinators }: ChatSession,
  {
    entries,
    channel,
    locale,
  }: { readonly entries: readonly Entry[]; readonly channel: string; readonly locale: string },
): string {
  const now = Temporal.Instant.fromEpochMilliseconds(startedAt).toString({
    smallestUnit: 'minute',
    timeZone: 'Asia/Kolkata',
  })
  const header = [
    { name: 'locale', value: locale },
    { name: 'now', value: now },
    ...(channel === 'whatsapp' ? [] : [{ name: 'channel', value: channel }]),
    { name: 'coordinators', value: coordinators.join(',') || 'none' },
  ]
  return printTranscript({ title: 'What happens, in one line', header, entries })
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
