import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Spool } from '../../../src/conversation/turn/spool'
import { openSpool } from '../../../src/storage/spool/lmdb-spool'
import { aMessage, NOW } from '../../support/records'

const FIRST = aMessage({ sid: 'SM1', receivedAt: NOW })
const SECOND = aMessage({ sid: 'SM2', receivedAt: NOW + 1, from: { whatsappUserId: 'IN.abc' } })
const THIRD = aMessage({ sid: 'SM0', receivedAt: NOW + 2 })

describe('the spool', () => {
  let folder: string
  let spool: Spool
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'saathi-spool-'))
    spool = await openSpool(folder)
  })
  afterEach(async () => {
    await spool.close()
    await rm(folder, { recursive: true })
  })

  it('gives messages in the order of receipt, whatever the order in which they came', async () => {
    for (const message of [SECOND, FIRST, THIRD]) await spool.add(message)
    expect(spool.all()).toEqual([FIRST, SECOND, THIRD])
  })

  it('keeps them, and their order, for the next process', async () => {
    for (const message of [THIRD, FIRST, SECOND]) await spool.add(message)
    await spool.remove(FIRST.sid)
    await spool.close()
    spool = await openSpool(folder)
    expect(spool.all()).toEqual([SECOND, THIRD])
  })

  it('keeps the first of two that were received at the same moment before the other', async () => {
    const twin = aMessage({ sid: 'SM00', receivedAt: FIRST.receivedAt })
    for (const message of [FIRST, twin, THIRD]) await spool.add(message)
    await spool.close()
    spool = await openSpool(folder)
    expect(spool.all().map(({ sid }) => sid)).toEqual(['SM1', 'SM00', 'SM0'])
  })

  it('takes the same message once', async () => {
    await spool.add(FIRST)
    await spool.add(FIRST)
    expect(spool.all()).toEqual([FIRST])
  })

  it('knows whose messages it holds, by any address', async () => {
    await spool.add(SECOND)
    expect(spool.holds('IN.abc')).toBe(true)
    expect(spool.holds('+919876543210')).toBe(false)
    await spool.remove(SECOND.sid)
    expect(spool.holds('IN.abc')).toBe(false)
  })
})
