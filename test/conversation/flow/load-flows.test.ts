import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadFlows } from '../../../src/conversation/flow/load-flows'

describe('loadFlows', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'flows-'))
    writeFileSync(join(folder, 'menu.yaml'), 'id: menu\nsteps: [{ id: a, say: a, next: end }]\n')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('reads every flow file with its text, and nothing else', () => {
    writeFileSync(join(folder, 'flow.schema.json'), '{}')
    const [loaded, ...others] = loadFlows(folder)
    expect(others).toEqual([])
    expect(loaded?.flow.id).toBe('menu')
    expect(loaded?.source).toContain('id: menu')
  })

  it('names every problem of every file', () => {
    writeFileSync(join(folder, 'camps.yaml'), 'id: camp\nsteps: [{ id: a, say: a, next: end }]\n')
    writeFileSync(join(folder, 'help.yaml'), 'id: help\n')
    expect(() => loadFlows(folder)).toThrow(
      'flows/camps.yaml: its id is "camp"; rename the file to camp.yaml, or the id\nflows/help.yaml: lacks "steps"; add it',
    )
  })
})
