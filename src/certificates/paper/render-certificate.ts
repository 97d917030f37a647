import PDFDocument from 'pdfkit'
import { create } from 'qrcode'
import SVGtoPDF from 'svg-to-pdfkit'
import type { Emblem } from '../../blood/organisation/organisation'
import { fit, type Box } from './lines'
import type { Paper, PaperWords } from './paper-words'
import { penOf, type Pen, type Style } from './pen'

/** A4 in points. */
const PAGE = { width: 595.28, height: 841.89 } as const
const MIDDLE = PAGE.width / 2
const TEXT_WIDTH = 430
const RED = '#8a1c1c'
const GOLD = '#b08d2f'
const GREY = '#5c5c5c'
const EMBLEM = { size: 66, y: 52 } as const
const QR = { size: 86, x: 62, y: 690 } as const
const SIGNATURE = { x: 436, y: 716, width: 200 } as const

/** The signs of each block, first language and second. */
const SIZES = { issuer: [17, 12], title: [40, 18], presented: [14, 12], signed: [13, 11] } as const
/** On one line rather than large; what is too long for that may have more. */
const NAME: readonly Box[] = [
  { width: TEXT_WIDTH, height: 48, sizes: [34, 31, 28, 25], leading: 1.4 },
  { width: TEXT_WIDTH, height: 84, sizes: [30, 26, 23, 20, 18], leading: 1.4 },
]
const BODY: readonly Box[] = [
  { width: TEXT_WIDTH, height: 92, sizes: [15, 14, 13, 12, 11, 10, 9], leading: 1.55 },
  { width: TEXT_WIDTH, height: 80, sizes: [13, 12, 11, 10, 9, 8], leading: 1.45 },
]
const SIGNED: Box = { width: SIGNATURE.width, height: 44, sizes: [13, 12, 11, 10, 9, 8, 7], leading: 1.4 }

/** The certificate on one A4 page. The same paper gives the same bytes. */
export function renderCertificate(paper: Paper): Promise<Uint8Array> {
  const [first] = paper.words
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    lang: first.locale,
    displayTitle: true,
    info: { Title: first.title, Author: first.issuer, CreationDate: new Date(paper.issuedAt) },
  })
  const parts: Buffer[] = []
  const written = new Promise<Uint8Array>((resolve, reject) => {
    document.on('data', (part: Buffer) => parts.push(part))
    document.on('end', () => resolve(Buffer.concat(parts)))
    document.on('error', reject)
  })
  draw(document, paper)
  document.end()
  return written
}

function draw(document: PDFKit.PDFDocument, paper: Paper): void {
  const pen = penOf(document)
  frame(document)
  if (paper.emblem) emblem(document, paper.emblem)
  heading(pen, paper.words)
  ornament(document)
  middle(document, pen, paper)
  proof(document, pen, paper)
  signature(document, pen, paper.words)
}

function frame(document: PDFKit.PDFDocument): void {
  for (const [inset, line, colour] of [
    [24, 2.5, RED],
    [30, 0.8, GOLD],
  ] as const) {
    document.lineWidth(line).strokeColor(colour)
    document.rect(inset, inset, PAGE.width - 2 * inset, PAGE.height - 2 * inset).stroke()
  }
}

function emblem(document: PDFKit.PDFDocument, picture: Emblem): void {
  const [x, y] = [MIDDLE - EMBLEM.size / 2, EMBLEM.y]
  if (picture.type === 'png') {
    document.image(Buffer.from(picture.bytes), x, y, {
      fit: [EMBLEM.size, EMBLEM.size],
      align: 'center',
      valign: 'center',
    })
    return
  }
  SVGtoPDF(document, picture.svg, x, y, { width: EMBLEM.size, height: EMBLEM.size, assumePt: true })
}

function heading(pen: Pen, words: Paper['words']): void {
  for (const [nth, { issuer, title }] of words.entries()) {
    centred(pen, issuer, { y: nth === 0 ? 146 : 166, font: 'bold', size: SIZES.issuer[nth] ?? 12 })
    const size = SIZES.title[nth] ?? 18
    centred(pen, title, { y: nth === 0 ? 224 : 256, font: 'bold', size, colour: RED })
  }
}

function ornament(document: PDFKit.PDFDocument): void {
  document.lineWidth(1).strokeColor(GOLD)
  for (const side of [-1, 1])
    document
      .moveTo(MIDDLE + side * 9, 277)
      .lineTo(MIDDLE + side * 90, 277)
      .stroke()
  const drop = `M${MIDDLE} 269 c4 6 6 8 6 11 a6 6 0 0 1 -12 0 c0 -3 2 -5 6 -11 z`
  document.path(drop).fill(RED)
}

