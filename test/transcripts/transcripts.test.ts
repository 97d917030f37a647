import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTranscript } from '../../src/cli/transcript/parse-transcript'
import { printTranscript } from '../../src/cli/transcript/print-transcript'
import { headerOf } from '../../src/cli/transcript/transcript'
import { play, TRANSCRIPTS } from '../support/transcript-runner'

const UPDATE = process.env['UPDATE_TRANSCRIPTS'] === '1' && process.env['CI'] === undefined

const names = readdirSync(TRANSCRIPTS)
  .filter((file) => file.endsWith('.chat'))
  .map((file) => file.slice(0, -'.chat'.length))
  .sort()

describe.each(names)('%s', (name) => {
  const path = join(TRANSCRIPTS, `${name}.chat`)

  it('happens as written', async () => {
    const text = readFileSync(path, 'utf8')
    const { transcript, faults } = await play(parseTranscript(text))
    const played = printTranscript(transcript)
    if (UPDATE) writeFileSync(path, played)
    else expect(played).toBe(text)
    expect(faults).toEqual([])
  })
})

describe('every transcript', () => {
  it.each(names)('%s is named for its language', (name) => {
    const transcript = parseTranscript(readFileSync(join(TRANSCRIPTS, `${name}.chat`), 'utf8'))
    expect(headerOf(transcript, 'locale')).toEqual([name.split('.').at(-1)])
  })
})
