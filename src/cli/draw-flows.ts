import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Flow } from '../conversation/flow/flow'
import { dot } from '../conversation/flow/graph/dot'
import { drawingOf } from '../conversation/flow/graph/drawing'
import { mermaid } from '../conversation/flow/graph/mermaid'

/** Draws a graph of Graphviz's DOT language as SVG. */
export type DrawSvg = (dotSource: string) => string

/** Writes `<flow>.mmd` and `<flow>.svg` of every flow into the folder, which is made when missing; gives their paths. */
export function drawFlows(
  flows: readonly Flow[],
  { out, drawSvg }: { readonly out: string; readonly drawSvg: DrawSvg },
): readonly string[] {
  mkdirSync(out, { recursive: true })
  return flows.flatMap((flow) => {
    const drawing = drawingOf(flow)
    const files = [
      { path: join(out, `${flow.id}.mmd`), content: mermaid(drawing) },
      { path: join(out, `${flow.id}.svg`), content: drawSvg(dot(drawing)) },
    ]
    for (const { path, content } of files) writeFileSync(path, content)
    return files.map(({ path }) => path)
  })
}
