import { gazetteer, GazetteerError, parsePlaces } from '../../../src/conversation/input/gazetteer'
import { place } from '../../../src/conversation/input/place'

const { places, ordinaryWords } = gazetteer()
const read = (text: string): string | undefined => place(text, { now: 0, timeZone: 'Asia/Kolkata' })

describe('the gazetteer', () => {
  it('gives every place one name', () => {
    const names = places.map((one) => one.name)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it('finds every place by each of its names', () => {
    const lost = places.flatMap((one) =>
      [one.name, ...one.aliases, ...(one.sharedAliases ?? [])]
        .filter((name) => read(name) !== one.name)
        .map((name) => `${name} gives ${read(name) ?? 'nothing'}, not ${one.name}`),
    )
    expect(lost).toEqual([])
  })

  it('holds Kanpur in detail and the larger cities of the country', () => {
    expect(places.filter((one) => one.city === 'Kanpur').length).toBeGreaterThan(120)
    expect(places.filter((one) => one.kind === 'city').length).toBeGreaterThan(200)
  })

  it('writes down no telephone numbers', () => {
    expect(JSON.stringify(places)).not.toMatch(/\d{7,}/)
  })

  it('takes no ordinary word for a place unless it is said alone', () => {
    const taken = ordinaryWords.filter((word) => read(`mera ${word} hai`) !== undefined)
    expect(taken).toEqual([])
  })
})

describe('parsePlaces', () => {
  const city = { name: 'Kanpur', kind: 'city', aliases: ['कानपुर'] }

  it('takes a city without a city', () => {
    expect(parsePlaces('places/a.json', [city])).toEqual([city])
  })

  it.each([
    ['no list', {}, 'must be a list'],
    ['no name', [{ kind: 'city', aliases: [] }], 'entry 1 needs a name'],
    ['an unknown kind', [{ ...city, kind: 'town' }], '"Kanpur" needs a name, a kind'],
    ['an empty alias', [{ ...city, aliases: [''] }], '"Kanpur" needs a name, a kind'],
    ['a hospital nowhere', [{ ...city, kind: 'hospital' }], 'needs the city it is in'],
  ])('names the file and the entry for %s', (_fact, content, message) => {
    expect(() => parsePlaces('places/a.json', content)).toThrow(GazetteerError)
    expect(() => parsePlaces('places/a.json', content)).toThrow(`places/a.json: `)
    expect(() => parsePlaces('places/a.json', content)).toThrow(message)
  })
})
