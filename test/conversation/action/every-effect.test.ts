import { describeActions } from '../../../src/conversation/action/registry'
import { forEachEngine } from '../../support/engines'
import {
  actionWorld,
  aNeed,
  aPhoto,
  aVolunteer,
  COORDINATOR,
  MOTHER,
  textIn,
  UNCLE,
  type Act,
  type ActionWorld,
} from './support/action-world'

interface Effect {
  readonly action: string
  readonly by: string
  /** What happened before; gives the effect. */
  readonly after: (world: ActionWorld) => Act | Promise<Act>
  /** To whom messages go because of it. */
  readonly tells: readonly string[]
}

async function raised(world: ActionWorld): Promise<string> {
  return textIn(await world.act(MOTHER, 'before', aNeed({ card: 'TH1234' })), 'id')
}

/** A request that asks donors, and a donor who may give for it; gives the request's code. */
async function asked(world: ActionWorld): Promise<{ readonly code: string }> {
  await world.act(UNCLE, 'registers', aVolunteer({ group: 'B+', last_donation: null }))
  const code = textIn(await world.act(MOTHER, 'before', aNeed()), 'code')
  await world.act(COORDINATOR, 'verifies', {
    action: 'decide_requests',
    args: { verb: 'verify', codes: [code], choice: 'alert' },
  })
  return { code }
}

async function placeHeld(world: ActionWorld): Promise<{ readonly code: string }> {
  const of = await asked(world)
  await world.act(UNCLE, 'says yes', { action: 'claim_place', args: of })
  return of
}

async function pledged(world: ActionWorld): Promise<{ readonly code: string }> {
  const of = await placeHeld(world)
  await world.act(UNCLE, 'names a time', { action: 'make_pledge', args: { ...of, ...TODAY_AT_FOUR } })
  return of
}

const TODAY_AT_FOUR = { day: '2026-11-24', time: '16:00' }

