import { openPlaces } from '../../src/blood/alerts/places'
import { describeEngine } from '../support/engines'
import { NOW } from '../support/records'
import { storeContract } from './contract/store-contract'

describeEngine('mongo', storeContract)

describeEngine('mongo', (open) => {
  it('confirms exactly three of 2,000 who say yes at once to two processes', async () => {
    const [one, other] = [await open(), await open()]
    await one.places.open(openPlaces('r1', 2, 3))
    const answers = await Promise.all(
      Array.from({ length: 2_000 }, (_, nth) => {
        const claim = { donorId: `d${nth}`, at: NOW + nth, todo: [] }
        return (nth % 2 === 0 ? one : other).places.claim(`k${nth}`, 'r1', claim)
      }),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(3)
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'full')).toHaveLength(1_997)
    const stored = await other.places.get('r1')
    expect([stored?.pledges.length, stored?.standby.length]).toEqual([3, 20])
  })

  it('gives the last place to one of many who come back at once from standby', async () => {
    const { places } = await open()
    await places.open(openPlaces('r1', 1, 1))
    const donors = Array.from({ length: 12 }, (_, nth) => `d${nth}`)
    for (const donorId of donors) await places.claim(`k ${donorId}`, 'r1', { donorId, at: NOW, todo: [] })
    const out = { event: 'withdraws', by: 'donor', at: NOW, placesFor: () => 1, todo: [] } as const
    await places.move('out', 'r1', { ...out, donorId: 'd0' })
    const again = await Promise.all(
      donors
        .slice(1)
        .map((donorId) => places.claim(`again ${donorId}`, 'r1', { donorId, at: NOW, todo: [] })),
    )
    expect(again.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await places.get('r1'))?.standby).toHaveLength(10)
  })
})
