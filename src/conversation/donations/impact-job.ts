import type { Instant } from '../../base/clock'
import { keyedId } from '../../base/keyed-id'
import type { Impact } from '../../blood/donations/impact'
import type { Job, JobDraft } from '../../schedule/job-store'
import type { ActionDeps } from '../action/deps'
import { tellContact } from '../action/messages'
import type { Json } from '../turn/conversation'

/** Tells everybody who gave at a camp or in a period how many patients were helped. */
export const IMPACT_JOB = 'impact'

/** One for each camp or period, for good: the news goes out once, however often the number is corrected. */
export function impactJob({ id }: Pick<Impact, 'id'>, due: Instant): JobDraft {
  return { id: `${IMPACT_JOB} ${id}`, kind: IMPACT_JOB, due, payload: JSON.stringify({ id }) }
}

/**
 * All donors of the camp or the period read the same, whatever became of their own unit; who never said yes to anything
 * reads nothing. Repeatable.
 */
export async function tellImpact(job: Job, now: Instant, deps: ActionDeps): Promise<void> {
  const { id } = JSON.parse(job.payload) as { readonly id: string }
  const { contacts, impacts } = deps.stores
  const impact = await impacts.get(id)
  if (!impact) return
  const donors = new Set((await donationsOf(impact, deps)).map(({ donorId }) => donorId))
  const message = {
    text: 'blood_used',
    values: { event: await eventOf(impact, deps), patients: impact.patients },
  }
  for (const { id: contactId, consents } of await contacts.many([...donors])) {
    if (consents.length === 0) continue
    const told = {
      id: keyedId(`blood_used ${id} ${contactId}`),
      message,
      now,
      purpose: 'certificate',
    } as const
    await tellContact(contactId, told, deps)
  }
}

/** What was given at the camp, or in the period. */
export function donationsOf(
  { campId, from, to }: Pick<Impact, 'campId' | 'from' | 'to'>,
  { stores }: ActionDeps,
): ReturnType<ActionDeps['stores']['donations']['between']> {
  return campId === undefined ? stores.donations.between({ from, to }) : stores.donations.ofCamp(campId)
}

/** The camp in every language, or the period. */
async function eventOf({ campId, from, to }: Impact, { stores }: ActionDeps): Promise<Json> {
  const camp = (await stores.camps.from(from, 1_000)).find(({ id }) => id === campId)
  if (!camp) return { from, to }
  return Object.fromEntries(
    Object.entries(camp.place).map(([locale, place]) => [
      locale,
      `${camp.name[locale] ?? camp.name['en'] ?? ''}, ${place}`,
    ]),
  )
}
