import type { Placeholder } from '../../text/template'
import type { Json } from '../../turn/conversation'

type Values = { readonly [name: string]: Json }

const PATIENTS: Json = [{ id: 'sample', title: 'R.K., B+' }]
const CAMP: Json = {
  name: 'Police Lines Camp',
  place: 'Police Lines, Kanpur',
  date: '2026-11-25',
  from: '10:00',
  until: '16:00',
}
const HELD_CAMP: Json = { code: 'X4K7', place: 'Police Lines, Kanpur', date: '2026-11-25' }
const REQUEST: Json = {
  id: 'sample',
  title: 'R.K., B+',
  code: 'K7F2',
  group: 'AB-',
  component: 'packed_red_cells',
  units: 2,
  hospital: { name: 'LLR Hospital' },
  needed_by: '2026-11-25',
  status: 'unverified',
}

const FILE: Json = { kind: 'photo', link: 'https://saathi.example.org/files/0123456789abcdef' }

/** A long, but not the longest imaginable, value of everything that a formatter writes. */
const BY_FORMATTER: Values = {
  age: 30,
  amounts: [
    { of: 'whole_blood', count: 31 },
    { of: 'plasma_apheresis', count: 5 },
  ],
  answer_by: '2026-11-25 17:30',
  blood_group: 'AB-',
  camps: [CAMP, CAMP, CAMP],
  card: 'TH123456',
  category: 'police',
  centre: { name: 'GSVM Medical College' },
  chosen: 'sample',
  component: 'packed_red_cells',
  condition: 'other',
  date: '2026-11-25',
  day: '2021-04-01',
  donation_kind: 'whole_blood',
  event: { from: '2021-04-01', to: '2021-06-30' },
  file_kind: 'photo',
  files: [FILE],
  flow: 'request',
  held_camps: [HELD_CAMP, HELD_CAMP],
  language: 'hi-Latn',
  last_donation: '2026-08-15',
  list: ['AB+', 'AB-', 'O+', 'O-'],
  phone: '+919876543210',
  place: { name: 'LLR Hospital' },
  reason: 'not_understood',
  requests: [REQUEST, REQUEST],
  rest_until: '2026-11-25',
  sex: 'female',
  status: 'unverified',
  time: '17:30',
  understood: [
    { kind: 'blood_group', value: 'AB-' },
    { kind: 'units', value: 2 },
    { kind: 'place', value: { name: 'LLR Hospital' } },
    { kind: 'date', value: '2026-11-25' },
  ],
  units: 12,
  weight: 65,
  where: '208001',
}

/** What stands without a formatter, by the last part of its name. */
const BY_NAME: Values = {
  centres: 'GSVM Medical College 0512-2556001\nUrsula Hospital 0512-2312345',
  code: 'K7F2',
  count: 3,
  initials: 'RK',
  link: 'https://saathi.example.org/c/K7F3-M2QX-9TAW/certificate.pdf?e=1795000000&s=AAAAAAAAAAAAAAAAAAAAAA',
  page: 'https://saathi.example.org/c/K7F3-M2QX-9TAW',
  group: 'AB-',
  time: '5:30',
  title: 'R.K., B+',
  whatsapp: 'wa.me/919876543210',
}
const ANYTHING = 'Kanpur Nagar'

/** Values for every placeholder; `given` ones (the organisation's) are taken where they have the name. */
export function sampleValues(placeholders: readonly Placeholder[], given: Values = {}): Values {
  return placeholders.reduce<Values>((values, placeholder) => {
    const { formatter, argument } = placeholder
    const list = formatter === 'chosen' && argument !== undefined ? put(values, argument, PATIENTS) : values
    return put(list, placeholder.name, sampleOf(placeholder, given))
  }, given)
}

function sampleOf({ name, formatter }: Placeholder, given: Values): Json {
  const own = name
    .split('.')
    .reduce<Json | undefined>((value, part) => (value as Values | undefined)?.[part], given)
  if (own !== undefined) return own
  const byFormatter = formatter === undefined ? undefined : BY_FORMATTER[formatter]
  return byFormatter ?? BY_NAME[name.split('.').at(-1) ?? name] ?? ANYTHING
}

/** The values with one more, at `a.b` inside them. */
function put(values: Values, path: string, value: Json): Values {
  const [first = path, ...rest] = path.split('.')
  if (rest.length === 0) return { ...values, [first]: value }
  const inner = values[first]
  const within = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as Values) : {}
  return { ...values, [first]: put(within, rest.join('.'), value) }
}
