import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A captured webhook form from `test/channels/twilio/forms`: one `Name=value` a line, not percent-encoded. */
export function readForm(name: string): Record<string, string> {
  const text = readFileSync(join(__dirname, '../twilio/forms', `${name}.form`), 'utf8')
  const form: Record<string, string> = {}
  for (const line of text.split('\n')) {
    if (line === '') continue
    const equals = line.indexOf('=')
    form[line.slice(0, equals)] = line.slice(equals + 1)
  }
  return form
}

/** The form as Twilio posts it. */
export function encodeForm(form: Readonly<Record<string, string>>): string {
  return new URLSearchParams(form).toString()
}
