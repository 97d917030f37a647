import { createInterface } from 'node:readline'
import { once } from 'node:events'
import { systemClock } from '../base/clock'
import { answerLine } from './understand-line'

const FLUSH_AT = 64 * 1024

/** Reads JSON lines from standard input and writes one answer for each, in order, as they come. */
async function main(): Promise<void> {
  const { stdin, stdout, stderr } = process
  let pending = ''
  let number = 0
  const flush = async (): Promise<void> => {
    const chunk = pending
    pending = ''
    if (chunk !== '' && !stdout.write(chunk)) await once(stdout, 'drain')
  }
  for await (const line of createInterface({ input: stdin, crlfDelay: Infinity })) {
    number++
    if (line.trim() === '') continue
    const answer = answerLine(line, systemClock.now())
    if (answer.ok) pending += answer.json + '\n'
    else {
      stderr.write(`line ${String(number)}: ${answer.problem}\n`)
      process.exitCode = 1
    }
    if (pending.length >= FLUSH_AT || stdin.readableLength === 0) await flush()
  }
  await flush()
}

void main()
