import { countFigures, type AskedFor, type FigureFacts } from '../../../src/blood/figures/count-figures'
import { aCamp, aDonation, anImpact, NOW } from '../../support/records'

const MINUTE = 60_000
const period = { from: '2026-01-01', to: '2026-01-31' }

function facts(override: Partial<FigureFacts> = {}): FigureFacts {
  return { period, donations: [], camps: [], requests: [], impacts: [], ...override }
}

function asked(minutes: number | undefined, reason?: 'met' | 'met_from_stock' | 'cancelled'): AskedFor {
  const state = reason
    ? ({ status: 'closed', closedAt: NOW, reason } as const)
    : ({ status: 'verified', at: NOW, by: 'c9', supply: 'alert' } as const)
  return {
    request: { state, verifiedAt: NOW },
    ...(minutes !== undefined && { firstYesAt: NOW + minutes * MINUTE }),
  }
}

describe('countFigures', () => {
  it('counts nothing where nothing happened, and says nothing of what nobody entered', () => {
    const { units, donations, camps, requests, patientsHelped } = countFigures(facts())
    expect([units.total, donations.total, camps.held, requests.raised]).toEqual([0, 0, 0, 0])
    expect([requests.minutesToFirstYes, patientsHelped]).toEqual([undefined, undefined])
  })

  it('has parts that sum up, also when one person gave twice', () => {
    const donations = [
      aDonation({ on: '2026-01-02', firstTime: true }),
      aDonation({ on: '2026-01-30', kind: 'plasma_apheresis' }),
      aDonation({ donorId: 'c3', category: 'police', kind: 'platelet_apheresis', firstTime: true }),
    ]
    const found = countFigures(facts({ donations }))
    const { total, whole_blood, plasma_apheresis, platelet_apheresis } = found.units
    expect([total, whole_blood, plasma_apheresis, platelet_apheresis]).toEqual([3, 1, 1, 1])
    const counts = { total: 3, people: 2, citizen: 2, police: 1, firstTime: 2, returning: 1 }
    expect(found.donations).toEqual(counts)
    expect(found.months).toEqual([{ month: '2026-01', units: 3 }])
  })

  it('shows the turn-out of each camp, of one nobody came to, and of one that the list names no more', () => {
    const camps = [aCamp({ id: 'empty', date: '2026-01-10' }), aCamp({ id: 'full', date: '2026-01-25' })]
    const donations = [
      aDonation({ campId: 'full' }),
      aDonation({ campId: 'full', donorId: 'c3' }),
      aDonation({ campId: 'gone', donorId: 'c4', on: '2026-01-05' }),
      aDonation({ donorId: 'c5' }),
    ]
    const { camps: found } = countFigures(facts({ camps, donations }))
    expect(found.each.map(({ id, donations }) => [id, donations])).toEqual([
      ['gone', 1],
      ['empty', 0],
      ['full', 2],
    ])
    expect([found.held, found.donations, found.units]).toEqual([3, 3, 3])
  })

  it('parts requests by what became of them, and takes the median of the waits', () => {
    const requests = [
      asked(5, 'met'),
      asked(65, 'met'),
      asked(20, 'cancelled'),
      asked(undefined, 'met_from_stock'),
      asked(undefined),
    ]
    const found = countFigures(facts({ requests })).requests
    const parts = { met: 2, metFromStock: 1, open: 1, endedOtherwise: 1 }
    expect(found).toEqual({ raised: 5, ...parts, minutesToFirstYes: 20 })
    expect(countFigures(facts({ requests: requests.slice(0, 2) })).requests.minutesToFirstYes).toBe(35)
  })

  it('adds up what was entered for camps, and not what a longer period holds already', () => {
    const camps = [anImpact({ campId: 'a' }), anImpact({ campId: 'b', patients: 3 })]
    expect(countFigures(facts({ impacts: camps })).patientsHelped).toBe(15)
    const month = anImpact({ ...period, patients: 14 })
    expect(countFigures(facts({ impacts: [...camps, month] })).patientsHelped).toBe(14)
  })
})
