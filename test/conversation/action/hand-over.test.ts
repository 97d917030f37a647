import { DAY } from '../../../src/base/clock'
import { forEachEngine } from '../../support/engines'
import { actionWorld, aNeed, COORDINATOR, MOTHER, NOW, SENDER, textIn } from './support/action-world'

const ASK = {
  action: 'hand_over',
  args: { reason: 'asked' },
  context: { text: 'किसी से बात करनी है' },
} as const

forEachEngine((_engine, open) => {
  describe('hand_over', () => {
    it('promises a time, keeps what was written, and tells coordinators whom to call and how to answer', async () => {
      const stores = await open()
      const world = actionWorld(stores)
      const result = await world.act(MOTHER, 'k1', ASK)
      expect(result).toMatchObject({ ok: true, values: { answer_by: '12:00', helpline: '112' } })
      const code = textIn(result, 'code')
      expect(await stores.handOvers.byCode(code)).toMatchObject({
        reason: 'asked',
        excerpt: 'किसी से बात करनी है',
      })
      await world.workOff()
      const [told] = await world.rows()
      expect(told).toMatchObject({ to: COORDINATOR, purpose: 'coordinator' })
      expect(told?.body).toContain(`#${code}`)
      expect(told?.body).toContain('98111 11111')
      expect(told?.body).toContain('किसी से बात करनी है')
    })

    it('is one hand-over when its turn is performed again', async () => {
      const world = actionWorld(await open())
      const first = await world.act(MOTHER, 'k1', ASK)
      expect(await world.act(MOTHER, 'k1', ASK)).toEqual(first)
      await world.workOff()
      expect(await world.rows()).toHaveLength(1)
    })

    it('names another number to call, and the request it is about', async () => {
      const world = actionWorld(await open())
      const request = await world.act(MOTHER, 'k0', aNeed())
      const args = { reason: 'asked', phone: '+919833333333', request: textIn(request, 'id') }
      await world.act(MOTHER, 'k1', { ...ASK, args, context: { text: '3 यूनिट चाहिए' } })
      await world.workOff()
      const told = (await world.rows()).at(-1)
      expect(told?.body).toContain('98333 33333')
      expect(told?.body).toContain(`${textIn(request, 'code')}: 3 यूनिट चाहिए`)
    })

    it('writes no word of the person into an SMS', async () => {
      const world = actionWorld(await open(), { senders: { sms: SENDER } })
      await world.act(MOTHER, 'k1', ASK)
      await world.workOff()
      const [told] = await world.rows()
      expect(told?.channel).toBe('sms')
      expect(told?.body).not.toContain('किसी से बात')
      expect(told?.body).toContain('98111 11111')
    })

    it('keeps at most 500 characters, none of them torn', async () => {
      const world = actionWorld(await open())
      const result = await world.act(MOTHER, 'k1', { ...ASK, context: { text: '🩸'.repeat(600) } })
      const kept = await world.deps.stores.handOvers.byCode(textIn(result, 'code'))
      expect(kept?.excerpt).toBe('🩸'.repeat(500))
    })

    it('gives the helpline where nobody is there, and keeps nothing', async () => {
      const world = actionWorld(await open(), { coordinators: [] })
      const nobody = { ok: false, reason: 'nobody', values: { helpline: '112' } }
      expect(await world.act(MOTHER, 'k1', ASK)).toEqual(nobody)
      expect(await world.deps.stores.todos.open(10)).toEqual([])
    })
  })

  describe('answer_hand_over', () => {
    const answerWith = (code: unknown, text: string) => ({ action: 'answer_hand_over', args: { code, text } })

    it('carries the answer once into the person’s own conversation, in the person’s language', async () => {
      const world = actionWorld(await open())
      const code = (await world.act(MOTHER, 'k1', ASK)).values?.['code']
      const answer = answerWith(code, 'हम 11 बजे फ़ोन करेंगे')
      expect(await world.act(COORDINATOR, 'c1', answer)).toEqual({ ok: true, values: { code } })
      expect(await world.act(COORDINATOR, 'c1', answer)).toEqual({ ok: true, values: { code } })
      await world.workOff()
      const answers = (await world.rows()).filter(({ purpose }) => purpose === 'reply')
      expect(answers).toMatchObject([
        { to: MOTHER, from: SENDER, channel: 'whatsapp', notBefore: NOW, notAfter: NOW + DAY },
      ])
      expect(answers[0]?.body).toBe('हमारी टीम का जवाब:\nहम 11 बजे फ़ोन करेंगे')
    })

    it('sends a long answer in several messages, in order', async () => {
      const world = actionWorld(await open())
      const code = (await world.act(MOTHER, 'k1', ASK)).values?.['code']
      await world.act(COORDINATOR, 'c1', answerWith(code, 'बहुत लंबी बात। '.repeat(120)))
      await world.workOff()
      const answers = (await world.rows()).filter(({ purpose }) => purpose === 'reply')
      expect(answers.map(({ seq }) => seq)).toEqual([0, 1])
      expect(answers[0]?.lane).toBe(answers[1]?.lane)
      expect(answers.every(({ body }) => body.length <= 1600)).toBe(true)
    })

    it('takes no answer from others, by SMS, or to a code that is not there', async () => {
      const world = actionWorld(await open())
      const code = (await world.act(MOTHER, 'k1', ASK)).values?.['code']
      const refused = { ok: false, reason: 'not_coordinator' }
      expect(await world.act(MOTHER, 'm1', answerWith(code, 'x'))).toEqual(refused)
      const bySms = { ...answerWith(code, 'x'), context: { channel: 'sms' } } as const
      expect(await world.act(COORDINATOR, 'c1', bySms)).toEqual(refused)
      const unknown = await world.act(COORDINATOR, 'c2', answerWith('ZZZZ', 'x'))
      expect(unknown).toEqual({ ok: false, reason: 'unknown_code' })
    })
  })

  describe('opt_out', () => {
    const STOP = { action: 'opt_out', context: { text: 'बंद करो' } }

    it('holds on all channels, and is taken back by opt_in', async () => {
      const world = actionWorld(await open())
      const state = () => world.act(MOTHER, 'look', { action: 'opt_state' })
      expect(await state()).toEqual({ ok: true })
      expect(await world.act(MOTHER, 'k1', STOP)).toEqual({ ok: true })
      expect(await state()).toEqual({ ok: false, reason: 'opted_out' })
      expect(await world.act(MOTHER, 'k2', { action: 'opt_in' })).toEqual({ ok: true })
      expect(await state()).toEqual({ ok: true })
    })

    it('with a request open makes a coordinator call, once, and offers no way to write to the person', async () => {
      const world = actionWorld(await open())
      const code = textIn(await world.act(MOTHER, 'k1', aNeed()), 'code')
      await world.workOff()
      for (let nth = 0; nth < 2; nth++) {
        await world.act(MOTHER, 'k2', STOP)
        await world.workOff()
      }
      const [, told, ...more] = await world.rows()
      expect(more).toEqual([])
      expect(told?.body).toContain(code)
      expect(told?.body).toContain('98111 11111')
      expect(told?.body).not.toContain('#')
    })

    it('without an open request tells nobody', async () => {
      const world = actionWorld(await open())
      await world.act(MOTHER, 'k1', STOP)
      await world.workOff()
      expect(await world.rows()).toEqual([])
    })

    it('leaves news of one’s own request to a yes of its own, and of no other', async () => {
      const world = actionWorld(await open())
      const { id } = (await world.act(MOTHER, 'k1', aNeed())).values ?? {}
      await world.act(MOTHER, 'k2', STOP)
      const permit = { action: 'permit_news', args: { request: id } }
      expect(await world.act(MOTHER, 'k3', permit)).toEqual({ ok: true })
      expect((await world.deps.stores.contacts.find(MOTHER))?.newsDespiteOptOut).toEqual([id])
      await expect(world.act(COORDINATOR, 'k4', permit)).rejects.toThrow('somebody else')
    })
  })

  describe('cancel_request', () => {
    it('closes the contact’s own request once and tells coordinators', async () => {
      const world = actionWorld(await open())
      const raised = await world.act(MOTHER, 'k1', aNeed())
      const [id, code] = [textIn(raised, 'id'), textIn(raised, 'code')]
      await world.workOff()
      const cancel = { action: 'cancel_request', args: { request: id } }
      expect(await world.act(COORDINATOR, 'x', cancel)).toEqual({ ok: false, reason: 'not_open' })
      expect(await world.act(MOTHER, 'k2', cancel)).toEqual({ ok: true, values: { code } })
      expect(await world.act(MOTHER, 'k2', cancel)).toEqual({ ok: true, values: { code } })
      expect(await world.act(MOTHER, 'k3', cancel)).toEqual({ ok: false, reason: 'not_open' })
      await world.workOff()
      expect((await world.rows()).map(({ body }) => body.includes(code))).toEqual([true, true])
    })
  })
})
