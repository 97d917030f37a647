import { join } from 'node:path'
import { PROJECT_ROOT } from '../config/config'
import { loadFlows, type LoadedFlow } from '../conversation/flow/load-flows'
import { loadTexts, type TextSource } from '../conversation/text/load-texts'
import { loadTemplates } from '../messaging/templates/load-templates'
import type { MessageTemplate } from '../messaging/templates/message-template'

/** What the project's own files say, read and checked. */
export interface ProjectFiles {
  readonly texts: TextSource
  readonly flows: readonly LoadedFlow[]
  readonly templates: readonly MessageTemplate[]
}

/** Reads `locales/` and `flows/`. Throws when a file cannot be used, naming every problem. */
export function readProjectFiles(): ProjectFiles {
  return {
    texts: loadTexts(join(PROJECT_ROOT, 'locales')),
    flows: loadFlows(join(PROJECT_ROOT, 'flows')),
    templates: loadTemplates(join(PROJECT_ROOT, 'locales')),
  }
}