function middle(document: PDFKit.PDFDocument, pen: Pen, { words, name }: Paper): void {
  for (const [nth, { presentedTo, body }] of words.entries()) {
    const size = SIZES.presented[nth] ?? 12
    centred(pen, presentedTo, { y: nth === 0 ? 316 : 336, font: 'regular', size, colour: GREY })
    const box = BODY[nth]
    if (box) paragraph(pen, body, { box, top: nth === 0 ? 478 : 584, style: { font: 'regular' } })
  }
  nameOf(pen, name)
  document
    .lineWidth(0.8)
    .strokeColor(GOLD)
    .moveTo(110, 440)
    .lineTo(PAGE.width - 110, 440)
    .stroke()
  const category = words.map((one) => one.category).join(' · ')
  centred(pen, category, { y: 460, font: 'regular', size: 12, colour: GREY })
}

function nameOf(pen: Pen, name: string): void {
  const fits = (box: Box): boolean => {
    const { lines, leading } = fit(name, { font: 'bold' }, { box, pen })
    return lines.length * leading <= box.height
  }
  const box = NAME.find(fits) ?? NAME.at(-1)
  if (box) paragraph(pen, name, { box, top: 348 + (84 - box.height) / 2, style: { font: 'bold' } })
}

/** The QR code, and beside it what it leads to. */
function proof(document: PDFKit.PDFDocument, pen: Pen, { words, link }: Paper): void {
  qrCode(document, link)
  const x = QR.x + QR.size + 12
  const lines = words.flatMap(({ serial, issued, check }) => [serial, issued, check])
  const style: Style = { font: 'regular', size: 8.5, colour: GREY }
  for (const [nth, line] of lines.entries()) pen.left(line, { x, y: QR.y + 10 + nth * 12.6 }, style)
  const below = { x: QR.x, y: QR.y + QR.size + 14 }
  pen.left(link, below, { font: 'regular', size: 9 })
  document.link(below.x, below.y - 10, pen.width(link, { font: 'regular', size: 9 }), 14, link)
}

function qrCode(document: PDFKit.PDFDocument, link: string): void {
  const { modules } = create(link, { errorCorrectionLevel: 'M' })
  const side = QR.size / modules.size
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) document.rect(QR.x + column * side, QR.y + row * side, side, side)
    }
  }
  document.fill('#000000')
}

function signature(document: PDFKit.PDFDocument, pen: Pen, words: Paper['words']): void {
  const { x, y, width } = SIGNATURE
  document.lineWidth(0.8).strokeColor(GREY)
  document
    .moveTo(x - width / 2, y)
    .lineTo(x + width / 2, y)
    .stroke()
  let top = y + 3
  for (const line of words.flatMap(signedLines)) {
    const fitted = fit(line.text, { font: line.font }, { box: { ...SIGNED, height: 18 }, pen })
    const { size, leading } = fitted
    for (const text of fitted.lines) {
      top += leading
      pen.centred(text, { x, y: top - leading * 0.25 }, { font: line.font, size })
    }
  }
}

function signedLines({ signedBy, office }: PaperWords): readonly { text: string; font: Style['font'] }[] {
  const name = { text: signedBy, font: 'bold' } as const
  return office === undefined ? [name] : [name, { text: office, font: 'regular' }]
}

function centred(pen: Pen, text: string, { y, ...style }: Style & { readonly y: number }): void {
  const { size } = style
  const sizes = [size, size * 0.85, size * 0.7, size * 0.55, size * 0.45]
  const fitted = fit(text, style, {
    box: { width: TEXT_WIDTH + 60, height: size * 1.5, sizes, leading: 1.4 },
    pen,
  })
  pen.centred(fitted.lines.join(' '), { x: MIDDLE, y }, { ...style, size: fitted.size })
}

/** In the middle of its box, in both directions. */
function paragraph(
  pen: Pen,
  text: string,
  { box, top, style }: { readonly box: Box; readonly top: number; readonly style: Pick<Style, 'font'> },
): void {
  const { lines, size, leading } = fit(text, style, { box, pen })
  const above = Math.max(0, (box.height - lines.length * leading) / 2)
  for (const [nth, line] of lines.entries()) {
    // The letters stand on a line about two thirds down.
    const y = top + above + nth * leading + leading * 0.7
    pen.centred(line, { x: MIDDLE, y }, { ...style, size })
  }
}
