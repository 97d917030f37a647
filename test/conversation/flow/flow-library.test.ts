import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemRandom } from '../../../src/base/random'
import { canRun } from '../../../src/conversation/flow/can-run'
import { createFlowLibrary } from '../../../src/conversation/flow/flow-library'
import type { FlowLibrary } from '../../../src/conversation/flow/flow-library'
import { loadFlow } from '../../../src/conversation/flow/load-flow'
import { openEmbedded } from '../../../src/storage/embedded/open-embedded'
import type { Stores } from '../../../src/storage/stores'

const OLD = `id: menu
intents: [menu]
steps:
  - { id: a, ask: a, kind: yes_no }
  - { id: b, do: look, next: end }
`
const NEW = OLD.replace('ask: a', 'ask: a_new')

describe('createFlowLibrary', () => {
  let folder: string
  let stores: Stores
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'flows-'))
    stores = await openEmbedded({ dataDir: folder, random: systemRandom })
    await library(OLD).publish()
  })
  afterAll(async () => {
    await stores.close()
    rmSync(folder, { recursive: true })
  })

  function library(
    source: string,
    { texts = ['a', 'a_again', 'a_new', 'a_new_again'], actions = ['look'] } = {},
  ): FlowLibrary {
    return createFlowLibrary({
      flows: source === '' ? [] : [{ flow: loadFlow(source, 'menu.yaml'), source }],
      published: stores.flows,
      runs: (flow) =>
        canRun(flow, {
          hasText: (key) => texts.some((text) => key === `menu:${text}`),
          hasAction: (name) => actions.includes(name),
        }),
    })
  }

  const version = loadFlow(OLD, 'menu.yaml').version

  it('finds flows by id and by intent', () => {
    const flows = library(OLD)
    expect(flows.current('menu').version).toBe(version)
    expect(flows.forIntent('menu')?.id).toBe('menu')
    expect(flows.forIntent('other')).toBeUndefined()
    expect(() => flows.current('other')).toThrow('there is no flow "other"; add flows/other.yaml')
  })

  it('gives the current version from memory', async () => {
    expect(await library(OLD).get('menu', version)).toMatchObject({ sameVersion: true, flow: { version } })
  })

  it('gives the version that a conversation began with, after the file changed and after it is gone', async () => {
    for (const source of [NEW, ''])
      expect(await library(source).get('menu', version)).toMatchObject({
        sameVersion: true,
        flow: { version },
      })
  })

  it.each([
    ['a text', { texts: ['a_new', 'a_new_again'] }],
    ['an action', { actions: [] }],
  ])('goes on in the current version when %s of the old one is gone', async (_, world) => {
    const found = await library(NEW, world).get('menu', version)
    expect(found).toMatchObject({ sameVersion: false, pinned: { version } })
    expect(found?.flow.version).not.toBe(version)
  })

  it('still sees the steps of a version whose kind of question is gone', async () => {
    const retired = OLD.replace('yes_no', 'zodiac')
    const source = { version: 'retired', flowId: 'menu', source: retired }
    await stores.flows.publish(source)
    expect(await library(NEW).get('menu', 'retired')).toMatchObject({
      sameVersion: false,
      pinned: { steps: [{ id: 'a', kind: 'zodiac' }, { id: 'b' }] },
    })
  })

  it('moves a conversation only when its version cannot run', async () => {
    const state = { flow: 'menu', version, step: 'a', answers: {}, slots: {}, misses: 1, trail: [] }
    expect(await library(NEW).continuing(state)).toMatchObject({ flow: { version }, state, moved: false })
    const texts = ['a_new', 'a_new_again']
    const current = loadFlow(NEW, 'menu.yaml').version
    expect(await library(NEW, { texts }).continuing(state)).toMatchObject({
      flow: { version: current },
      state: { ...state, version: current },
      moved: false,
    })
    expect(await library(NEW.replace('yes_no', 'age'), { texts }).continuing(state)).toMatchObject({
      moved: true,
    })
    expect(await library('', { texts: [] }).continuing(state)).toBeUndefined()
  })

  it('gives nothing when neither the version runs nor the flow exists', async () => {
    expect(await library('', { texts: [] }).get('menu', version)).toBeUndefined()
    expect(await library('').get('unknown', 'unknown')).toBeUndefined()
  })
})
