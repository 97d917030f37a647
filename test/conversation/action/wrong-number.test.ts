import { forEachEngine } from '../../support/engines'
import { actionWorld, aNeed, aVolunteer, COORDINATOR, MOTHER } from './support/action-world'

forEachEngine((_engine, open) => {
  it('shows whoever has the number now nothing of the old person, and tells coordinators of the open request', async () => {
    const stores = await open()
    const world = actionWorld(stores)
    await world.act(MOTHER, 'need', aNeed())
    await world.act(MOTHER, 'volunteer', aVolunteer())
    await world.workOff()
    const contactId = await world.meet(MOTHER)
    const before = (await world.rows()).length
    for (let again = 0; again < 2; again++) await world.act(MOTHER, 'wrong', { action: 'wrong_number' })

    expect(await stores.requests.openOf(contactId)).toEqual([])
    expect(await stores.patients.ofGuardian(contactId)).toEqual([])
    expect(await stores.donors.get(contactId)).toBeUndefined()
    const contact = await stores.contacts.get(contactId)
    expect(contact).toMatchObject({ phone: MOTHER, consents: [] })
    expect(contact?.optOut).toBeDefined()
    const told = (await world.rows()).slice(before)
    expect(told.map(({ to }) => to)).toEqual([COORDINATOR])
    expect(told[0]?.body).not.toContain(MOTHER)
    // The need itself is not forgotten.
    expect(await stores.requests.open(9)).toHaveLength(1)
  })
})
