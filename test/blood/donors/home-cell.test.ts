import { kilometresBetween } from '../../../src/blood/alerts/distance'
import { cellsWithin, homeCell, UNKNOWN_HOME } from '../../../src/blood/donors/home-cell'

const CENTRE = { lat: 26.4811, lon: 80.3077 }

describe('the cells within so many kilometres', () => {
  it.each([5, 10, 40])('hold every home that is %s km away or nearer', (km) => {
    const cells = new Set(cellsWithin(CENTRE, km).map(({ cell }) => cell))
    for (let north = -0.4; north <= 0.4; north += 0.013) {
      for (let east = -0.45; east <= 0.45; east += 0.017) {
        const home = { lat: CENTRE.lat + north, lon: CENTRE.lon + east }
        if (kilometresBetween(CENTRE, home) <= km) expect(cells).toContain(homeCell(home))
      }
    }
  })

  it('begin with the one of the centre, and never with farther ones', () => {
    const cells = cellsWithin(CENTRE, 20)
    expect(cells[0]).toEqual({ cell: homeCell(CENTRE), km: 0 })
    expect(cells.map(({ km }) => km)).toEqual(cells.map(({ km }) => km).sort((a, b) => a - b))
    expect(cells.length).toBeLessThan(90)
  })

  it('are none of those for homes that nobody knows', () => {
    expect(homeCell(undefined)).toBe(UNKNOWN_HOME)
    expect(cellsWithin(CENTRE, 40).map(({ cell }) => cell)).not.toContain(UNKNOWN_HOME)
  })
})
