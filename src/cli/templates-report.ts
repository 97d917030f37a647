import { priceOf } from '../messaging/templates/prices'
import type { Pushed } from '../messaging/templates/push-templates'
import type { TemplateProblem } from '../messaging/templates/check-templates'
import type { TemplateRecord } from '../messaging/templates/template-store'

/** What a command prints, and its exit code: 1 where somebody must do something. */
export interface TemplatesReport {
  readonly output: string
  readonly exitCode: 0 | 1
}

/** Mistakes in template files. */
export function checkReport(problems: readonly TemplateProblem[], checked: number): TemplatesReport {
  const lines = problems.map(({ locale, key, problem }) => `${locale} ${key}: ${problem}`)
  const sum = problems.length === 0 ? `${checked} templates, no mistakes` : `${problems.length} mistakes`
  return { output: [...lines, sum, ''].join('\n'), exitCode: problems.length === 0 ? 0 : 1 }
}

/** What a push did. */
export function pushReport(pushed: readonly Pushed[]): TemplatesReport {
  const done = pushed.filter(({ did }) => did !== 'nothing')
  const lines = done.map(({ name, did, approval }) => `${name}: ${did}, ${approval.status}${why(approval)}`)
  const sum = `${done.length} pushed, ${pushed.length - done.length} unchanged`
  const rejected = pushed.some(({ approval }) => approval.status === 'rejected')
  return { output: [...lines, sum, ''].join('\n'), exitCode: rejected ? 1 : 0 }
}

/**
 * What the provider says of every template, the newest version of each first; warns of a category that it changed, with
 * what that costs.
 */
export function statusReport(records: readonly TemplateRecord[]): TemplatesReport {
  if (records.length === 0)
    return { output: 'No template was pushed yet: npm run templates:push\n', exitCode: 1 }
  const sorted = [...records].sort(
    (one, other) =>
      one.key.localeCompare(other.key) ||
      one.locale.localeCompare(other.locale) ||
      other.pushedAt - one.pushedAt,
  )
  const lines = sorted.flatMap((record) => [
    `${record.key} ${record.locale}: ${record.status}${why(record)} (${record.id})`,
    ...categoryChange(record),
  ])
  const bad = records.some(
    ({ status }) => status === 'rejected' || status === 'paused' || status === 'disabled',
  )
  return { output: [...lines, ''].join('\n'), exitCode: bad ? 1 : 0 }
}

function why({ reason }: { readonly reason?: string }): string {
  return reason === undefined ? '' : `: ${reason}`
}

function categoryChange({ asked, category }: TemplateRecord): string[] {
  if (category === undefined || category === asked) return []
  const costs = `${priceOf(category)} instead of ${priceOf(asked)}`
  return [`  WARNING: WhatsApp counts it as ${category}, not ${asked}: ${costs}`]
}
