import { Router, type Request, type Response } from 'express'
import type { Clock } from '../base/clock'
import type { FileLinks } from '../files/file-links'
import { FILES_PATH } from '../files/file-links'
import { fileKindOf } from '../files/file-kind'
import type { FileStore, StoredFile } from '../files/file-store'
import { PRIVATE_FILE, refuse, signedQuery } from './private-link'

export interface FileRoutesDeps {
  readonly files: Pick<FileStore, 'get'>
  readonly links: FileLinks
  readonly clock: Clock
}

const ENDINGS: { readonly [contentType: string]: string } = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'audio/ogg': 'ogg',
  'audio/amr': 'amr',
  'audio/3gpp': '3gp',
  'audio/aac': 'aac',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'application/pdf': 'pdf',
}

/** One file for whoever holds a signed link that has not expired. What is refused is not explained. */
export function fileRoutes({ files, links, clock }: FileRoutesDeps): Router {
  const router = Router()
  router.get(`${FILES_PATH}/:id`, (request: Request<{ id: string }>, response) => {
    // Before anything else, so that no cache, index or other site ever has any of it.
    response.set(PRIVATE_FILE)
    const { id } = request.params
    const now = clock.now()
    const state = links.check(id, signedQuery(request), now)
    if (state === 'forged') return refuse(response, 403)
    if (state === 'expired') return refuse(response, 410)
    files.get(id, now).then(
      (file) => (file ? sendFile(response, file, request.headers.range) : refuse(response, 404)),
      () => refuse(response, 503),
    )
  })
  return router
}

/** A PDF may hold what runs: it is saved, not shown inside our address. */
function sendFile(
  response: Response,
  { contentType, bytes, storedAt }: StoredFile,
  range: string | undefined,
): void {
  const day = new Date(storedAt).toISOString().slice(0, 10)
  const show = fileKindOf(contentType) === 'document' ? 'attachment' : 'inline'
  response.set({
    'Content-Type': contentType,
    'Content-Disposition': `${show}; filename="${day}.${ENDINGS[contentType] ?? 'bin'}"`,
    'Accept-Ranges': 'bytes',
  })
  const part = partOf(bytes.length, range)
  if (part) response.status(206).set('Content-Range', `bytes ${part.from}-${part.to}/${bytes.length}`)
  const sent = part ? bytes.subarray(part.from, part.to + 1) : bytes
  response.set('Content-Length', String(sent.length)).end(sent)
}

/** One range of bytes, as players of some phones ask for before they play; anything else gets the whole file. */
function partOf(
  size: number,
  range: string | undefined,
): { readonly from: number; readonly to: number } | undefined {
  const [, first, last = ''] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? []
  if (first === undefined) return undefined
  const from = Number(first)
  const to = Math.min(last === '' ? size - 1 : Number(last), size - 1)
  return from <= to ? { from, to } : undefined
}
