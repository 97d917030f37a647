import type { IncomingHttpHeaders } from 'node:http'
import type { Request } from 'express'
import { validateRequest } from 'twilio/lib/webhooks/webhooks'
import { field, parseForm, type Form } from './form'
import { readBody } from './read-body'

/** Twilio's own forms stay far below: a body of 1,600 characters takes about 15 kB percent-encoded. */
export const MAX_FORM_BYTES = 65_536

export interface SignedFormOptions {
  /** Where Twilio reaches us; what it signed begins with this. */
  readonly publicUrl: string
  /** Newest first; every one of them is accepted, so that a token can be replaced without losing a message. */
  readonly authTokens: readonly string[]
  /** The account that a form may name; without one any account signed with our token is ours. */
  readonly accountSid?: string
}

/** Twilio's form for our account, or the status to refuse it with. */
export type SignedForm =
  | { readonly ok: true; readonly form: Form }
  | { readonly ok: false; readonly status: 400 | 403 | 413; readonly reason: string }

/**
 * Reads the request's form and proves that Twilio signed it. Calls back once, or never when the connection broke off
 * before the form was complete.
 */
export function signedForm(
  options: SignedFormOptions,
  request: Request,
  done: (result: SignedForm) => void,
): void {
  readBody(request, MAX_FORM_BYTES, (body) => {
    if (body.ok) done(checkForm(parseForm(body.text), request, options))
    else if (body.reason === 'too_large') done({ ok: false, status: 413, reason: 'too large' })
  })
}

/** The signature comes first: nobody but Twilio learns anything else. */
function checkForm(form: Form, request: Request, options: SignedFormOptions): SignedForm {
  const url = options.publicUrl.replace(/\/+$/, '') + request.originalUrl
  if (!isSigned(form, request.headers, { url, tokens: options.authTokens })) {
    return { ok: false, status: 403, reason: 'signature' }
  }
  if (!isFormType(request.headers['content-type'])) return { ok: false, status: 400, reason: 'content type' }
  if (form.malformed) return { ok: false, status: 400, reason: 'malformed form' }
  const account = field(form, 'AccountSid')
  if (account !== undefined && options.accountSid !== undefined && account !== options.accountSid) {
    return { ok: false, status: 400, reason: 'account' }
  }
  return { ok: true, form }
}

function isSigned(
  form: Form,
  headers: IncomingHttpHeaders,
  { url, tokens }: { url: string; tokens: readonly string[] },
): boolean {
  const signature = headers['x-twilio-signature']
  if (typeof signature !== 'string' || signature === '') return false
  try {
    return tokens.some((token) => validateRequest(token, signature, url, form.params))
  } catch {
    // The SDK throws on what it cannot read as a URL: not something Twilio asked for.
    return false
  }
}

function isFormType(contentType: string | undefined): boolean {
  return contentType !== undefined && /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType)
}
