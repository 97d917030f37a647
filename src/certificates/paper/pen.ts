import { readFileSync } from 'node:fs'
import { scriptRuns } from './script-runs'

/** How a text looks. */
export interface Style {
  readonly font: 'regular' | 'bold'
  readonly size: number
  readonly colour?: string
}

/** Writes on the page; y is the line on which the letters stand. */
export interface Pen {
  width(text: string, style: Style): number
  left(text: string, at: { readonly x: number; readonly y: number }, style: Style): void
  centred(text: string, at: { readonly x: number; readonly y: number }, style: Style): void
}

/** One font for both scripts, whose letters are of one height: Hind, under the SIL Open Font License. */
const FONTS = {
  regular: require.resolve('@expo-google-fonts/hind/400Regular/Hind_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/hind/600SemiBold/Hind_600SemiBold.ttf'),
} as const

const INK = '#2b2b2b'
let files: Readonly<Record<Style['font'], Buffer>> | undefined

/** Read once: every paper needs both. */
function fontFiles(): Readonly<Record<Style['font'], Buffer>> {
  return (files ??= { regular: readFileSync(FONTS.regular), bold: readFileSync(FONTS.bold) })
}

/** A pen for one document. */
export function penOf(document: PDFKit.PDFDocument): Pen {
  for (const [name, file] of Object.entries(fontFiles())) document.registerFont(name, file)
  const dip = ({ font, size, colour = INK }: Style): PDFKit.PDFDocument =>
    document.font(font).fontSize(size).fillColor(colour)
  const width: Pen['width'] = (text, style) => {
    dip(style)
    return scriptRuns(text).reduce((sum, run) => sum + document.widthOfString(run), 0)
  }
  const left: Pen['left'] = (text, { x, y }, style) => {
    let at = x
    for (const run of scriptRuns(text)) {
      dip(style).text(run, at, y, { lineBreak: false, baseline: 'alphabetic' })
      at += document.widthOfString(run)
    }
  }
  return {
    width,
    left,
    centred: (text, { x, y }, style) => left(text, { x: x - width(text, style) / 2, y }, style),
  }
}
