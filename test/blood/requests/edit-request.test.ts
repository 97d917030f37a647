import { editRequest } from '../../../src/blood/requests/edit-request'
import { aRequest, NOW } from '../../support/records'

const BEFORE = aRequest({ bloodCentre: 'LLR Hospital', outsideServiceArea: false })

describe('a correction of a request', () => {
  it('changes what it names and nothing else', () => {
    expect(editRequest(BEFORE, { units: 3 })).toEqual({
      ok: true,
      request: { ...BEFORE, units: 3 },
    })
  })

  it('brings a new hospital with the centre that issues there', () => {
    const hospital = {
      place: { name: 'Regency Hospital' },
      bloodCentre: 'Regency Hospital',
      outsideServiceArea: false,
    }
    expect(editRequest(BEFORE, { hospital })).toMatchObject({
      request: { hospital: { name: 'Regency Hospital' }, bloodCentre: 'Regency Hospital' },
    })
  })

  it('keeps the centre that a coordinator named when the new hospital has none of its own', () => {
    const hospital = { place: { asWritten: 'Sharma Nursing Home' }, outsideServiceArea: false }
    expect(editRequest(BEFORE, { hospital })).toMatchObject({ request: { bloodCentre: 'LLR Hospital' } })
  })

  it('names no centre of ours for a hospital elsewhere', () => {
    const hospital = { place: { name: 'KGMU' }, outsideServiceArea: true }
    const edited = editRequest(BEFORE, { hospital })
    expect(edited.ok && edited.request).not.toHaveProperty('bloodCentre')
  })

  it('leaves a closed request as it is', () => {
    const closed = aRequest({ state: { status: 'closed', closedAt: NOW, reason: 'met' } })
    expect(editRequest(closed, { units: 3 })).toEqual({ ok: false, reason: 'closed' })
  })
})
