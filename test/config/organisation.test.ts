import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { loadOrganisation, OrganisationError } from '../../src/config/organisation'
import { gazetteer } from '../../src/conversation/input/gazetteer'

const FOLDER = resolve(__dirname, '../../organisation')
const LOCALES = ['en', 'hi', 'hi-Latn']

describe('the organisation files', () => {
  const organisation = loadOrganisation(FOLDER)
  const places = new Map(gazetteer().places.map((place) => [place.name, place]))

  it('give every hospital a blood centre that is listed, or none', () => {
    const centres = organisation.bloodCentres.map(({ name }) => name)
    const issuing = organisation.hospitals.flatMap(({ bloodCentre }) => bloodCentre ?? [])
    expect(issuing.filter((name) => !centres.includes(name))).toEqual([])
    expect(organisation.hospitals.some(({ bloodCentre }) => bloodCentre === undefined)).toBe(true)
  })

  it('call hospitals and blood centres by their names in the gazetteer', () => {
    const names = [...organisation.hospitals, ...organisation.bloodCentres].map(({ name }) => name)
    expect(
      names.filter((name) => !['hospital', 'blood_centre'].includes(places.get(name)?.kind ?? '')),
    ).toEqual([])
  })

  it('call the cities of the service area by their names in the gazetteer', () => {
    expect(organisation.serviceArea.filter((name) => places.get(name)?.kind !== 'city')).toEqual([])
  })

  it('name themselves and their camps in every language', () => {
    const texts = [
      organisation.name,
      organisation.city,
      ...organisation.camps.flatMap(({ name, place }) => [name, place]),
    ]
    expect(texts.map((text) => Object.keys(text).sort())).toEqual(texts.map(() => LOCALES))
  })

  it('show no number to families but those that every district has', () => {
    const { helpline, ambulance, healthLine } = organisation
    expect([helpline, ambulance, healthLine]).toEqual(['112', '108', '104'])
  })
})

describe('loadOrganisation', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'organisation-'))
    cpSync(FOLDER, folder, { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  function problemsAfter(file: string, change: (text: string) => string): readonly string[] {
    writeFileSync(join(folder, file), change(readFileSync(join(FOLDER, file), 'utf8')))
    try {
      loadOrganisation(folder)
    } catch (error) {
      if (error instanceof OrganisationError) return error.problems
      throw error
    }
    return []
  }

  it.each([
    {
      file: 'organisation.yaml',
      good: "helpline: '112'",
      bad: 'helpline: call us',
      problem: 'helpline: give a phone number in quotes, such as "112"',
    },
    {
      file: 'organisation.yaml',
      good: "from: '08:00'",
      bad: "from: '8'",
      problem: 'on_call.from: give a time in quotes, such as "09:30"',
    },
    {
      file: 'organisation.yaml',
      good: '  en: Kanpur',
      bad: '  fr: Kanpur',
      problem: 'city: give at least the English text (en)',
    },
    {
      file: 'organisation.yaml',
      good: 'stock_page:',
      bad: 'stock_pages:',
      problem: "the file: Unrecognized key(s) in object: 'stock_pages'",
    },
    {
      file: 'hospitals.yaml',
      good: 'LLR Hospital, blood_centre: GSVM Medical College',
      bad: 'LLR Hospital, blood_centre: GSVM',
      problem: 'LLR Hospital: blood-centres.yaml has no "GSVM"; add it there, or correct the name',
    },
    {
      file: 'hospitals.yaml',
      good: 'name: KPM Hospital',
      bad: 'name: LLR Hospital',
      problem: '"LLR Hospital" is there twice; keep one',
    },
    {
      file: 'camps.yaml',
      good: 'when: { sunday: 1 }',
      bad: 'when: { date: 2026-13-01 }',
      problem: '0.when.date: give a day that the calendar has, such as 2026-12-06',
    },
    {
      file: 'camps.yaml',
      good: "until: '16:00'",
      bad: "until: '09:00'",
      problem: '0: let `from` be earlier than `until`',
    },
    {
      file: 'certificate.yaml',
      good: 'languages: [hi, en]',
      bad: 'languages: [hi, en, hi-Latn]',
      problem: 'languages: give one or two languages',
    },
    {
      file: 'certificate.yaml',
      good: 'emblem: emblem.svg',
      bad: 'emblem: ../secret.png',
      problem: 'emblem: give the name of an SVG or PNG in organisation/',
    },
    {
      file: 'certificate.yaml',
      good: 'emblem: emblem.svg',
      bad: 'emblem: nowhere.png',
      problem: 'emblem: nowhere.png is no picture that can be read; put it into organisation/',
    },
    {
      file: 'certificate.yaml',
      good: '# signatory:',
      bad: 'signatory: { name: { hi: नाम }, office: { en: Officer } }\n#',
      problem: 'signatory.name: give at least the English text (en)',
    },
  ])('names the file, the key and the repair: $file with $bad', ({ file, good, bad, problem }) => {
    const problems = problemsAfter(file, (text) => text.replace(good, bad))
    expect(problems).toContain(`organisation/${file}: ${problem}`)
  })

  it('names every broken file at once', () => {
    writeFileSync(join(folder, 'camps.yaml'), 'camps: [')
    const problems = problemsAfter('hospitals.yaml', () => 'none')
    expect(problems.map((line) => line.split(':')[0])).toEqual([
      'organisation/hospitals.yaml',
      'organisation/camps.yaml',
    ])
  })

  it('says that a missing file is missing', () => {
    rmSync(join(folder, 'camps.yaml'))
    expect(problemsAfter('hospitals.yaml', (text) => text)).toEqual([
      'organisation/camps.yaml: cannot be read; put the file there (the project has one for Kanpur)',
    ])
  })
})
