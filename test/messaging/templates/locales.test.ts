import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkTemplates } from '../../../src/messaging/templates/check-templates'
import { loadTemplates } from '../../../src/messaging/templates/load-templates'

const LOCALES = join(__dirname, '../../../locales')

it('the templates of every language may be pushed as they are', () => {
  const locales = readdirSync(LOCALES)
  const templates = loadTemplates(LOCALES)
  expect(checkTemplates(templates, locales)).toEqual([])
  expect(new Set(templates.map(({ locale }) => locale))).toEqual(new Set(locales))
})
