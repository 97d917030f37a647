/** What a chart shows: one bar for each amount. */
export interface BarChart {
  readonly title: string
  readonly bars: readonly { readonly label: string; readonly amount: number }[]
}

const WIDTH = 640
const BAR = { left: 220, right: 60, height: 26, gap: 10, top: 44 }
const COLOUR = '#b3261e'

/** Horizontal bars with their amounts, as an SVG picture that needs nothing else. */
export function barChart({ title, bars }: BarChart): string {
  const height = BAR.top + bars.length * (BAR.height + BAR.gap) + BAR.gap
  const most = Math.max(1, ...bars.map(({ amount }) => amount))
  const drawn = bars.map(({ label, amount }, nth) => {
    const y = BAR.top + nth * (BAR.height + BAR.gap)
    const width = Math.round((amount / most) * (WIDTH - BAR.left - BAR.right))
    const middle = y + BAR.height / 2 + 5
    return [
      `<text x="${BAR.left - 10}" y="${middle}" text-anchor="end">${escaped(label)}</text>`,
      `<rect x="${BAR.left}" y="${y}" width="${width}" height="${BAR.height}" fill="${COLOUR}"/>`,
      `<text x="${BAR.left + width + 8}" y="${middle}">${amount}</text>`,
    ].join('\n')
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="sans-serif" font-size="14">`,
    `<title>${escaped(title)}</title>`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    `<text x="10" y="26" font-size="16" font-weight="bold">${escaped(title)}</text>`,
    ...drawn,
    '</svg>',
  ].join('\n')
}

/** Text that is safe inside HTML and SVG. */
export function escaped(text: string): string {
  const signs: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/gu, (sign) => signs[sign] ?? sign)
}
