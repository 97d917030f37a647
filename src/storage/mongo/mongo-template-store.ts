import { Schema, type Connection } from 'mongoose'
import type { TemplateRecord, TemplateStore } from '../../messaging/templates/template-store'
import { mongoCollection, unlessExists } from './mongo-collection'

/** Templates at the provider, in MongoDB. */
export function mongoTemplateStore(connection: Connection): TemplateStore {
  const templates = mongoCollection<TemplateRecord>(connection, {
    name: 'templates',
    fields: {
      key: { type: String, required: true },
      locale: { type: String, required: true },
      contentSid: { type: String, required: true },
      asked: { type: String, required: true },
      category: String,
      status: { type: String, required: true },
      reason: String,
      body: { type: String, required: true },
      buttons: { type: [Schema.Types.Mixed], required: true },
      variables: { type: [String], required: true },
      pushedAt: { type: Number, required: true },
      checkedAt: { type: Number, required: true },
    },
  })
  const put = (record: TemplateRecord): Promise<unknown> =>
    templates.model.replaceOne({ _id: record.id }, templates.encode(record, 1), { upsert: true }).exec()
  return {
    put: async (records) => {
      // Of two who add one record at once, the later finds it there and replaces it.
      for (const record of records) if (!(await unlessExists(() => put(record)))) await put(record)
    },
    list: () => templates.list({}, { pushedAt: 1, _id: 1 }),
  }
}
