import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTranscript } from '../../src/cli/transcript/parse-transcript'
import { printTranscript } from '../../src/cli/transcript/print-transcript'
import { headerOf } from '../../src/cli/transcript/transcript'
import { loadFlows } from '../../src/conversation/flow/load-flows'
import { play, TRANSCRIPTS } from '../support/transcript-runner'
import type * as coverage from '../support/transcript-coverage'
import { neverVisited, visits } from '../support/transcript-coverage'
import type * as i18next from 'i18next'
import type * as walking from '../../src/conversation/flow/walk-flow'
import { EXCEPTIONS } from './exceptions'

// What conversations visit is noted at the walker, the registry and i18next: the program itself knows nothing of it.
type Coverage = typeof coverage

jest.mock('../../src/conversation/flow/walk-flow', () => {
  const real = jest.requireActual<typeof walking>('../../src/conversation/flow/walk-flow')
  const { visitSteps } = jest.requireActual<Coverage>('../support/transcript-coverage')
  const walkFlow: typeof real.walkFlow = (flow, state, turn) => {
    const walked = real.walkFlow(flow, state, turn)
    visitSteps(flow, walked)
    return walked
  }
  return { ...real, walkFlow }
})

jest.mock('i18next', () => {
  const real = jest.requireActual<typeof i18next>('i18next')
  const { visitText } = jest.requireActual<Coverage>('../support/transcript-coverage')
  return {
    ...real,
    createInstance: () => {
      const instance = real.createInstance()
      const t = instance.t.bind(instance) as (name: string, options: { lng: string; ns: string }) => unknown
      const noting = (name: string, options: { lng: string; ns: string }): unknown => {
        const found = t(name, options)
        const { exactUsedKey } = found as { exactUsedKey?: string }
        if (exactUsedKey !== undefined) visitText(options.lng, `${options.ns}:${exactUsedKey}`)
        return found
      }
      return Object.assign(instance, { t: noting })
    },
  }
})

const UPDATE = process.env['UPDATE_TRANSCRIPTS'] === '1' && process.env['CI'] === undefined
/** One scenario fits on a screen: what happened before is `given:` by another transcript. */
const LONGEST = 40

const names = readdirSync(TRANSCRIPTS)
  .filter((file) => file.endsWith('.chat'))
  .map((file) => file.slice(0, -'.chat'.length))
  .sort()

function read(name: string): string {
  return readFileSync(join(TRANSCRIPTS, `${name}.chat`), 'utf8')
}

describe.each(names)('%s', (name) => {
  it('happens as written', async () => {
    const text = read(name)
    visits.speaking = name.split('.').at(-1) ?? ''
    const { transcript, faults } = await play(parseTranscript(text))
    const played = printTranscript(transcript)
    if (UPDATE) writeFileSync(join(TRANSCRIPTS, `${name}.chat`), played)
    else expect(played).toBe(text)
    expect(faults).toEqual([])
  })

  it('is one short scenario in the language it is named for', () => {
    const transcript = parseTranscript(read(name))
    expect(headerOf(transcript, 'locale')).toEqual([name.split('.').at(-1)])
    const lines = printTranscript({ ...transcript, header: [] })
      .trimEnd()
      .split('\n')
      .slice(2)
    expect(lines.length).toBeLessThanOrEqual(LONGEST)
  })
})

describe('all transcripts together', () => {
  it('exist in every language', () => {
    const scenarios = [...new Set(names.map((name) => name.split('.').slice(0, -1).join('.')))]
    const missing = scenarios.flatMap((scenario) =>
      ['en', 'hi', 'hi-Latn']
        .map((locale) => `${scenario}.${locale}`)
        .filter((name) => !names.includes(name)),
    )
    expect(missing).toEqual([])
  })

  it('have ugly talk of every flow', () => {
    const flows = loadFlows(join(__dirname, '..', '..', 'flows')).map(({ flow }) => `ugly.${flow.id}.en`)
    expect(flows.filter((name) => !names.includes(name))).toEqual([])
  })

  it('visit every step, action and text, except for the reasons given', () => {
    const never = neverVisited()
    expect(never.filter((one) => !EXCEPTIONS.some(({ what }) => what.test(one)))).toEqual([])
    expect(EXCEPTIONS.filter(({ what }) => !never.some((one) => what.test(one)))).toEqual([])
  })
})
