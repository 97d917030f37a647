import { DAY, type Instant } from '../../base/clock'
import type { Contact } from '../../contacts/contact'
import { keyedId } from '../../base/keyed-id'
import { shownOrganisation } from '../../blood/organisation/organisation'
import type { OpenTodo } from '../../blood/todo-store'
import type { OutboxDraft, Purpose } from '../../messaging/outbox-store'
import type { Json } from '../turn/conversation'
import type { ActionDeps } from './deps'
import { workOf, type TodoWork } from './todos'

const AT_ONCE = 100

export interface TodoWorkerDeps extends ActionDeps {
  readonly now: () => Instant
  /** Told of a follow-up that failed; it stays and is tried again. */
  readonly onFault: (error: unknown) => void
}

/** Works off what effects left to do, of one owner when named. One that fails does not hold up the others. */
export async function workOffTodos(deps: TodoWorkerDeps, ownerId?: string): Promise<void> {
  for (const todo of await deps.stores.todos.open(AT_ONCE, ownerId)) {
    try {
      await work(todo, workOf(todo), deps)
      await deps.stores.todos.done(todo.ownerId, todo.id)
    } catch (error) {
      deps.onFault(error)
    }
  }
}

async function work(todo: OpenTodo, task: TodoWork, deps: TodoWorkerDeps): Promise<void> {
  const { stores, now } = deps
  switch (task.kind) {
    case 'consent':
      await stores.contacts.change(task.contactId, { set: 'consent', consent: task.consent })
      return
    case 'patient':
      await stores.patients.add(task.patient)
      return
    case 'claim':
      await stores.patients.addClaim(task.claim)
      await tellCoordinators(todo.id, { text: 'coordinator_claim', values: { code: task.code } }, deps)
      await askGuardian(todo.id, task, deps)
      return
    case 'coordinators':
      await tellCoordinators(todo.id, task, deps)
      return
    case 'send':
      await stores.outbox.enqueue([task.draft], now())
  }
}

interface Message {
  readonly text: string
  readonly values: { readonly [name: string]: Json }
}

/** One row per coordinator, in the coordinator's own language. */
async function tellCoordinators(id: string, message: Message, deps: TodoWorkerDeps): Promise<void> {
  const drafts: OutboxDraft[] = []
  for (const phone of deps.coordinators) {
    const { contact } = await deps.stores.contacts.resolve(
      { phone },
      keyedId(`coordinator ${phone}`),
      deps.now(),
    )
    const draft = draftTo(contact, { id: `${id}:${phone}`, message, purpose: 'coordinator' }, deps)
    if (draft) drafts.push(draft)
  }
  await deps.stores.outbox.enqueue(drafts, deps.now())
}

async function askGuardian(
  id: string,
  { guardian, title }: { readonly guardian: string; readonly title: string },
  deps: TodoWorkerDeps,
): Promise<void> {
  const contact = await deps.stores.contacts.get(guardian)
  const message = { text: 'claim_question', values: { title } }
  const draft = contact && draftTo(contact, { id: `${id}:guardian`, message, purpose: 'news' }, deps)
  if (draft) await deps.stores.outbox.enqueue([draft], deps.now())
}

/** A row for a contact on WhatsApp where we have a number there, else by SMS; nothing where neither reaches. */
function draftTo(
  contact: Contact,
  { id, message, purpose }: { readonly id: string; readonly message: Message; readonly purpose: Purpose },
  deps: TodoWorkerDeps,
): OutboxDraft | undefined {
  const { senders, texts, organisation, defaultLocale, now } = deps
  const channel = senders.whatsapp === undefined ? 'sms' : 'whatsapp'
  const from = senders[channel]
  const to = contact.phone ?? (channel === 'whatsapp' ? contact.whatsappUserId : undefined)
  if (from === undefined || to === undefined) return undefined
  const locale = contact.locale ?? defaultLocale
  const org = shownOrganisation(organisation, locale, senders.whatsapp)
  return {
    id,
    purpose,
    contactId: contact.id,
    channel,
    from,
    to,
    body: texts.text(`messages:${message.text}`, { locale, channel, values: { ...message.values, org } }),
    lane: `${contact.id}:started`,
    seq: now(),
    notBefore: now(),
    notAfter: now() + DAY,
  }
}
