import { apiError, NOT_FOUND, type ApiOutcome, type ApiRequest, type ApiResponse } from './api'
import { checkParameters } from './check-parameters'
import {
  createContent,
  deleteContent,
  fetchApproval,
  fetchContent,
  listContents,
  listContentsAndApprovals,
  requestApproval,
  updateContent,
} from './content-resource'
import type { Core } from './core'
import type { ApiTarget } from './faults'
import { listMedia, listMessages, mediaJson } from './list-resource'
import { createMessage, deleteMessage, fetchMessage, updateMessage } from './messages-resource'
import { OPERATIONS, PATH_SIDS, type Operation, type OperationId } from './request-tables'

interface Call {
  readonly core: Core
  readonly request: ApiRequest
  /** The SIDs of the path after the account, in order. */
  readonly sids: readonly [string, string]
}

/** What each of Twilio's operations does here. */
const HANDLERS: Readonly<Record<OperationId, (call: Call) => ApiResponse>> = {
  CreateMessage: ({ core, request }) => createMessage(core, request.form),
  ListMessage: ({ core, request }) => listMessages(core, request.query),
  FetchMessage: ({ core, sids }) => fetchMessage(core, sids[0]),
  UpdateMessage: ({ core, request, sids }) => updateMessage(core, sids[0], request.form),
  DeleteMessage: ({ core, sids }) => deleteMessage(core, sids[0]),
  ListMedia: ({ core, request, sids }) => listMedia(core, sids[0], request.query),
  FetchMedia: ({ core, sids }) => fetchMedia(core, sids[1], 'json'),
  DeleteMedia: ({ core, sids }) => (core.media.delete(sids[1]) ? { status: 204 } : NOT_FOUND),
  CreateContent: ({ core, request }) => createContent(core, request.json),
  ListContent: ({ core, request }) => listContents(core, request.query),
  ListContentAndApprovals: ({ core, request }) => listContentsAndApprovals(core, request.query),
  UpdateContent: ({ core, request, sids }) => updateContent(core, sids[0], request.json),
  FetchContent: ({ core, sids }) => fetchContent(core, sids[0]),
  DeleteContent: ({ core, sids }) => deleteContent(core, sids[0]),
  CreateApprovalCreate: ({ core, request, sids }) => requestApproval(core, sids[0], request.json),
  FetchApprovalFetch: ({ core, sids }) => fetchApproval(core, sids[0]),
}

function fetchMedia(core: Core, sid: string, as: 'json' | 'file'): ApiResponse {
  const media = core.media.get(sid)
  if (!media) return NOT_FOUND
  return as === 'json'
    ? { status: 200, json: mediaJson(core.accountSid, media) }
    : { status: 200, file: media }
}

interface Route {
  readonly id: OperationId
  readonly operation: Operation
  readonly path: RegExp
}

const ROUTES: readonly Route[] = (Object.keys(OPERATIONS) as OperationId[]).map((id) => ({
  id,
  operation: OPERATIONS[id],
  path: new RegExp(`^${OPERATIONS[id].path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '([^/]+)')}$`),
}))
/** A medium's own bytes: the address in a webhook, without `.json`. */
const FILE = /^\/2010-04-01\/Accounts\/([^/]+)\/Messages\/[^/]+\/Media\/([^/.]+)$/

/** Answers a request as Twilio would, or as the next fault wants. */
export async function answerRequest(core: Core, request: ApiRequest): Promise<ApiOutcome> {
  const fault = core.faults.nextApi(target(request))
  if (fault?.kind === 'latency') await core.tasks.pause(fault.ms)
  if (fault?.kind === 'error') {
    // Without a code it is a page of some proxy, not Twilio's own words.
    return fault.code === undefined
      ? {
          status: fault.status,
          file: { contentType: 'text/html', bytes: Buffer.from('<h1>Unavailable</h1>') },
        }
      : apiError(fault.status, fault.code, `Error ${fault.code}`)
  }
  if (fault && fault.kind !== 'latency' && !fault.accepted) return fault.kind
  const response = authorized(core, request) ?? dispatch(core, request)
  return fault && fault.kind !== 'latency' ? fault.kind : response
}

function target({ method, path }: ApiRequest): ApiTarget {
  if (!path.endsWith('/Messages.json')) return 'any'
  return method === 'POST' ? 'create' : 'list'
}

function authorized(core: Core, { username, password }: ApiRequest): ApiResponse | undefined {
  const { accountSid, authToken, apiKey } = core
  const isToken = username === accountSid && password === authToken
  const isKey = apiKey !== undefined && username === apiKey.sid && password === apiKey.secret
  return isToken || isKey ? undefined : apiError(401, 20003, 'Authenticate')
}

function dispatch(core: Core, request: ApiRequest): ApiResponse {
  const file = request.method === 'GET' ? FILE.exec(request.path) : null
  if (file) return file[1] === core.accountSid ? fetchMedia(core, file[2] ?? '', 'file') : NOT_FOUND
  for (const { id, operation, path } of ROUTES) {
    const match = operation.method === request.method ? path.exec(request.path) : null
    if (!match) continue
    const sids = match.slice(1)
    if (request.path.startsWith('/2010-04-01/') && sids.shift() !== core.accountSid) return NOT_FOUND
    if (!pathSidsFit(request.path)) return NOT_FOUND
    const refused =
      checkParameters(operation.query ?? {}, request.query) ??
      checkParameters(operation.form ?? {}, request.form)
    return refused ?? HANDLERS[id]({ core, request, sids: [sids[0] ?? '', sids[1] ?? ''] })
  }
  return NOT_FOUND
}

function pathSidsFit(path: string): boolean {
  const parts = path.replace(/\.json$/, '').split('/')
  return parts.every((part, i) => {
    const pattern = PATH_SIDS[parts[i - 1] ?? '']
    return pattern === undefined || new RegExp(pattern).test(part)
  })
}
