import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { open as openLmdb } from 'lmdb'
import { systemRandom } from '../../src/base/random'
import { openEmbedded, type EmbeddedOptions } from '../../src/storage/embedded/open-embedded'
import type { Stores } from '../../src/storage/stores'
import { aConversation, NOW } from '../support/records'
import { typescriptChild } from '../support/typescript-child'

describe('openEmbedded', () => {
  let folder: string
  const opened: Stores[] = []

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'saathi-'))
  })

  afterEach(async () => {
    for (const stores of opened.splice(0)) await stores.close()
    await rm(folder, { recursive: true })
  })

  const open = async (override: Partial<EmbeddedOptions> = {}): Promise<Stores> => {
    const stores = await openEmbedded({ dataDir: folder, random: systemRandom, ...override })
    opened.push(stores)
    return stores
  }

  it('makes a folder that only its owner may enter, and files only they may read', async () => {
    const dataDir = join(folder, 'new', 'data')
    await open({ dataDir })
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700)
    for (const file of ['saathi.lmdb', 'saathi.lmdb-lock']) {
      expect((await stat(join(dataDir, file))).mode & 0o777).toBe(0o600)
    }
  })

  it('refuses a folder that another owner has, naming it and the repair', async () => {
    const first = await open()
    await expect(open()).rejects.toThrow(
      `${folder} is in use by another running process. One process at a time may write there: ` +
        'stop the other one first, or set DATA_DIR to another folder.',
    )
    await first.close()
    await expect(open()).resolves.toBeDefined()
  })

  it('gives one of ten owners who come at once the folder', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => open()))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('refuses a path that is too long for its lock, naming the repair', async () => {
    const dataDir = join(folder, 'x'.repeat(120))
    await expect(open({ dataDir })).rejects.toThrow('set DATA_DIR to a folder with a shorter one')
  })

  it('reads beside a writer, follows what it writes, and refuses to write', async () => {
    const writer = await open()
    await writer.conversations.write(aConversation())
    const reader = await open({ readOnly: true })
    expect(await reader.conversations.load(aConversation().id)).toEqual(aConversation())
    const second = aConversation({ rev: 2, bot: 'second' })
    await writer.conversations.write(second)
    expect(await reader.conversations.load(second.id)).toEqual(second)
    expect(await reader.conversations.activeSince(NOW)).toHaveLength(1)
    const message = `${folder} was opened for reading only.`
    await expect(reader.conversations.write(aConversation({ rev: 3 }))).rejects.toThrow(message)
    await expect(reader.contacts.resolve({ phone: '+91' }, 'c1', NOW)).rejects.toThrow(message)
    await expect(reader.forget(NOW)).rejects.toThrow(message)
  })

  it('has nothing to read where nothing was written, and says what to do', async () => {
    await expect(open({ readOnly: true })).rejects.toThrow(
      `${folder} holds no data yet: start the server once`,
    )
  })

  it('says what to do when an older version wrote there, where that matters', async () => {
    const root = openLmdb({ path: join(folder, 'saathi.lmdb'), noSubdir: true, maxDbs: 32 })
    const conversations = root.openDB({ name: 'conversations', encoding: 'json', useVersions: true })
    await conversations.put(aConversation().id, aConversation(), 1)
    await root.close()
    const reader = await open({ readOnly: true })
    expect(await reader.conversations.load(aConversation().id)).toEqual(aConversation())
    await expect(reader.misses.between('2026-01-01', '2026-12-31')).rejects.toThrow(
      `${folder} was last written by an older version, without "misses": start the server once.`,
    )
  })

  it('leaves the stores usable to nobody after closing, once or twice', async () => {
    const stores = await open()
    const pending = stores.conversations.write(aConversation())
    await Promise.all([stores.close(), stores.close()])
    expect(await pending).toBe(true)
    expect(await (await open()).conversations.load(aConversation().id)).toEqual(aConversation())
  })

  it('loses nothing acknowledged when its process is killed, and the next may have the folder at once', async () => {
    const child = typescriptChild('test/storage/writers-child.ts', [folder])
    const acknowledged = new Map<string, number>()
    let lines = 0
    for await (const line of createInterface({ input: child.stdout! })) {
      const [name = '', rev] = line.split(' ')
      acknowledged.set(name, Number(rev))
      if (++lines === 200) child.kill('SIGKILL')
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    const { conversations, outbox } = await open()
    expect((await readdir(folder)).filter((file) => file.endsWith('.sock'))).toHaveLength(1)
    expect([...acknowledged.keys()].sort()).toEqual(['w0', 'w1', 'w2', 'w3'])
    for (const [name, rev] of acknowledged) {
      const stored = await conversations.load(name)
      expect(stored?.rev).toBeGreaterThanOrEqual(rev)
      expect(await conversations.write({ ...stored!, rev: stored!.rev + 1 })).toBe(true)
      for (let sent = 1; sent <= rev; sent++) expect(await outbox.get(`${name}/${sent}`)).toBeDefined()
    }
  })
})
