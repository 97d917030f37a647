import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { flowsReport } from '../../src/cli/flows-report'
import type { FlowsReport, FlowsReportOptions } from '../../src/cli/flows-report'

describe('flowsReport', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'flows-report-'))
    mkdirSync(join(folder, 'flows'))
    mkdirSync(join(folder, 'locales/hi'), { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  function report(flow: string, texts: string, options: Partial<FlowsReportOptions> = {}): FlowsReport {
    writeFileSync(join(folder, 'flows/menu.yaml'), flow)
    writeFileSync(join(folder, 'locales/hi/menu.json'), texts)
    return flowsReport({
      flowsFolder: join(folder, 'flows'),
      localesFolder: join(folder, 'locales'),
      actions: [],
      ...options,
    })
  }

  const FLOW = 'id: menu\nsteps: [{ id: a, say: a, next: end }]\n'

  it('is good, and counts how long the texts are as SMS', () => {
    expect(report(FLOW, '{ "a": "नमस्ते" }')).toEqual({
      ok: true,
      text: 'SMS segments hi: 1: 1 texts\n1 flows, 1 languages: 0 errors, 0 warnings, 0 notes\n',
    })
  })

  it('lists every length when asked', () => {
    expect(report(FLOW, '{ "a": "नमस्ते" }', { everyLength: true }).text).toContain(
      'SMS hi menu:a: 1 (6 signs, UCS-2)\n',
    )
  })

  it('is good with a warning, and says which check found it', () => {
    const { ok, text } = report(FLOW, '{ "a": "नमस्ते", "b": "x" }')
    expect(ok).toBe(true)
    expect(text).toContain(
      'warning locales/hi/menu.json: "b" is said by no step; remove it, or correct the key [unused-texts]',
    )
  })

  it.each([
    [
      'a finding',
      FLOW,
      '{ "b": "x" }',
      'error flows/menu.yaml: step a: says "a", which locales/hi/menu.json lacks',
    ],
    ['a broken flow file', 'id: menu\n', '{ "a": "x" }', 'error flows/menu.yaml: lacks "steps"; add it'],
    ['a broken text file', FLOW, '{', 'error locales/hi/menu.json: is not valid JSON'],
  ])('is bad with %s', (...[, flow, texts, message]) => {
    const { ok, text } = report(flow, texts)
    expect(ok).toBe(false)
    expect(text).toContain(message)
  })
})
