import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CHECKS } from '../../../src/conversation/flow/check/check-flows'
import { QUESTION_KINDS } from '../../../src/conversation/flow/flow'
import { loadFlow } from '../../../src/conversation/flow/load-flow'

const MANUAL = readFileSync(join(__dirname, '../../../docs/flow-format.md'), 'utf8')

describe('docs/flow-format.md', () => {
  const examples = [...MANUAL.matchAll(/```yaml\n(.*?)```/gs)].map(([, yaml = '']) => yaml)

  it('shows only flows that load', () => {
    expect(examples.map((yaml) => loadFlow(yaml, 'example').id)).toEqual(['greeting', 'request'])
  })

  it('shows the example that the tests walk through', () => {
    expect(examples[1]).toBe(readFileSync(join(__dirname, 'fixtures/request.yaml'), 'utf8'))
  })

  it('has a row for every check, and for no other', () => {
    const rows = [...MANUAL.matchAll(/^\| `([a-z-]+)` +\| .* \| .* \|$/gm)].map(([, name]) => name)
    expect(rows.filter((name) => name?.includes('-') || name === 'loops' || name === 'placeholders')).toEqual(
      Object.keys(CHECKS),
    )
  })

  it('names every kind of question', () => {
    for (const kind of QUESTION_KINDS) expect(MANUAL).toContain(`\`${kind}\``)
  })
})
