import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dot } from '../../../../src/conversation/flow/graph/dot'
import { drawingOf } from '../../../../src/conversation/flow/graph/drawing'
import { mermaid } from '../../../../src/conversation/flow/graph/mermaid'
import { loadFlow } from '../../../../src/conversation/flow/load-flow'

const SMALL = drawingOf(
  loadFlow(
    `id: small
intents: [small_talk]
steps:
  - { id: sure, ask: sure, kind: yes_no, next: { yes: find, no: end } }
  - { id: find, do: look, save: found, next: { ok: name, none: name, many: flow:other } }
  - { id: name, ask: name, kind: text, save: name, when: { found.n: [1, null] }, next: { x: find, else: bye } }
  - { id: bye, say: bye, when: { name: '"' }, next: end }
`,
    'small.yaml',
  ),
)

describe('drawingOf', () => {
  it('joins the ways to one place, and draws where a step leads that is passed over', () => {
    expect(SMALL.edges).toEqual([
      { from: 'sure', to: 'find', label: 'yes', over: false },
      { from: 'sure', to: 'end', label: 'no', over: false },
      { from: 'find', to: 'name', label: 'ok, none', over: false },
      { from: 'find', to: 'flow:other', label: 'many', over: false },
      { from: 'name', to: 'find', label: 'x', over: false },
      { from: 'name', to: 'bye', label: 'else', over: false },
      { from: 'bye', to: 'end', label: '', over: false },
    ])
  })
})

describe('mermaid', () => {
  it('writes steps by their shape, and ways with their answers', () => {
    expect(mermaid(SMALL)).toBe(`---
title: "small (small_talk)"
---
flowchart TD
  n_sure[/"sure<br>ask yes_no"/]
  n_find[["find<br>do look: found"]]
  n_name[/"name<br>ask text: name<br>when found.n = 1 / null"/]
  n_bye("bye<br>say<br>when name = #quot;")
  n_end(("end"))
  n_flow_other(("flow:other"))
  n_sure -->|"yes"| n_find
  n_sure -->|"no"| n_end
  n_find -->|"ok, none"| n_name
  n_find -->|"many"| n_flow_other
  n_name -->|"x"| n_find
  n_name -->|"else"| n_bye
  n_bye --> n_end
`)
  })
})

describe('dot', () => {
  it('is drawn by Graphviz, with every step of the flow', () => {
    const source = readFileSync(join(__dirname, '../fixtures/request.yaml'), 'utf8')
    const flow = loadFlow(source, 'request.yaml')
    // Graphviz is an ES module, which jest does not load.
    const draw = `import { Graphviz } from '@hpcc-js/wasm-graphviz'
      import { readFileSync } from 'node:fs'
      const graphviz = await Graphviz.load()
      for (const source of JSON.parse(readFileSync(0, 'utf8'))) console.log(graphviz.dot(source))`
    const svg = execFileSync(process.execPath, ['--input-type=module', '-e', draw], {
      input: JSON.stringify([dot(drawingOf(flow)), dot(SMALL)]),
      encoding: 'utf8',
    })
    expect(svg.match(/<svg/g)).toHaveLength(2)
    for (const { id } of flow.steps) expect(svg).toContain(`<title>${id}</title>`)
  })
})
