import { createConnection, type Connection } from 'mongoose'
import { systemRandom } from '../../src/base/random'
import { openMongo } from '../../src/storage/mongo/open-mongo'
import { describeEngine, mongoTestUri } from '../support/engines'
import { aConversation, aDraft, NOW } from '../support/records'
import { tcpSwitch } from '../support/tcp-switch'

const PHONE = '+919876543210'
const USER = 'IN.abc123'

describeEngine('mongo', (open) => {
  let admin: Connection
  const uri = mongoTestUri() ?? ''

  beforeAll(async () => {
    admin = await createConnection(uri).asPromise()
  })
  afterAll(() => admin.close())

  describe('openMongo', () => {
    it('says within seconds that no server answers, and what to do', async () => {
      const absent = openMongo({ uri: 'mongodb://127.0.0.1:9/saathi', random: systemRandom })
      await expect(absent).rejects.toThrow(
        'No MongoDB server answers at MONGODB_URI: start it, or correct the address.',
      )
    })

    it('fails at start when an index cannot be made, naming the collection', async () => {
      await (await open()).close()
      const outbox = admin.collection('outbox')
      await outbox.dropIndex('expireAt_1')
      await outbox.createIndex({ expireAt: 1 }, { name: 'expireAt_1', unique: true })
      try {
        const opening = openMongo({ uri, random: systemRandom })
        await expect(opening).rejects.toThrow('The indexes of the collection outbox cannot be made')
      } finally {
        await outbox.dropIndex('expireAt_1')
      }
    })

    it('makes the indexes that are missing', async () => {
      await (await open()).close()
      await admin.collection('conversations').dropIndex('contactId_1')
      await (await open()).close()
      const names = (await admin.collection('conversations').indexes()).map(({ name }) => name)
      expect(names).toContain('contactId_1')
    })

    it('writes a conversation in one round trip', async () => {
      const { conversations } = await open()
      await conversations.write(aConversation())
      await admin.db?.command({ profile: 2 })
      await conversations.write(aConversation({ rev: 2 }))
      await admin.db?.command({ profile: 0 })
      const operations = await admin
        .collection('system.profile')
        .find({ ns: /\.conversations$/ }, { projection: { op: 1, 'command.q._id': 1 } })
        .toArray()
      await admin.collection('system.profile').drop()
      expect(operations.map(({ op }) => op as unknown)).toEqual(['update'])
    })
  })

  describe('two processes', () => {
    it('make one contact of one new address', async () => {
      const [one, two] = [await open(), await open()]
      const from = { phone: PHONE, whatsappUserId: USER }
      const found = await Promise.all(
        [one, two, one, two].map(({ contacts }, i) => contacts.resolve(from, `c${i}`, NOW)),
      )
      expect(new Set(found.map(({ contact }) => contact.id)).size).toBe(1)
      expect(await admin.collection('contacts').countDocuments()).toBe(1)
    })

    it('join the same two contacts into the same one, keeping what both said', async () => {
      const [one, two] = [await open(), await open()]
      await one.contacts.resolve({ whatsappUserId: USER }, 'newer', NOW + 1)
      await two.contacts.resolve({ phone: PHONE }, 'older', NOW)
      const from = { phone: PHONE, whatsappUserId: USER }
      const optOut = { at: NOW, sid: 'SM1', channel: 'whatsapp' } as const
      await Promise.all([
        one.contacts.resolve(from, 'x', NOW),
        two.contacts.resolve(from, 'y', NOW),
        one.contacts.change('newer', { set: 'opt_out', optOut }),
        two.contacts.change('older', { set: 'locale', locale: 'en' }),
      ])
      const { contact } = await one.contacts.resolve(from, 'z', NOW)
      expect(contact).toMatchObject({ id: 'older', optOut, locale: 'en', phone: PHONE, whatsappUserId: USER })
    })

    it('finish a join that another process left after any of its steps', async () => {
      const { contacts } = await open()
      await contacts.resolve({ whatsappUserId: USER }, 'newer', NOW + 1)
      await contacts.resolve({ phone: PHONE }, 'older', NOW)
      await contacts.change('newer', { set: 'locale', locale: 'hi-Latn' })
      // As the process that began it died.
      await admin
        .collection<{ _id: string }>('contacts')
        .updateOne({ _id: 'newer' }, { $set: { joinedInto: 'older' } })
      const resolved = await contacts.resolve({ whatsappUserId: USER }, 'x', NOW)
      expect(resolved).toMatchObject({ contact: { id: 'older', locale: 'hi-Latn' }, joined: 'newer' })
      expect((await contacts.find(USER))?.id).toBe('older')
    })

    it('let one of two dispatchers have each row', async () => {
      const [one, two] = [await open(), await open()]
      await one.outbox.enqueue(
        Array.from({ length: 30 }, (_, i) => aDraft({ id: `o${i}` })),
        NOW,
      )
      const ask = { now: NOW, leaseMs: 1000, limit: 30 }
      const claims = (await Promise.all([one, two].map(({ outbox }) => outbox.claim(ask)))).flat()
      expect(claims.map(({ id }) => id).sort()).toEqual(Array.from({ length: 30 }, (_, i) => `o${i}`).sort())
    })

    it('let one of two writes of a revision win', async () => {
      const [one, two] = [await open(), await open()]
      for (let rev = 1; rev <= 10; rev++) {
        const won = await Promise.all(
          [one, two].map(({ conversations }, bot) => conversations.write(aConversation({ rev, bot }))),
        )
        expect(won.filter(Boolean)).toHaveLength(1)
      }
    })
  })

  it('throws while the server is away, and goes on by itself when it is back', async () => {
    await open()
    const [, scheme = '', host = '', port = '', rest = ''] =
      /^(mongodb:\/\/(?:[^@/]*@)?)([^:/,]+):?(\d*)[^/]*(.*)$/.exec(uri) ?? []
    const line = await tcpSwitch({ host, port: Number(port || 27017) })
    const stores = await openMongo({
      // Past the replica set's own names for its members, which lead around the switch.
      uri: `${scheme}127.0.0.1:${line.port}${rest.replace('replicaSet=', 'directConnection=true&appName=')}`,
      random: systemRandom,
    })
    try {
      expect(await stores.conversations.write(aConversation())).toBe(true)
      await line.cut()
      await expect(stores.conversations.write(aConversation({ rev: 2 }))).rejects.toThrow()
      await expect(stores.ping()).rejects.toThrow()
      await line.mend()
      await stores.ping()
      const stored = await stores.conversations.load(aConversation().id)
      expect(stored?.rev).toBe(1)
      expect(await stores.conversations.write(aConversation({ rev: 2 }))).toBe(true)
    } finally {
      await stores.close()
      await line.cut()
    }
  }, 20_000)
})
