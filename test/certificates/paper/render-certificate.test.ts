import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import type { Organisation } from '../../../src/blood/organisation/organisation'
import type { Certificate } from '../../../src/certificates/certificate'
import { renderCertificate } from '../../../src/certificates/paper/render-certificate'
import { paperOf } from '../../../src/conversation/certificates/paper-of'
import { aCertificate, paperDeps } from '../../support/certificates'
import { describePages, difference, looksLike, pagesOf } from '../../support/poppler'

const render = (
  change: Partial<Certificate> = {},
  organisation: Partial<Organisation> = {},
): Promise<Uint8Array> => renderCertificate(paperOf(aCertificate(change), paperDeps(organisation)))

/** The file of a page, made once. */
const made = new Map<string, Promise<Uint8Array>>()
function fileOf({ page, of, by }: Page): Promise<Uint8Array> {
  const file = made.get(page) ?? render(of, by)
  made.set(page, file)
  return file
}

const SIGNATORY = {
  name: { en: 'Asha Verma', hi: 'आशा वर्मा' },
  office: { en: 'Commissioner of Police, Kanpur Nagar', hi: 'पुलिस आयुक्त, कानपुर नगर' },
}
const LONG_PLACE = {
  en: 'Ganesh Shankar Vidyarthi Memorial Medical College and associated Lala Lajpat Rai hospital, Swaroop Nagar, Kanpur',
  hi: 'गणेश शंकर विद्यार्थी स्मारक चिकित्सा महाविद्यालय एवं संबद्ध लाला लाजपत राय चिकित्सालय, स्वरूप नगर, कानपुर',
}

interface Page {
  readonly page: string
  readonly of: Partial<Certificate>
  readonly by?: Partial<Organisation>
}

/** Each was looked at before it was stored: `UPDATE_PAGES=1` stores them anew. */
const PAGES: readonly Page[] = [
  { page: 'ordinary', of: { name: 'राम कुमार वर्मा' } },
  { page: 'latin', of: { name: 'Ramesh Chandra Gupta', kind: 'plasma_apheresis', category: 'police' } },
  { page: 'single-word', of: { name: 'Salma' } },
  { page: 'conjuncts', of: { name: 'श्री क्षितिज त्रिपाठी, अर्थशास्त्री' } },
  { page: 'more-conjuncts', of: { name: 'ज्ञानेश्वर द्विवेदी कार्तिकेय सिंह कृष्ण' } },
  { page: 'mixed', of: { name: 'Ram प्रसाद Yadav श्रीवास्तवJr.' } },
  {
    page: 'very-long',
    of: { name: 'श्रीमती लक्ष्मी नारायणी देवी राजराजेश्वरी त्रिवेदी पार्थसारथी उपाध्याय कुलश्रेष्ठ शर्मा' },
  },
  { page: 'one-long-word', of: { name: `W${'w'.repeat(79)}` } },
  {
    page: 'long-place',
    of: { name: 'Mohammed Abdul Rahman Khan', place: LONG_PLACE, units: 2, kind: 'platelet_apheresis' },
  },
  {
    page: 'signed',
    of: { name: 'सीमा यादव' },
    by: { certificate: { languages: ['en', 'hi'], signatory: SIGNATORY } },
  },
]

describe('a certificate', () => {
  it('has the same bytes whenever it is made', async () => {
    const first = Buffer.from(await render())
    const again = await Promise.all(Array.from({ length: 4 }, () => render()))
    for (const bytes of again) expect(first.equals(bytes)).toBe(true)
    expect(first.equals(await render({ name: 'राम कुमारी' }))).toBe(false)
    expect(first.toString('latin1')).toContain('(D:20260126')
  })

  it('is small enough for any phone, whatever stands on it', async () => {
    for (const page of PAGES) expect((await fileOf(page)).length).toBeLessThan(120_000)
  })

  it('can be in one language', async () => {
    const bytes = await render({}, { certificate: { languages: ['hi-Latn'] } })
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')
  })
})

describePages('the page of a certificate', () => {
  const stored = (page: string): string => join(__dirname, 'pages', `${page}.png`)
  const read = (page: string): PNG => PNG.sync.read(readFileSync(stored(page)))

  it.each(PAGES)('looks as it did when it was read: $page', async (one) => {
    const { page } = one
    const pages = pagesOf(await fileOf(one))
    expect(pages).toHaveLength(1)
    const [drawn] = pages
    if (!drawn) throw new Error('no page')
    if (process.env['UPDATE_PAGES'] === '1' || !existsSync(stored(page)))
      writeFileSync(stored(page), PNG.sync.write(drawn, { colorType: 0 }))
    expect(difference(drawn, read(page))).toBeLessThanOrEqual(0.001)
  })

  it.each([
    ['a conjunct that falls apart', { name: 'श्री क्\u200cषितिज त्\u200cरिपाठी, अर्थशास्त्री' }],
    ['one letter more', { name: 'श्री क्षितिज त्रिपाठीी, अर्थशास्त्री' }],
    ['another day', { name: 'श्री क्षितिज त्रिपाठी, अर्थशास्त्री', on: '2026-02-27' }],
  ])('would not look so with %s', async (_what, change) => {
    const [drawn] = pagesOf(await render(change))
    expect(drawn && looksLike(drawn, read('conjuncts'))).toBe(false)
  })

  it('keeps inside its frame what is long', async () => {
    for (const one of PAGES) {
      const { page } = one
      const [drawn] = pagesOf(await fileOf(one))
      if (!drawn) throw new Error('no page')
      expect([
        page,
        inkBetween(drawn, 32, 44),
        inkBetween(drawn, drawn.width - 44, drawn.width - 32),
      ]).toEqual([page, 0, 0])
    }
  })
})

/** Dark dots in these columns, beside the frame's own lines at top and bottom. */
function inkBetween({ width, height, data }: PNG, from: number, to: number): number {
  let ink = 0
  for (let y = 40; y < height - 40; y++)
    for (let x = from; x < to; x++) if ((data[4 * (y * width + x)] ?? 255) < 200) ink++
  return ink
}
