import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { CHECKS, checkFlows } from '../../../../src/conversation/flow/check/check-flows'
import type { CheckInput, Finding } from '../../../../src/conversation/flow/check/finding'
import type { Flow } from '../../../../src/conversation/flow/flow'
import { loadFlow } from '../../../../src/conversation/flow/load-flow'
import { neededTexts } from '../../../../src/conversation/flow/needed-texts'
import type { LocaleTexts, TextSource } from '../../../../src/conversation/text/load-texts'

/** Something broken in exactly one way, and everything that is found in it. */
interface Fixture extends Omit<Partial<CheckInput>, 'flows'> {
  readonly flows: readonly { readonly id: string }[]
  /** Other checks that find something too, because one mistake breaks two rules. */
  readonly also?: readonly string[]
  readonly finds: readonly string[]
}

const FIXTURES = join(__dirname, '../fixtures/check')
const ACTIONS: CheckInput['actions'] = [
  { name: 'look', type: 'look', reasons: ['none'] },
  { name: 'store', type: 'effect', reasons: [] },
]

function fixture(check: string): Fixture {
  return parse(readFileSync(join(FIXTURES, `${check}.yaml`), 'utf8')) as Fixture
}

function inputOf({ flows, finds: _finds, also: _also, ...given }: Fixture): CheckInput {
  const loaded = flows.map((flow) => loadFlow(stringify(flow), `flows/${flow.id}.yaml`))
  return { actions: ACTIONS, texts: plainTexts(loaded), ...given, flows: loaded }
}

/** Every text that the flows need, in one language, with nothing wrong with it. */
function plainTexts(flows: readonly Flow[]): TextSource {
  const texts: { [namespace: string]: { [key: string]: string } } = {}
  for (const { key } of flows.flatMap((flow) => neededTexts(flow))) {
    const [namespace = '', name = ''] = key.split(':')
    ;(texts[namespace] ??= {})[name] = name.endsWith('_again') ? `text ${name}, such as 1` : `text ${name}`
  }
  return { en: texts satisfies LocaleTexts }
}

function line({ level, file, step, message }: Finding): string {
  return `${level} ${file}: ${step === undefined ? '' : `step ${step}: `}${message}`
}

describe('checkFlows', () => {
  it.each(Object.keys(CHECKS))('%s: finds what is broken in its fixture, and nothing else', (check) => {
    expect(existsSync(join(FIXTURES, `${check}.yaml`))).toBe(true)
    const broken = fixture(check)
    const found = checkFlows(inputOf(broken))
    const own = found.filter((finding) => finding.check === check)
    expect(own.map(line).sort()).toEqual([...broken.finds].sort())
    const others = found.filter((finding) => finding.check !== check && !broken.also?.includes(finding.check))
    expect(others).toEqual([])
  })

  it('finds nothing in the example of the manual', () => {
    const flow = loadFlow(
      readFileSync(join(__dirname, '../fixtures/request.yaml'), 'utf8'),
      'flows/request.yaml',
    )
    const menu = loadFlow('id: menu\nsteps: [{ id: a, say: a, next: end }]', 'flows/menu.yaml')
    const actions: CheckInput['actions'] = [
      { name: 'find_patients', type: 'look', reasons: ['none'] },
      { name: 'raise_request', type: 'effect', reasons: ['too_many'] },
    ]
    expect(checkFlows({ flows: [flow, menu], texts: plainTexts([flow, menu]), actions })).toEqual([])
  })

  it('sorts by file, step and check', () => {
    const found = checkFlows(inputOf(fixture('answer-ways')))
    expect(found.map(({ step }) => step)).toEqual(['a', 'a', 'b', 'b', 'd'])
  })
})
