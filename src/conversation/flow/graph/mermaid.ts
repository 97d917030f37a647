import type { Drawing, DrawnEdge, DrawnNode } from './drawing'

const BRACKETS: { readonly [shape in DrawnNode['shape']]: readonly [string, string] } = {
  ask: ['[/', '/]'],
  say: ['(', ')'],
  do: ['[[', ']]'],
  out: ['((', '))'],
}

/** The drawing in Mermaid's language, which code hosts show as a picture. */
export function mermaid({ title, nodes, edges }: Drawing): string {
  const lines = [
    '---',
    `title: ${quoted(title)}`,
    '---',
    'flowchart TD',
    ...nodes.map(node),
    ...edges.map(edge),
  ]
  return `${lines.join('\n')}\n`
}

function node({ id, shape, lines }: DrawnNode): string {
  const [open, close] = BRACKETS[shape]
  return `  ${name(id)}${open}${quoted(lines.join('<br>'))}${close}`
}

function edge({ from, to, label, over }: DrawnEdge): string {
  const arrow = over ? '-.->' : '-->'
  return `  ${name(from)} ${arrow}${label === '' ? '' : `|${quoted(label)}|`} ${name(to)}`
}

/** `end` and others are words of Mermaid's own; with a prefix none is. */
function name(id: string): string {
  return `n_${id.replace(/\W/g, '_')}`
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '#quot;')}"`
}
