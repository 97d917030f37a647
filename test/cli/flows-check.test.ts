import { join } from 'node:path'
import { flowsCheck } from '../../src/cli/flows-check'

const FOLDERS = [
  '--flows',
  join(__dirname, 'flows-check/flows'),
  '--locales',
  join(__dirname, 'flows-check/locales'),
]
const LOOK = { name: 'look', type: 'look', reasons: [] } as const

describe('flowsCheck', () => {
  it('ends with 0 when nothing is wrong, and lists lengths when asked', () => {
    const { output, exitCode } = flowsCheck([...FOLDERS, '--lengths'], { actions: [LOOK] })
    expect(output).toBe(`SMS en small:hello: 1 (5 signs, GSM-7)
SMS segments en: 1: 1 texts
1 flows, 1 languages: 0 errors, 0 warnings, 0 notes
`)
    expect(exitCode).toBe(0)
  })

  it('ends with 1 when there is an error', () => {
    const { output, exitCode } = flowsCheck(FOLDERS, { actions: [] })
    expect(output).toContain('error flows/small.yaml: step find: does "look", which no action is called')
    expect(exitCode).toBe(1)
  })
})
