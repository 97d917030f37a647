import type { Instant } from '../../base/clock'
import type { OpenTodo } from '../../blood/todo-store'
import { joinFiles, letFilesGo } from '../../files/retention'
import type { ActionDeps } from './deps'
import { claimOn } from './follow-request'
import { tellContact, tellCoordinators } from './messages'
import { waveJob } from '../alerts/wave-job'
import { workOf, type PlacedWork } from './todos'

const AT_ONCE = 100

export interface TodoWorkerDeps extends ActionDeps {
  readonly now: () => Instant
  /** Told of a follow-up that failed; it stays and is tried again. */
  readonly onFault: (error: unknown) => void
}

/**
 * Works off what effects left to do, of one owner when named. Each is tried once a run: one that fails stays, and holds
 * up no other, however many fail.
 */
export async function workOffTodos(deps: TodoWorkerDeps, ownerId?: string): Promise<void> {
  const failed = new Set<string>()
  for (;;) {
    const open = await deps.stores.todos.open(AT_ONCE + failed.size, ownerId)
    const next = open.filter((todo) => !failed.has(nameOf(todo)))
    if (next.length === 0) return
    for (const todo of next) {
      if (!(await workOff(todo, deps))) failed.add(nameOf(todo))
    }
  }
}

function nameOf({ ownerId, id }: OpenTodo): string {
  return `${ownerId} ${id}`
}

async function workOff(todo: OpenTodo, deps: TodoWorkerDeps): Promise<boolean> {
  try {
    await work(workOf(todo), todo.id, deps)
    await deps.stores.todos.done(todo.ownerId, todo.id)
    return true
  } catch (error) {
    deps.onFault(error)
    return false
  }
}

async function work(task: PlacedWork, id: string, deps: TodoWorkerDeps): Promise<void> {
  const { stores } = deps
  const now = deps.now()
  switch (task.kind) {
    case 'consent':
      await stores.contacts.change(task.contactId, { set: 'consent', consent: task.consent })
      await whoStays(task.contactId, deps)
      return
    case 'patient':
      return addPatient(task, id, deps)
    case 'claim':
      return askAboutClaim(task, id, deps)
    case 'coordinators':
      return tellCoordinators({ id, message: task, now, place: task.place }, deps)
    case 'contact': {
      const { place, purpose = 'news' } = task
      return tellContact(task.contactId, { id, message: task, now, place, purpose }, deps)
    }
    case 'wave':
      return stores.jobs.schedule([waveJob(task.requestId, { due: now, because: id })])
    case 'schedule':
      return stores.jobs.schedule(task.jobs)
    case 'join_files':
      return keepWithRequest(task, deps)
    case 'release_files':
      return letFilesGo(stores.files, task.requestId, task.closedAt)
    case 'send':
      return stores.outbox.enqueue(task.drafts, now)
  }
}

async function askAboutClaim(
  { claim, guardian, code, title, place }: Extract<PlacedWork, { readonly kind: 'claim' }>,
  id: string,
  deps: TodoWorkerDeps,
): Promise<void> {
  const { patients } = deps.stores
  await patients.addClaim(claim)
  const claimant = await whoStays(claim.contactId, deps)
  const patient = await patients.get(claim.patientId)
  // Both phones turned out to be one person.
  if (patient?.guardians.includes(claimant)) return
  const now = deps.now()
  const told = { text: 'coordinator_claim', values: { code } }
  await tellCoordinators({ id, message: told, now, place }, deps)
  const asked = { text: 'claim_question', values: { title } }
  await tellContact(guardian, { id: `${id}:guardian`, message: asked, now, purpose: 'news' }, deps)
}

async function addPatient(
  { patient, requestId, code, place }: Extract<PlacedWork, { readonly kind: 'patient' }>,
  id: string,
  deps: TodoWorkerDeps,
): Promise<void> {
  const stored = await deps.stores.patients.add(patient)
  const [guardian = ''] = patient.guardians
  const asker = await whoStays(guardian, deps)
  if (stored.guardians.some((one) => one === asker || one === guardian)) return
  // Two phones used one card at the same moment, and the other came first.
  const late = { id: requestId, code, contactId: asker, createdAt: patient.createdAt }
  await work({ ...claimOn(stored, late), place }, id, deps)
}

/** The request may have been closed before this was done: then the files go as it does. */
async function keepWithRequest(
  { contactId, requestId, at }: Extract<PlacedWork, { readonly kind: 'join_files' }>,
  deps: TodoWorkerDeps,
): Promise<void> {
  const { files, requests } = deps.stores
  const state = (await requests.get(requestId))?.state
  const closed = state?.status === 'closed' ? { closedAt: state.closedAt } : {}
  await joinFiles(files, await whoStays(contactId, deps), { requestId, now: at, ...closed })
}

/**
 * The contact, or the one it was joined to. To be asked after a write in the contact's name: a join that came before the
 * write could not give it to the contact that stays, so it is given now; a later join finds it.
 */
async function whoStays(contactId: string, { stores }: ActionDeps): Promise<string> {
  const stays = (await stores.contacts.get(contactId))?.id ?? contactId
  if (stays !== contactId) await stores.repoint(contactId, stays)
  return stays
}
