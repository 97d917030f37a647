import { testWorld, type TestWorld } from '../support/transcript-world'

const MOTHER = '+919876543210'
const COORDINATOR = '+919800000009'
const REQUEST = ['I need blood B+ 2 units at Hallet tomorrow', '1', '2', 'RK', '7', '1', '2', '1', 'yes']

describe('a person who blocked us', () => {
  let world: TestWorld

  beforeEach(async () => {
    world = await testWorld({
      now: Date.parse('2026-11-24T09:00+05:30'),
      tellOfReplies: true,
      env: { COORDINATORS: COORDINATOR, DEFAULT_LOCALE: 'en' },
    })
  })
  afterEach(() => world.close())

  const told = () =>
    world.standIn.messages.filter(({ to, body }) => to.endsWith(COORDINATOR) && /no more messages/.test(body))

  it('with a request open is called by a coordinator, when the answer to their message comes back', async () => {
    const phone = world.standIn.phone({ channel: 'whatsapp', number: MOTHER })
    for (const text of REQUEST) {
      await phone.send(text)
      await world.settle()
    }
    expect(phone.inbox.at(-1)).toMatchObject({
      via: 'twiml',
      text: expect.stringContaining('Your code') as unknown,
    })
    world.standIn.faults.onDelivery(MOTHER, 63033)
    for (const text of ['status', 'help']) {
      await phone.send(text)
      await world.settle()
    }
    expect(told()).toHaveLength(1)
  })
})
