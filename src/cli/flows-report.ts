import { checkFlows } from '../conversation/flow/check/check-flows'
import type { CheckInput, Finding } from '../conversation/flow/check/finding'
import { smsLengths } from '../conversation/flow/check/sms-lengths'
import type { SmsLength } from '../conversation/flow/check/sms-lengths'
import { readFlows } from '../conversation/flow/load-flows'
import { loadTexts, TextFileError } from '../conversation/text/load-texts'
import { TextError } from '../conversation/text/i18n-texts'
import type { TextSource } from '../conversation/text/load-texts'

export interface FlowsReportOptions extends Omit<CheckInput, 'flows' | 'texts'> {
  readonly flowsFolder: string
  readonly localesFolder: string
  /** Lists how long every text is as an SMS, not only how many there are of each length. */
  readonly everyLength?: boolean
}

/** What `flows:check` prints, and whether it found an error. */
export interface FlowsReport {
  readonly text: string
  readonly ok: boolean
}

/** Reads and checks flows and texts: problems of files first, then findings in order, then the SMS lengths. */
export function flowsReport(options: FlowsReportOptions): FlowsReport {
  const { flows, problems } = readFlows(options.flowsFolder)
  const read = readTexts(options.localesFolder)
  const broken = [...problems, ...read.problems]
  if (!read.texts) return { text: join(broken.map((problem) => `error ${problem}`)), ok: false }
  const input = { ...options, flows: flows.map(({ flow }) => flow), texts: read.texts }
  const findings = checkFlows(input)
  const errors = broken.length + count(findings, 'error')
  const lines = [
    ...broken.map((problem) => `error ${problem}`),
    ...findings.map(findingLine),
    ...lengthLines(input, options.everyLength ?? false),
    `${flows.length} flows, ${Object.keys(read.texts).length} languages: ${errors} errors, ` +
      `${count(findings, 'warning')} warnings, ${count(findings, 'note')} notes`,
  ]
  return { text: join(lines), ok: errors === 0 }
}

function readTexts(folder: string): { readonly texts?: TextSource; readonly problems: readonly string[] } {
  try {
    return { texts: loadTexts(folder), problems: [] }
  } catch (error) {
    if (!(error instanceof TextFileError)) throw error
    return { problems: [error.message] }
  }
}

function findingLine({ level, file, step, message, check }: Finding): string {
  return `${level} ${file}: ${step === undefined ? '' : `step ${step}: `}${message} [${check}]`
}

function lengthLines(input: CheckInput, every: boolean): readonly string[] {
  const lengths = measured(input)
  const summary = Object.keys(input.texts).map((locale) => {
    const own = lengths.filter((length) => length.locale === locale)
    const most = Math.max(0, ...own.map(({ segments }) => segments))
    const counts = Array.from(
      { length: most },
      (_, index) => own.filter((one) => one.segments === index + 1).length,
    )
    return `SMS segments ${locale}: ${counts.map((texts, index) => `${index + 1}: ${texts}`).join(', ')} texts`
  })
  return [...(every ? lengths.map(lengthLine) : []), ...summary]
}

/** Without lengths where a text cannot be read at all: that is a finding. */
function measured(input: CheckInput): readonly SmsLength[] {
  try {
    return smsLengths(input).lengths
  } catch (error) {
    if (!(error instanceof TextError)) throw error
    return []
  }
}

function lengthLine({ key, locale, segments, units, encoding }: SmsLength): string {
  return `SMS ${locale} ${key}: ${segments} (${units} signs, ${encoding})`
}

function count(findings: readonly Finding[], level: Finding['level']): number {
  return findings.filter((finding) => finding.level === level).length
}

function join(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}
