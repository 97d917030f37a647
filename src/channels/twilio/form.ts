/** A posted form, flat: Twilio has no nested keys, and nesting would change the names that were signed. */
export interface Form {
  /** Every parameter by name; a repeated one holds all its values, as the signature needs them. */
  readonly params: Readonly<Record<string, string | readonly string[]>>
  /** Bad percent-encoding, or one name with different values (their order is not signed): not to be acted on. */
  readonly malformed: boolean
}

/** Reads `application/x-www-form-urlencoded`. Never throws; keeps what it cannot decode as it came. */
export function parseForm(body: string): Form {
  const params = Object.create(null) as Record<string, string | string[]>
  let malformed = false
  const decode = (text: string): string => {
    const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text
    if (!spaced.includes('%')) return spaced
    try {
      return decodeURIComponent(spaced)
    } catch {
      malformed = true
      return spaced
    }
  }
  for (const pair of body.split('&')) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    const name = decode(equals < 0 ? pair : pair.slice(0, equals))
    const value = equals < 0 ? '' : decode(pair.slice(equals + 1))
    const before = params[name]
    if (before === undefined) params[name] = value
    else if (typeof before === 'string') {
      if (before === value) continue
      params[name] = [before, value]
      malformed = true
    } else before.push(value)
  }
  return { params, malformed }
}

/** The parameter's value, or nothing when it is absent or empty. */
export function field(form: Form, name: string): string | undefined {
  const value = form.params[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
