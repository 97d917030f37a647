import { refreshTemplates } from '../messaging/templates/push-templates'
import { statusReport } from './templates-report'
import { withTemplates } from './with-templates'

/** The command `templates:status`: what WhatsApp says of every template now. */
void withTemplates(async (deps) => statusReport(await refreshTemplates(deps)))
