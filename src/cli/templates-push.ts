import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_ROOT } from '../config/config'
import { checkTemplates } from '../messaging/templates/check-templates'
import { loadTemplates } from '../messaging/templates/load-templates'
import { pushTemplates } from '../messaging/templates/push-templates'
import { checkReport, pushReport } from './templates-report'
import { withTemplates } from './with-templates'

/** The command `templates:push`: brings new and changed templates to Twilio; nothing with a mistake leaves. */
void withTemplates(async (deps) => {
  const folder = join(PROJECT_ROOT, 'locales')
  const templates = loadTemplates(folder)
  const problems = checkTemplates(templates, readdirSync(folder))
  return problems.length > 0
    ? checkReport(problems, templates.length)
    : pushReport(await pushTemplates(templates, deps))
})
