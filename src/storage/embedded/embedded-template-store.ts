import type { TemplateStore } from '../../messaging/templates/template-store'
import type { EmbeddedDatabase } from './embedded-database'

/** Templates at the provider, in LMDB. */
export function embeddedTemplateStore(db: EmbeddedDatabase): TemplateStore {
  return {
    put: async (records) => {
      if (records.length === 0) return
      await db.write(() => {
        for (const record of records) db.templates.putSync(record.id, record)
      })
    },
    list: async () => {
      const records = Array.from(db.templates.getRange({}), ({ value }) => value)
      return records.sort((one, other) => one.pushedAt - other.pushedAt)
    },
  }
}
