/** A seeded source of numbers below `limit`: mulberry32. */
export function seeded(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

const SLOTS = ['blood_group', 'units', 'age', 'date'] as const
const KINDS = [...SLOTS, 'menu', 'initials'] as const

/**
 * The text of a flow that any reader of the format might write: questions of every kind, conditions on earlier answers,
 * jumps ahead by answer, looks between, and a confirmation with corrections before the only effect.
 */
export function randomFlow(random: (limit: number) => number): string {
  const count = 2 + random(8)
  const ids = Array.from({ length: count }, (_, index) => `q${index}`)
  const menus: string[] = []
  const lines = ids.flatMap((id, index) => {
    const kind = KINDS[random(KINDS.length)] ?? 'menu'
    const ahead = ids[index + 1 + random(count - index)] ?? 'confirm'
    const parts = [`id: ${id}`, `ask: t${id}`, `kind: ${kind}`, `save: a${id}`]
    if (kind === 'menu') parts.push('options: [x, y]')
    if (SLOTS.some((slot) => slot === kind) && random(2) === 0) parts.push(`fill: ${kind}`)
    if (kind !== 'menu' && random(4) === 0) parts.push('optional: true')
    const earlier = menus[random(menus.length + 1)]
    if (earlier !== undefined && random(2) === 0)
      parts.push(`when: { a${earlier}: ${random(2) === 0 ? 'x' : '[y, null]'} }`)
    if (kind === 'menu' && random(3) === 0)
      parts.push(`next: { x: ${ahead}, else: ${ids[index + 1] ?? 'confirm'} }`)
    if (kind === 'menu') menus.push(id)
    const look =
      random(4) === 0 ? [`{ id: look${index}, do: look, save: r${index}, with: { a: $a${id} } }`] : []
    return [`{ ${parts.join(', ')} }`, ...look]
  })
  const tail = [
    '{ id: confirm, ask: confirm, kind: yes_no, next: { yes: store, no: edit } }',
    `{ id: edit, ask: edit, kind: menu, options: [${ids.slice(0, 4).join(', ')}], revise: confirm }`,
    '{ id: store, do: store }',
    '{ id: done, say: done, next: end }',
  ]
  return `id: random\nunderstood: understood\nsteps:\n${[...lines, ...tail].map((line) => `  - ${line}\n`).join('')}`
}
