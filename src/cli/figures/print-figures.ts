import type { Figures } from '../../blood/figures/figures'
import { barChart, escaped, type BarChart } from './bar-chart'
import { figureRows } from './figure-rows'

/** As a table to read. */
export function asText(figures: Figures): string {
  const rows = figureRows(figures).map(({ name, en, amount }) => [indent(name) + en, String(amount)] as const)
  const each = figures.camps.each.map(
    ({ date, place, donations }) => [`  ${date} ${place}`, String(donations)] as const,
  )
  const all = [...rows, ...(each.length > 0 ? [['Donations by camp', ''] as const] : []), ...each]
  const width = Math.max(...all.map(([label]) => label.length))
  const lines = all.map(([label, amount]) => `${label.padEnd(width)}  ${amount.padStart(6)}`.trimEnd())
  return [titleOf(figures), ...lines, ''].join('\n')
}

/** As a table for spreadsheets: every figure, then every camp. */
export function asCsv(figures: Figures): string {
  const rows = figureRows(figures).map(({ name, amount }) => [name, String(amount)])
  const camps = figures.camps.each.map(({ date, place, donations }) => [
    `camp ${date} ${place}`,
    String(donations),
  ])
  const months = figures.months.map(({ month, units }) => [`units in ${month}`, String(units)])
  const all = [['figure', 'amount'], ['from', figures.period.from], ['to', figures.period.to], ...rows]
  return [...all, ...months, ...camps, []].map((cells) => cells.map(csvCell).join(',')).join('\r\n')
}

/** As data. */
export function asJson(figures: Figures): string {
  return `${JSON.stringify(figures, null, 2)}\n`
}

/** As a page in Hindi and English, with charts, that needs nothing else: it can be sent and printed. */
export function asHtml(figures: Figures): string {
  const rows = figureRows(figures).map(
    ({ name, hi, en, amount }) =>
      `<tr${name.includes('.') ? ' class="part"' : ''}><td lang="hi">${escaped(hi)}</td><td>${escaped(en)}</td><td>${amount}</td></tr>`,
  )
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(titleOf(figures))}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1>${escaped(titleOf(figures))}</h1>`,
    `<table>${rows.join('\n')}</table>`,
    ...chartsOf(figures).map(barChart),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const STYLE =
  'body{font-family:sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}' +
  'table{border-collapse:collapse;width:100%}td{padding:.3rem .5rem;border-bottom:1px solid #ddd}' +
  'td:last-child{text-align:right}.part td:first-child,.part td:nth-child(2){padding-left:1.5rem}svg{width:100%;margin-top:1.5rem}'

function chartsOf({ units, donations, months, camps }: Figures): readonly BarChart[] {
  const charts: readonly BarChart[] = [
    {
      title: 'क्या दिया गया / Units by kind',
      bars: [
        { label: 'पूरा खून / whole blood', amount: units.whole_blood },
        { label: 'प्लाज़्मा / plasma', amount: units.plasma_apheresis },
        { label: 'प्लेटलेट / platelets', amount: units.platelet_apheresis },
      ],
    },
    {
      title: 'किनसे / Donations by who gave',
      bars: [
        { label: 'नागरिक / citizens', amount: donations.citizen },
        { label: 'पुलिस / police', amount: donations.police },
      ],
    },
    {
      title: 'हर महीने / Units by month',
      bars: months.map(({ month, units: amount }) => ({ label: month, amount })),
    },
    {
      title: 'हर कैंप में / Donations by camp',
      bars: camps.each.map(({ date, place, donations: amount }) => ({ label: `${date} ${place}`, amount })),
    },
  ]
  return charts.filter(({ bars }) => bars.length > 0)
}

function titleOf({ period, area }: Figures): string {
  return `Blood given, ${period.from} to ${period.to}${area === undefined ? '' : `, ${area}`}`
}

function indent(name: string): string {
  return name.includes('.') ? '  ' : ''
}

/** A cell that a spreadsheet takes for text and not for a formula. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
