import { resolve } from 'node:path'
import { locate } from '../../../src/blood/organisation/service-area'
import type { Place } from '../../../src/blood/requests/blood-request'
import { loadOrganisation } from '../../../src/config/organisation'
import { findPlace } from '../../../src/conversation/action/find-place'

const organisation = loadOrganisation(resolve(__dirname, '../../../organisation'))

describe('where a place lies', () => {
  it.each<{ readonly place: Place; readonly area: string; readonly centre?: string; readonly why: string }>([
    {
      why: 'its own centre',
      place: { name: 'Regency Hospital' },
      area: 'inside',
      centre: 'Regency Hospital',
    },
    { why: 'the college’s', place: { name: 'LLR Hospital' }, area: 'inside', centre: 'GSVM Medical College' },
    { why: 'nobody asked yet', place: { name: 'KPM Hospital' }, area: 'inside' },
    { why: 'no list has it', place: { name: 'Panacea Hospital' }, area: 'inside' },
    {
      why: 'a centre itself',
      place: { name: 'IMA Charitable Blood Bank' },
      area: 'inside',
      centre: 'IMA Charitable Blood Bank',
    },
    { why: 'a quarter of the city', place: { name: 'Kidwai Nagar' }, area: 'inside' },
    { why: 'the city', place: { name: 'Kanpur' }, area: 'inside' },
    { why: 'a town of a district inside', place: { name: 'Pukhrayan' }, area: 'inside' },
    { why: 'a town of its own', place: { name: 'Unnao' }, area: 'inside' },
    { why: 'another city’s hospital', place: { name: "King George's Medical University" }, area: 'outside' },
    { why: 'its namesake elsewhere', place: { name: 'Regency Hospital Lucknow' }, area: 'outside' },
    { why: 'another city', place: { name: 'Mumbai' }, area: 'outside' },
    { why: 'a name that no list knows', place: { name: 'Nowhere' }, area: 'inside' },
    { why: 'as the family wrote it', place: { asWritten: 'शर्मा नर्सिंग होम' }, area: 'inside' },
  ])('$place: $area, $why', ({ place, area, centre }) => {
    expect(locate(place, { organisation, findPlace })).toEqual({
      area,
      ...(centre && { bloodCentre: centre }),
    })
  })

  it('ends where places lie in each other', () => {
    const round = (name: string) => ({ name, within: name === 'A' ? 'B' : 'A' })
    expect(locate({ name: 'A' }, { organisation, findPlace: round })).toEqual({ area: 'outside' })
  })
})
