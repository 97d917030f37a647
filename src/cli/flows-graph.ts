import { parseArgs } from 'node:util'
import { FlowFileError } from '../conversation/flow/flow-file-error'
import { loadFlows } from '../conversation/flow/load-flows'
import { drawFlows } from './draw-flows'

const USAGE = `Draws every flow as Mermaid text and as SVG.
  npm run flows:graph -- --out <folder> [--flows <folder>]
`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, flows: { type: 'string', default: 'flows' } },
  })
  if (values.out === undefined) {
    process.stderr.write(USAGE)
    process.exitCode = 1
    return
  }
  const flows = loadFlows(values.flows).map(({ flow }) => flow)
  // An ES module, and a tool of development: a server never loads it.
  const { Graphviz } = await import('@hpcc-js/wasm-graphviz')
  const graphviz = await Graphviz.load()
  const files = drawFlows(flows, { out: values.out, drawSvg: (source) => graphviz.dot(source) })
  process.stdout.write(`${files.join('\n')}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof FlowFileError ? error.message : String(error)}\n`)
  process.exitCode = 1
})
