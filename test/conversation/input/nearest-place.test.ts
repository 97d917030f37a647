import { nearestPlace } from '../../../src/conversation/input/nearest-place'

const HALLET = { latitude: 26.4811, longitude: 80.3077 }

describe('nearestPlace', () => {
  it.each([
    ['at its gate', HALLET, 'LLR Hospital'],
    ['a hundred metres north', { ...HALLET, latitude: 26.482 }, 'LLR Hospital'],
    ['nearer to its neighbour', { latitude: 26.4812, longitude: 80.304 }, 'LPS Institute of Cardiology'],
    ['half a kilometre away', { ...HALLET, latitude: 26.4861 }, undefined],
    ['in Mumbai', { latitude: 19.07, longitude: 72.87 }, undefined],
  ])('of a hospital, %s', (_where, point, name) =>
    expect(nearestPlace(point, { kinds: ['hospital'], within: 300 })?.name).toBe(name),
  )

  it('gives only the kinds that are asked for', () => {
    expect(nearestPlace(HALLET, { kinds: ['locality'], within: 300 })).toBeUndefined()
  })
})
