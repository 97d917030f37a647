import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

const SRC = resolve(__dirname, '../src')

/**
 * Which folder may import which (besides itself). Longer paths win, so that a part of a folder may have rules of its own.
 * Imports point inward; storage implements what the inner folders ask for; only compose.ts knows everybody.
 */
const ALLOWED: { readonly [part: string]: readonly string[] } = {
  base: [],
  contacts: ['base', 'messaging'],
  files: ['base'],
  messaging: ['base', 'contacts'],
  schedule: ['base'],
  blood: ['base', 'contacts', 'messaging'],
  certificates: ['base', 'blood'],
  config: ['base', 'blood'],
  conversation: ['base', 'blood', 'certificates', 'contacts', 'files', 'messaging', 'schedule'],
  channels: ['base', 'contacts', 'files', 'messaging'],
  storage: ['base', 'blood', 'certificates', 'contacts', 'conversation', 'files', 'messaging', 'schedule'],
  web: ['base', 'blood', 'certificates', 'contacts', 'conversation', 'files', 'messaging'],
  cli: ['*'],
  compose: ['*'],
  'compose.ts': ['*'],
  'main.ts': ['*'],
}

/** Packages that only one part may import: each is behind a wall of ours. */
const WALLS: readonly { readonly packages: RegExp; readonly only: RegExp }[] = [
  { packages: /^botbuilder/, only: /^conversation\/bot\// },
  { packages: /^mongoose|^mongodb/, only: /^storage\/mongo\// },
  { packages: /^lmdb/, only: /^storage\/(embedded|spool)\// },
  { packages: /^twilio/, only: /^(channels\/|cli\/send\.ts)/ },
  { packages: /^rate-limiter/, only: /^storage\// },
  { packages: /^express/, only: /^(channels|web|compose)/ },
  { packages: /^i18next/, only: /^conversation\/text\// },
  { packages: /^pdfkit|^svg-to-pdfkit|^qrcode/, only: /^certificates\/paper\// },
  { packages: /^pino/, only: /^base\/logger\.ts/ },
]

/** Words of source text that only one part may hold. */
const RESERVED: readonly { readonly text: RegExp; readonly only: RegExp; readonly why: string }[] = [
  { text: /\bprocess\.env\b/, only: /^config\//, why: 'the environment is read in config' },
  { text: /\bDate\.now\(|\bnew Date\(\)/, only: /^base\//, why: 'time comes from a Clock' },
  {
    text: /\bMath\.random\(|\brandom(Bytes|UUID|Int)\(/,
    only: /^base\//,
    why: 'randomness comes from a Random',
  },
  { text: /\bset(Timeout|Interval)\(/, only: /^base\//, why: 'waiting goes through a Clock' },
]

interface Source {
  readonly path: string
  readonly text: string
  readonly imports: readonly string[]
}

const sources: readonly Source[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(join(SRC, path), 'utf8')
    const imports = [...text.matchAll(/^(?:import|export|\}) ?(?:.* )?from '([^']+)'/gm)]
    const dynamic = [...text.matchAll(/\b(?:import|require)\('([^']+)'\)/g)]
    return { path, text, imports: [...imports, ...dynamic].map((match) => match[1] ?? '') }
  })

const paths = new Set(sources.map(({ path }) => path))

function partOf(path: string): string {
  const parts = Object.keys(ALLOWED).filter((part) => path === part || path.startsWith(`${part}/`))
  return parts.sort((a, b) => b.length - a.length)[0] ?? `${path} (in no part of the table)`
}

function target(from: string, specifier: string): string {
  const path = relative(SRC, resolve(SRC, dirname(from), specifier))
  return paths.has(`${path}.ts`) ? `${path}.ts` : path
}

function inner(source: Source): string[] {
  return source.imports.filter((one) => one.startsWith('.')).map((one) => target(source.path, one))
}

describe('the architecture', () => {
  it('has imports only as the table allows', () => {
    const wrong = sources.flatMap((source) => {
      const from = partOf(source.path)
      const allowed = ALLOWED[from] ?? []
      return inner(source)
        .filter((to) => partOf(to) !== from && !allowed.includes('*') && !allowed.includes(partOf(to)))
        .map((to) => `${source.path} -> ${to}`)
    })
    expect(wrong).toEqual([])
  })

  it('has no import cycle', () => {
    const graph = new Map(sources.map((source) => [source.path, inner(source)]))
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (path: string, above: readonly string[]): void => {
      if (above.includes(path)) cycles.push([...above.slice(above.indexOf(path)), path].join(' -> '))
      if (done.has(path) || above.includes(path)) return
      for (const next of graph.get(path) ?? []) visit(next, [...above, path])
      done.add(path)
    }
    for (const path of graph.keys()) visit(path, [])
    expect(cycles).toEqual([])
  })

  it('keeps each library behind its wall', () => {
    const through = sources.flatMap(({ path, imports }) =>
      imports
        .filter((one) => WALLS.some(({ packages, only }) => packages.test(one) && !only.test(path)))
        .map((one) => `${path} imports ${one}`),
    )
    expect(through).toEqual([])
  })

  it.each(RESERVED)('$why', ({ text, only }) => {
    const wrong = sources.filter((source) => !only.test(source.path) && text.test(source.text))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })
})
