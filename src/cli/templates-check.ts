import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_ROOT } from '../config/config'
import { parseTemplate } from '../conversation/text/template'
import { checkTemplates, type TemplateProblem } from '../messaging/templates/check-templates'
import { loadTemplates } from '../messaging/templates/load-templates'
import type { MessageTemplate } from '../messaging/templates/message-template'
import { checkReport } from './templates-report'

/** The command `templates:check`: finds what WhatsApp would reject before it does. */
function main(): void {
  const folder = join(PROJECT_ROOT, 'locales')
  const templates = loadTemplates(folder)
  const problems = [
    ...checkTemplates(templates, readdirSync(folder)),
    ...templates.flatMap(unknownFormatters),
  ]
  const { output, exitCode } = checkReport(problems, templates.length)
  process.stdout.write(output)
  process.exitCode = exitCode
}

function unknownFormatters({ locale, key, body, sms }: MessageTemplate): TemplateProblem[] {
  return [body, ...(sms ? [sms.text] : [])].flatMap((text) => {
    try {
      parseTemplate(text)
      return []
    } catch (error) {
      return [{ locale, key, problem: error instanceof Error ? error.message : String(error) }]
    }
  })
}

main()
