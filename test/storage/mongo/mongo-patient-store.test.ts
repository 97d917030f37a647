import type { Connection } from 'mongoose'
import { connect } from '../../../src/storage/mongo/connect'
import { mongoPatients, mongoPatientStore } from '../../../src/storage/mongo/mongo-patient-store'
import { describeEngine, mongoTestUri } from '../../support/engines'
import { aClaim, aPatient } from '../../support/records'

describeEngine('mongo', (open) => {
  describe('decideClaim', () => {
    let connection: Connection
    beforeEach(async () => {
      connection = await connect(mongoTestUri() ?? '')
    })
    afterEach(() => connection.close())

    it.each([
      ['once', [['newer', 'older']]],
      [
        'twice',
        [
          ['newer', 'older'],
          ['older', 'oldest'],
        ],
      ],
    ])(
      'links the contact that stays when the claimant is joined %s between its writes',
      async (_times, joins) => {
        const elsewhere = await open()
        await elsewhere.patients.add(aPatient({ guardians: ['mother'] }))
        await elsewhere.patients.addClaim(aClaim({ contactId: 'newer' }))
        const patients = mongoPatients(connection)
        const left = [...joins]
        const store = mongoPatientStore(connection, {
          ...patients,
          // The claim is decided, its guardian not written yet.
          change: async (id, to) => {
            const [from = '', into = ''] = left.shift() ?? []
            if (from !== '') await elsewhere.repoint(from, into)
            return patients.change(id, to)
          },
        })
        expect(await store.decideClaim(aClaim().id, 'link')).toBe(true)
        const stays = joins.at(-1)?.[1] ?? ''
        expect((await elsewhere.patients.get(aPatient().id))?.guardians).toEqual(['mother', stays])
        expect((await elsewhere.patients.ofGuardian(stays)).map(({ id }) => id)).toEqual([aPatient().id])
      },
    )
  })
})
