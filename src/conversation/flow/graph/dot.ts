import type { Drawing, DrawnEdge, DrawnNode } from './drawing'

const LOOKS: { readonly [shape in DrawnNode['shape']]: string } = {
  ask: 'shape=box style="filled" fillcolor="#fde9ea"',
  say: 'shape=box style="rounded,filled" fillcolor="#ffffff"',
  do: 'shape=component style="filled" fillcolor="#e6eefb"',
  out: 'shape=oval style="filled" fillcolor="#eeeeee"',
}

/** The drawing in the DOT language of Graphviz. */
export function dot({ title, nodes, edges }: Drawing): string {
  const lines = [
    'digraph flow {',
    `  graph [label=${quoted([title])} labelloc=t fontname="sans-serif" rankdir=TB]`,
    '  node [fontname="sans-serif" fontsize=11]',
    '  edge [fontname="sans-serif" fontsize=10]',
    ...nodes.map(node),
    ...edges.map(edge),
    '}',
  ]
  return `${lines.join('\n')}\n`
}

function node({ id, shape, lines }: DrawnNode): string {
  return `  ${quoted([id])} [label=${quoted(lines)} ${LOOKS[shape]}]`
}

function edge({ from, to, label, over }: DrawnEdge): string {
  return `  ${quoted([from])} -> ${quoted([to])} [label=${quoted([label])}${over ? ' style=dashed' : ''}]`
}

function quoted(lines: readonly string[]): string {
  return `"${lines.map((line) => line.replaceAll('\\', '\\\\').replaceAll('"', '\\"')).join('\\n')}"`
}
