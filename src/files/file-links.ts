import { createHmac, timingSafeEqual } from 'node:crypto'
import { DAY, SECOND, type Instant } from '../base/clock'

export const FILES_PATH = '/files'

/** How long a link opens a file. */
const LINK_OPENS_FOR = DAY

/** `forged`: we never made such a link. */
export type LinkState = 'good' | 'forged' | 'expired'

/** Links that open one file for a day, for whoever holds them. */
export interface FileLinks {
  linkTo(id: string, now: Instant): string
  check(id: string, query: { readonly expiry: string; readonly signature: string }, now: Instant): LinkState
}

/** Links below `publicUrl`, signed with the program's own secret. */
export function createFileLinks(options: { readonly publicUrl: string; readonly secret: string }): FileLinks {
  const sign = (id: string, expiry: string): string =>
    // Named, so that no other signature made with the secret is ever taken for one of these.
    createHmac('sha256', options.secret).update(`file ${id} ${expiry}`).digest('base64url')
  return {
    linkTo: (id, now) => {
      const expiry = String(Math.floor((now + LINK_OPENS_FOR) / SECOND))
      return `${options.publicUrl}${FILES_PATH}/${id}?e=${expiry}&s=${sign(id, expiry)}`
    },
    check: (id, { expiry, signature }, now) => {
      if (!isSame(signature, sign(id, expiry))) return 'forged'
      return Number(expiry) * SECOND < now ? 'expired' : 'good'
    },
  }
}

function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}
