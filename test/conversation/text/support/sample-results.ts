import type { ActionResult } from '../../../../src/conversation/flow/walk'

const request = {
  id: 'r1',
  title: 'K7F2: B+',
  code: 'K7F2',
  group: 'AB-',
  component: 'packed_red_cells',
  units: 12,
  hospital: { name: 'LLR Hospital' },
  needed_by: '2026-11-25',
  status: 'unverified',
}
const ALL_OUTCOMES = ['done', 'late', 'asking', 'closed', 'verified', 'no_centre', 'outside', 'unknown']
const CODES = ['K7F2', 'M3QX', 'W9TD']
const certified = {
  donations: [
    { id: 'd1', title: '22 November, GSVM Medical College' },
    { id: 'd2', title: '1 June, Police Lines' },
  ],
  donation: 'd1',
  on: '2026-11-22',
}
const place = {
  code: 'K7F2',
  group: 'AB-',
  centre: { name: 'GSVM Medical College' },
  address: 'GT Road, Swaroop Nagar, Kanpur',
  give_by: '2026-11-25',
}
const camp = {
  name: 'Sunday camp',
  place: 'Police Lines',
  date: '2026-11-29',
  from: '10:00',
  until: '14:00',
}

const heldCamps = Array.from({ length: 4 }, () => ({ ...camp, code: 'X4K7' }))
const amounts = (...of: readonly string[]) => of.map((one) => ({ of: one, count: 120 }))
const given = {
  count: 360,
  kinds: amounts('whole_blood', 'plasma_apheresis', 'platelet_apheresis'),
  who: amounts('citizen', 'police'),
  known: 12,
  unread: ['98765 4321', 'Ramesh'],
}
const sum = (all: boolean) => ({
  ...given,
  ...{
    from: '2021-04-01',
    to: '2021-06-30',
    area: { name: 'GSVM Medical College' },
    units: 360,
    people: 320,
  },
  ...{ donations: 360, first_time: 120, returning: 240, camps: 20, camp_units: 1600, raised: 40, met: 30 },
  ...{ from_stock: 10, open: 4, minutes: 42, helped: 180 },
  was: { given: all, in_area: all, camps: all, requests: all, first_yes: all, helped: all },
})

const handedOver: readonly ActionResult[] = [
  { ok: true, values: { code: 'C12K', answer_by: '2026-11-23 09:30', helpline: '112' } },
  { ok: true, values: { code: 'C12K', answer_by: '14:00', helpline: '112' } },
  no('nobody'),
]

