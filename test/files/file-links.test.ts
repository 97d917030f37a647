import { createFileLinks } from '../../src/files/file-links'

const NOW = Date.UTC(2026, 10, 24, 4, 30)
const DAY = 86_400_000
const links = createFileLinks({ publicUrl: 'https://saathi.example.org', secret: 's'.repeat(32) })

function queryOf(link: string): { readonly id: string; readonly expiry: string; readonly signature: string } {
  const url = new URL(link)
  return {
    id: url.pathname.split('/').at(-1) ?? '',
    expiry: url.searchParams.get('e') ?? '',
    signature: url.searchParams.get('s') ?? '',
  }
}

describe('a link to a file', () => {
  const good = queryOf(links.linkTo('f1', NOW))

  it('is below our own address and opens the file for a day', () => {
    expect(links.linkTo('f1', NOW)).toMatch(
      /^https:\/\/saathi\.example\.org\/files\/f1\?e=\d{10}&s=[\w-]{43}$/,
    )
    expect(links.check('f1', good, NOW)).toBe('good')
    expect(links.check('f1', good, NOW + DAY)).toBe('good')
    expect(links.check('f1', good, NOW + DAY + 1000)).toBe('expired')
  })

  it.each([
    ['another file', 'f2', good],
    ['a later end', 'f1', { ...good, expiry: String(Number(good.expiry) + 1) }],
    ['the same end, written otherwise', 'f1', { ...good, expiry: `0${good.expiry}` }],
    ['no signature', 'f1', { ...good, signature: '' }],
    ['half a signature', 'f1', { ...good, signature: good.signature.slice(0, 20) }],
    ['another case', 'f1', { ...good, signature: good.signature.toLowerCase() }],
  ])('does not open %s', (_what, id, query) => expect(links.check(id, query, NOW)).toBe('forged'))

  it('does not open with another secret', () => {
    const other = createFileLinks({ publicUrl: 'https://saathi.example.org', secret: 't'.repeat(32) })
    expect(other.check('f1', good, NOW)).toBe('forged')
  })
})
