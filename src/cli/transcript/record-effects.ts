import type { Consent } from '../../contacts/contact'
import type { ContactChange } from '../../contacts/contact-store'
import type { Place, RequestState } from '../../blood/requests/blood-request'
import type { Stores } from '../../storage/stores'

/** Told what a change of the stores was, in one line that a person can read. */
export type OnEffect = (line: string) => void

type Calls = { readonly [call: string]: (args: never, result: never) => readonly string[] }
type Args<K extends keyof Stores, M extends keyof Stores[K]> = Stores[K][M] extends (
  ...args: infer A
) => unknown
  ? A
  : never
type Result<K extends keyof Stores, M extends keyof Stores[K]> = Stores[K][M] extends (
  ...args: never
) => Promise<infer R>
  ? R
  : never

/** The calls that change something, and how a transcript tells of each. */
const TOLD: Calls = {
  'requests.raise': ([, request]: Args<'requests', 'raise'>, result: Result<'requests', 'raise'>) =>
    result.ok
      ? [
          `request ${request.code} ${request.state.status}: ${request.group} ${request.component} ${request.units}, ` +
            `${placeLine(request.hospital)}, by ${request.neededBy}, phone ${request.contactPhone ?? 'none'}`,
        ]
      : [],
  'requests.change': (_args: Args<'requests', 'change'>, result: Result<'requests', 'change'>) =>
    result.ok ? [`request ${result.request.code} ${stateLine(result.request.state)}`] : [],
  'alerts.add': ([alerts]: Args<'alerts', 'add'>) =>
    alerts.map(({ code, wave, step, km }) => `alert ${code}, wave ${wave}: ${step}, ${km} km`),
  'donations.add': ([given]: Args<'donations', 'add'>, kept: Result<'donations', 'add'>) =>
    kept.at === given.at
      ? [`donation ${kept.on} ${kept.kind}, ${kept.category}, ${kept.firstTime ? 'first time' : 'again'}`]
      : [],
  'impacts.put': (_args: Args<'impacts', 'put'>, { id, patients }: Result<'impacts', 'put'>) => [
    `impact ${id}: ${patients}`,
  ],
  'certificates.issue': (
    _args: Args<'certificates', 'issue'>,
    { on, name }: Result<'certificates', 'issue'>,
  ) => [`certificate for ${on}: ${name}`],
  'donors.register': ([, donor]: Args<'donors', 'register'>) => [
    `donor ${donor.group}, born ${donor.birthYear}, ${donor.category}, ${donor.pincode ?? donor.area ?? 'nowhere'}, ` +
      `rests until ${donor.restUntil ?? 'now'}`,
  ],
  'handOvers.open': ([, handOver]: Args<'handOvers', 'open'>, result: Result<'handOvers', 'open'>) =>
    result.ok ? [`hand_over ${handOver.code}: ${handOver.reason}`] : [],
  'handOvers.answer': (_args: Args<'handOvers', 'answer'>, known: boolean) =>
    known ? ['hand_over answered'] : [],
  'files.fill': ([, { contentType }]: Args<'files', 'fill'>) => [`file kept: ${contentType}`],
  'files.join': (_args: Args<'files', 'join'>, joined: Result<'files', 'join'>) =>
    joined > 0 ? [`files joined to a request: ${joined}`] : [],
  'patients.add': ([patient]: Args<'patients', 'add'>) => [
    `patient ${patient.initials}, born ${patient.birthYear ?? 'unknown'}, ${patient.group}, ${patient.condition}`,
  ],
  'patients.addClaim': () => ['claim on a patient of another phone'],
  'patients.decideClaim': ([, decision]: Args<'patients', 'decideClaim'>, known: boolean) =>
    known ? [`claim: ${decision}`] : [],
  'contacts.change': ([, change]: Args<'contacts', 'change'>) => [changeLine(change)],
  'outbox.enqueue': ([drafts]: Args<'outbox', 'enqueue'>) =>
    drafts.map(({ to, purpose }) => `outbox ${to} ${purpose}`),
}

/** The same stores; `onEffect` is told of each change that a conversation caused. A repeated change is told again. */
export function recordEffects(stores: Stores, onEffect: OnEffect): Stores {
  return new Proxy(stores, {
    get(target, name) {
      const store: unknown = Reflect.get(target, name)
      return typeof store === 'object' && store !== null ? recordStore(String(name), store, onEffect) : store
    },
  })
}

function recordStore(storeName: string, store: object, onEffect: OnEffect): object {
  return new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name)
      if (typeof method !== 'function') return method
      const tell = TOLD[`${storeName}.${String(name)}`]
      if (!tell) return method.bind(target) as unknown
      return async (...args: readonly unknown[]): Promise<unknown> => {
        const result: unknown = await Reflect.apply(method, target, args)
        for (const line of tell(args as never, result as never)) onEffect(line)
        return result
      }
    },
  })
}

function stateLine(state: RequestState): string {
  if (state.status === 'verified') return `verified: ${state.supply}`
  return state.status === 'closed' ? `closed: ${state.reason}` : state.status
}

function placeLine(place: Place): string {
  return 'name' in place ? place.name : `"${place.asWritten}"`
}

function consentLine({ purpose, noticeVersion, locale, spokenTo }: Consent): string {
  return `consent ${purpose}${spokenTo === undefined ? '' : ', spoken'}, notice ${noticeVersion}, in ${locale}`
}

function changeLine(change: ContactChange): string {
  switch (change.set) {
    case 'locale':
      return `contact locale ${change.locale}`
    case 'consent':
      return consentLine(change.consent)
    default:
      return `contact ${change.set}`
  }
}
