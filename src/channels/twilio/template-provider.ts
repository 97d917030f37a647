import type TwilioClient from 'twilio/lib/rest/Twilio'
import {
  TemplateProviderError,
  type Approval,
  type ListedContent,
  type TemplateProvider,
} from '../../messaging/templates/template-provider'
import type { ApprovalStatus } from '../../messaging/templates/template-store'
import { contentBody } from './content-body'
import { sendErrorOf } from './send-failure'

/** Templates as Contents of Twilio, approved by WhatsApp through it. */
export function twilioTemplateProvider(client: TwilioClient): TemplateProvider {
  // On first use: the client loads this part of itself slowly, and a server rarely needs it.
  const v1 = (): typeof client.content.v1 => client.content.v1
  return {
    list: () =>
      asked('list', async () => {
        const listed = await v1().contentAndApprovals.list({ pageSize: 500 })
        return listed.map(({ sid, friendlyName, approvalRequests }): ListedContent => ({
          contentSid: sid,
          name: friendlyName,
          approval: approvalOf(approvalRequests),
        }))
      }),
    create: (content) =>
      asked(`make ${content.name}`, async () => {
        // The client's types are of camel case; it sends the object as it is, and the API knows only snake case.
        const body = contentBody(content) as unknown as Parameters<
          typeof client.content.v1.contents.create
        >[0]
        const { sid } = await v1().contents.create(body)
        if (typeof sid !== 'string') throw new Error('unreadable answer')
        return sid
      }),
    requestApproval: (contentSid, { name, category }) =>
      asked(`submit ${name}`, async () =>
        approvalOf(await v1().contents(contentSid).approvalCreate.create({ name, category })),
      ),
  }
}

const STATUSES: readonly string[] = [
  'unsubmitted',
  'received',
  'pending',
  'approved',
  'rejected',
  'paused',
  'disabled',
] satisfies ApprovalStatus[]

/** What Twilio says of an approval; a word we do not know is no approval. */
function approvalOf(said: unknown): Approval {
  const { status, category, rejection_reason, rejectionReason } = (said ?? {}) as Record<string, unknown>
  const reason = rejection_reason ?? rejectionReason
  const known = typeof status === 'string' && STATUSES.includes(status)
  return {
    status: known ? (status as ApprovalStatus) : status === undefined ? 'unsubmitted' : 'pending',
    ...(typeof category === 'string' && category !== '' && { category }),
    ...(typeof reason === 'string' && reason !== '' && { reason }),
  }
}

/** What was asked, whose failure names it and Twilio's code alone: the client's own errors hold credentials. */
async function asked<T>(what: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (thrown) {
    throw new TemplateProviderError(`Twilio refused to ${what}: ${sendErrorOf(thrown).code}`)
  }
}