/** Everything that each action may answer: the longest values people will see. */
export const SAMPLE_RESULTS: { readonly [action: string]: readonly ActionResult[] } = {
  find_patients: [
    {
      ok: true,
      values: {
        patients: [
          { id: 'p1', title: 'R.K.S., AB-' },
          { id: 'p2', title: 'M., B+' },
        ],
      },
    },
    no('none'),
  ],
  check_place: [
    { ok: true, values: { centre: null, area: 'inside' } },
    {
      ok: false,
      reason: 'outside',
      values: { centres: 'https://eraktkosh.mohfw.gov.in', helpline: '112' },
    },
  ],
  check_age: [
    { ok: true, values: { child: false } },
    { ok: false, reason: 'too_young', values: { child: true } },
    { ok: false, reason: 'too_old', values: { child: false } },
  ],
  check_group: [
    { ok: true, values: { group: 'AB-' } },
    {
      ok: false,
      reason: 'differs',
      values: {
        title: 'R.K.S., AB-',
        recorded: 'AB-',
        stated: 'AB+',
        groups: [
          { id: 'AB- not AB+', title: 'AB-' },
          { id: 'AB+ not AB-', title: 'AB+' },
        ],
      },
    },
  ],
  known_patient: [
    { ok: true, values: { asks_guardian: true } },
    { ok: true, values: { asks_guardian: false } },
    no('new'),
  ],
  own_number: [
    { ok: true, values: { shown: true } },
    { ok: true, values: { shown: false } },
  ],
  check_weight: [{ ok: true }, no('underweight')],
  raise_request: [
    { ok: true, values: { id: 'r1', code: 'K7F2', centre: null, told: false } },
    {
      ok: true,
      values: { id: 'r1', code: 'K7F2', centre: 'GSVM Medical College', told: true },
    },
    no('too_many'),
  ],
  register_donor: [
    { ok: true, values: { rest_until: null } },
    { ok: true, values: { rest_until: '2027-03-22' } },
    no('too_young'),
    no('too_old'),
    no('underweight'),
  ],
  cancel_request: [{ ok: true, values: { code: 'K7F2' } }, no('not_open')],
  hand_over: handedOver,
  answer_hand_over: [{ ok: true, values: { code: 'C12K' } }, no('unknown_code'), no('not_coordinator')],
  decide_claim: [{ ok: true }, no('unknown_code'), no('no_code'), no('not_coordinator')],
  list_requests: [
    { ok: true, values: { requests: [request, request], shown: 2, count: 2 } },
    no('none'),
    no('not_coordinator'),
  ],
  show_request: [
    {
      ok: true,
      values: {
        ...request,
        status: 'verified_both',
        patient: 'R.K.S., AB-',
        condition: 'thalassemia',
        centre: { name: 'GSVM Medical College' },
        phone: '+919876543210',
        give_by: '2026-11-24',
        asked_on: '2026-11-22',
        sent: true,
        files: [{ kind: 'photo', link: 'https://saathi.example.in/files/f1?k=abcdefgh' }],
      },
    },
    {
      ok: true,
      values: {
        ...request,
        patient: 'AB-',
        condition: 'other',
        centre: null,
        phone: null,
        give_by: '2026-11-24',
        asked_on: '2026-11-22',
        sent: false,
        files: [],
      },
    },
    no('no_code'),
    no('unknown_code'),
    no('not_coordinator'),
  ],
  decide_requests: [
    // Seldom all at once: one message has the codes of one decision.
    ...ALL_OUTCOMES.map((outcome) => outcomes(CODES.slice(0, 1), [outcome])),
    outcomes(CODES, ['done', 'asking']),
    no('no_code'),
    no('no_choice'),
    no('not_coordinator'),
  ],
  edit_request: [
    { ok: true, values: { code: 'K7F2' } },
    no('no_code'),
    no('unknown_code'),
    no('closed'),
    no('not_understood'),
    no('unknown_centre'),
    no('not_coordinator'),
  ],
  find_hand_over: [
    { ok: true, values: { code: 'C12K', patients: [], known: false, shown: true } },
    {
      ok: true,
      values: { code: 'C12K', patients: [{ id: 'p1', title: 'R.K.S., AB-' }], known: true, shown: false },
    },
    no('unknown_code'),
    no('not_coordinator'),
  ],
  name_patient: [{ ok: true, values: { title: 'R.K.S., AB-' } }],
  raise_for: [
    { ok: true, values: { code: 'K7F2' } },
    no('too_many'),
    no('unknown_code'),
    no('not_coordinator'),
  ],
  find_requests: [{ ok: true, values: { requests: [{ id: 'r1', title: 'K7F2: AB-' }] } }, no('none')],
  join_files: [{ ok: true, values: { code: 'K7F2' } }, no('not_open')],
  keep_files: [{ ok: true }],
  show_files: [{ ok: true }, no('unknown')],
  find_question: [
    { ok: true, values: { receiving: true, giving: true } },
    { ok: true, values: { receiving: true, giving: false } },
    { ok: true, values: { receiving: false, giving: true } },
    no('fever'),
    {
      ok: false,
      reason: 'fever_centre',
      values: { centre: 'GSVM Medical College', phone: '0512-2535881' },
    },
    no('doctor'),
    no('haemoglobin'),
  ],
  find_first_day: [
    { ok: true, values: { on: '2026-11-23', from: '2026-12-07' } },
    { ok: false, reason: 'over', values: { on: '2026-10-01' } },
    no('unknown'),
  ],
  set_locale: [{ ok: true }],
  opt_out: [{ ok: true }],
  opt_in: [{ ok: true }],
  permit_news: [{ ok: true }],
  list_camps: [
    {
      ok: true,
      values: { camps: [{ ...camp, map: 'https://maps.example.org/1' }, camp, camp] },
    },
    no('none'),
  ],
  find_status: [
    { ok: true, values: { requests: [request], count: 1, open: true, donor: false } },
    {
      ok: true,
      values: { requests: [request, request], count: 2, open: true, donor: true, rest_until: '2027-03-22' },
    },
    { ok: true, values: { requests: [], count: 0, open: false, donor: true, rest_until: null } },
    no('nothing'),
  ],
  claims_for_me: [{ ok: true, values: { claims: [{ id: 'c1', title: 'R.K., B+' }] } }, no('none')],
  find_certificate: [
    ...[true, false].flatMap((several) =>
      [true, false].map((ready): ActionResult => ({ ok: true, values: { ...certified, several, ready } })),
    ),
    no('none'),
  ],
  issue_certificate: [{ ok: true }, no('none')],
  opt_state: [{ ok: true }, no('opted_out')],
  note_outcome: [
    { ok: true, values: { code: 'K7F2' } },
    no('no_code'),
    no('unknown_code'),
    no('which_donor'),
    no('not_now'),
    no('not_coordinator'),
  ],
  record_donations: [
    { ok: true, values: { ...given, was: { recorded: true, known: false, unread: false } } },
    { ok: true, values: { ...given, was: { recorded: false, known: true, unread: true } } },
    { ...no('nothing'), values: { camps: heldCamps } },
    { ...no('no_centre'), values: { camps: heldCamps } },
    no('not_coordinator'),
  ],
  record_impact: [
    { ok: true, values: { patients: 120, people: 340 } },
    { ...no('corrected'), values: { patients: 120 } },
    { ...no('not_understood'), values: { camps: heldCamps } },
    no('nobody'),
    no('not_coordinator'),
  ],
  show_figures: [
    { ok: true, values: sum(true) },
    { ok: true, values: sum(false) },
    no('not_understood'),
    no('not_coordinator'),
  ],
  claim_place: [
    { ok: true, values: { ...place, female: true } },
    { ok: true, values: { ...place, female: false } },
    ...[
      'unknown_code',
      'stranger',
      'own_request',
      'do_not_give',
      'has_come',
      'enough',
      'standby',
      'too_late_to_come',
    ].map(noPlace),
    ...['too_late', 'met', 'closed', 'wrong_group'].map(noPlace),
    { ...no('has_place'), values: { ...place, when: '2026-11-25 16:30' } },
    { ...no('resting'), values: { ...place, until: '2027-03-22' } },
  ],
  answer_alert: [{ ok: true, values: place }, no('unknown_code')],
  find_pledge: [{ ok: true, values: { ...place, when: '2026-11-25 16:30' } }, no('none')],
  wrong_number: [{ ok: true }],
  report_gave: [
    { ok: true, values: { here: true, until: '2027-03-22' } },
    { ok: true, values: { here: false, until: '2027-03-22' } },
    { ok: true, values: { here: false, until: null } },
  ],
  screen_donor: [
    { ok: true, values: { ...place, outcome: 'may_give', later: false, until: null } },
    { ok: true, values: { ...place, until: '2026-11-25', later: true } },
    { ...no('another_hour'), values: { ...place, outcome: 'another_hour', until: null } },
    { ...no('doctor'), values: { ...place, outcome: 'doctor', until: null } },
    { ...no('by_hand'), values: { ...place, outcome: 'by_hand', until: null } },
    { ...no('not_now'), values: { ...place, outcome: 'not_now', until: '2027-03-22' } },
    { ...no('do_not_give'), values: { ...place, outcome: 'do_not_give', until: null } },
    no('unknown_code'),
  ],
  make_pledge: [
    { ok: true, values: { ...place, when: '2026-11-25 16:30' } },
    ...['past', 'too_early', 'too_late', 'standby', 'closed', 'unknown_code'].map(noPlace),
  ],
  share_number: [{ ok: true }, no('no_number'), no('closed')],
  release_place: [{ ok: true }],
}

function noPlace(reason: string): ActionResult {
  return { ...no(reason), values: place }
}

function outcomes(codes: readonly string[], occurred: readonly string[]): ActionResult {
  const lists = ALL_OUTCOMES.map((name) => [name, occurred.includes(name) ? codes : []] as const)
  const was = ALL_OUTCOMES.map((name) => [name, occurred.includes(name)] as const)
  return { ok: true, values: { ...Object.fromEntries(lists), was: Object.fromEntries(was) } }
}

function no(reason: string): ActionResult {
  return { ok: false, reason }
}
