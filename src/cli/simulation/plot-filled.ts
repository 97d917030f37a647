import type { Score } from './compare-policies'

const SIZE = { width: 720, height: 400 }
const FRAME = { left: 60, right: 20, top: 20, bottom: 45 }
const LAST_MINUTE = 180
const COLOURS = ['#b3261e', '#e08a00', '#5b6770', '#0b6e4f']
const LEGEND = { x: 420, y: 230, line: 22 }

/** The share of requests that are filled by each minute, a line for each policy, as an SVG picture. */
export function plotFilled(scores: readonly Score[]): string {
  const lines = scores.map((score, nth) => {
    const colour = COLOURS[nth % COLOURS.length] ?? '#000'
    const y = LEGEND.y + nth * LEGEND.line
    return [
      `<polyline fill="none" stroke="${colour}" stroke-width="2.5" points="${points(score)}"/>`,
      `<line x1="${LEGEND.x}" x2="${LEGEND.x + 26}" y1="${y - 4}" y2="${y - 4}" stroke="${colour}" stroke-width="2.5"/>`,
      `<text x="${LEGEND.x + 34}" y="${y}">${score.policy}</text>`,
    ].join('\n')
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" font-family="sans-serif" font-size="13">`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    ...axes(),
    ...lines,
    '</svg>',
    '',
  ].join('\n')
}

function points({ filledMinutes, requests }: Score): string {
  const minutes = Array.from({ length: LAST_MINUTE / 2 + 1 }, (_, nth) => nth * 2)
  return minutes
    .map((minute) => {
      const filled = filledMinutes.filter((one) => one <= minute).length / requests
      return `${x(minute)},${y(filled)}`
    })
    .join(' ')
}

function axes(): readonly string[] {
  const minutes = [0, 30, 60, 90, 120, 150, 180].map(
    (minute) =>
      `<text x="${x(minute)}" y="${y(0) + 18}" text-anchor="middle">${minute}</text>` +
      `<line x1="${x(minute)}" x2="${x(minute)}" y1="${y(0)}" y2="${y(1)}" stroke="#e4e4e4"/>`,
  )
  const shares = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<text x="${x(0) - 8}" y="${y(share) + 4}" text-anchor="end">${share * 100} %</text>` +
      `<line x1="${x(0)}" x2="${x(LAST_MINUTE)}" y1="${y(share)}" y2="${y(share)}" stroke="#e4e4e4"/>`,
  )
  const title = `<text x="${x(LAST_MINUTE / 2)}" y="${SIZE.height - 8}" text-anchor="middle">minutes after the first alert</text>`
  return [...minutes, ...shares, title]
}

function x(minute: number): number {
  return rounded(FRAME.left + (minute / LAST_MINUTE) * (SIZE.width - FRAME.left - FRAME.right))
}

function y(share: number): number {
  return rounded(SIZE.height - FRAME.bottom - share * (SIZE.height - FRAME.top - FRAME.bottom))
}

function rounded(number: number): number {
  return Math.round(number * 10) / 10
}