const EFFECTS: readonly Effect[] = [
  { action: 'raise_request', by: MOTHER, after: () => aNeed(), tells: [COORDINATOR] },
  { action: 'register_donor', by: UNCLE, after: () => aVolunteer(), tells: [] },
  {
    action: 'cancel_request',
    by: MOTHER,
    after: async (world) => ({ action: 'cancel_request', args: { request: await raised(world) } }),
    tells: [COORDINATOR],
  },
  {
    action: 'hand_over',
    by: MOTHER,
    after: () => ({ action: 'hand_over', args: { reason: 'asked' } }),
    tells: [COORDINATOR],
  },
  {
    action: 'answer_hand_over',
    by: COORDINATOR,
    after: async (world) => {
      const asked = await world.act(MOTHER, 'before', { action: 'hand_over', args: { reason: 'asked' } })
      return { action: 'answer_hand_over', args: { code: textIn(asked, 'code'), text: 'हम फ़ोन करेंगे' } }
    },
    tells: [MOTHER],
  },
  {
    action: 'claim_place',
    by: UNCLE,
    after: async (world) => ({ action: 'claim_place', args: await asked(world) }),
    tells: [],
  },
  {
    action: 'make_pledge',
    by: UNCLE,
    after: async (world) => ({
      action: 'make_pledge',
      args: { ...(await placeHeld(world)), ...TODAY_AT_FOUR },
    }),
    tells: [MOTHER],
  },
  {
    action: 'release_place',
    by: UNCLE,
    after: async (world) => ({
      action: 'release_place',
      args: { ...(await placeHeld(world)), deferral: { class: 'wait', until: '2026-12-24' } },
    }),
    tells: [],
  },
  {
    action: 'answer_alert',
    by: UNCLE,
    after: async (world) => ({ action: 'answer_alert', args: { ...(await pledged(world)), said: 'cannot' } }),
    tells: [MOTHER],
  },
  {
    action: 'report_gave',
    by: UNCLE,
    after: async (world) => ({
      action: 'report_gave',
      args: { ...(await pledged(world)), on: '2026-11-24' },
    }),
    tells: [COORDINATOR],
  },
  {
    action: 'share_number',
    by: UNCLE,
    after: async (world) => ({ action: 'share_number', args: await pledged(world) }),
    tells: [MOTHER],
  },
  {
    action: 'wrong_number',
    by: UNCLE,
    after: async (world) => {
      await pledged(world)
      return { action: 'wrong_number' }
    },
    tells: [COORDINATOR, MOTHER],
  },
  {
    action: 'note_outcome',
    by: COORDINATOR,
    after: async (world) => {
      const { code } = await pledged(world)
      return { action: 'note_outcome', args: { verb: 'gave', codes: [code], text: UNCLE } }
    },
    tells: [UNCLE, MOTHER],
  },
  {
    action: 'decide_claim',
    by: MOTHER,
    after: async (world) => {
      await raised(world)
      await world.workOff()
      await world.act(UNCLE, 'claim', aNeed({ card: 'TH1234' }))
      await world.workOff()
      const found = await world.act(MOTHER, 'look', { action: 'claims_for_me' })
      const [claim] = found.values?.['claims'] as readonly [{ readonly id: string }]
      return { action: 'decide_claim', args: { claim: claim.id, decision: 'link' } }
    },
    tells: [UNCLE],
  },
  {
    action: 'decide_requests',
    by: COORDINATOR,
    after: async (world) => {
      const raised = await world.act(MOTHER, 'before', aNeed())
      return {
        action: 'decide_requests',
        args: { verb: 'verify', codes: [textIn(raised, 'code')], choice: 'both' },
      }
    },
    tells: [MOTHER, MOTHER],
  },
  {
    action: 'edit_request',
    by: COORDINATOR,
    after: async (world) => {
      const raised = await world.act(MOTHER, 'before', aNeed())
      return {
        action: 'edit_request',
        args: { what: 'facts', codes: [textIn(raised, 'code')], text: '3 unit' },
      }
    },
    tells: [MOTHER],
  },
  {
    action: 'opt_out',
    by: MOTHER,
    after: async (world) => {
      await raised(world)
      return { action: 'opt_out' }
    },
    tells: [COORDINATOR],
  },
  {
    action: 'raise_for',
    by: COORDINATOR,
    after: async (world) => {
      const asked = await world.act(MOTHER, 'before', { action: 'hand_over', args: { reason: 'voice' } })
      return { action: 'raise_for', args: { ...aNeed({ contact: null }).args, code: textIn(asked, 'code') } }
    },
    tells: [COORDINATOR, MOTHER],
  },
  {
    action: 'keep_files',
    by: MOTHER,
    after: () => aPhoto(),
    tells: [],
  },
  {
    action: 'show_files',
    by: MOTHER,
    after: async (world) => {
      const asked = await world.act(MOTHER, 'before', { action: 'hand_over', args: { reason: 'voice' } })
      await world.act(MOTHER, 'turn', aPhoto())
      return { action: 'show_files', args: { hand_over: textIn(asked, 'hand_over') } }
    },
    tells: [COORDINATOR],
  },
  {
    action: 'join_files',
    by: MOTHER,
    after: async (world) => ({ action: 'join_files', args: { request: await raised(world) } }),
    tells: [],
  },
  { action: 'opt_in', by: MOTHER, after: () => ({ action: 'opt_in' }), tells: [] },
  {
    action: 'permit_news',
    by: MOTHER,
    after: async (world) => ({ action: 'permit_news', args: { request: await raised(world) } }),
    tells: [],
  },
  {
    action: 'set_locale',
    by: MOTHER,
    after: () => ({ action: 'set_locale', args: { language: 'en' } }),
    tells: [],
  },
]

it('knows every effect', () => {
  const effects = describeActions().filter(({ type }) => type === 'effect')
  expect(EFFECTS.map(({ action }) => action).sort()).toEqual(effects.map(({ name }) => name))
})

forEachEngine((_engine, open) => {
  describe('performed by several processes at once, which then end, and once more later', () => {
    it.each(EFFECTS)('$action has one result and its follow-ups once', async ({ by, after, tells }) => {
      const stores = await open()
      const first = actionWorld(stores)
      const what = await after(first)
      await first.workOff()
      const results = await Promise.all(Array.from({ length: 8 }, () => first.act(by, 'turn', what)))
      expect(results).toEqual(results.map(() => ({ ...results[0], ok: true })))
      await stores.close()

      const next = actionWorld(await open())
      const faults = await Promise.all([next.workOff(), next.workOff()])
      expect(faults).toEqual([[], []])
      expect(await next.act(by, 'turn', what)).toEqual(results[0])
      expect(await next.workOff()).toEqual([])
      expect((await next.rows()).map(({ to }) => to)).toEqual(tells)
      expect(await next.deps.stores.todos.open(10)).toEqual([])
    })
  })
})
