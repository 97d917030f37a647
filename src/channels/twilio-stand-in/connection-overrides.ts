/** What a webhook's `#fragment` says about waiting and trying again; the defaults are Twilio's. */
export interface ConnectionOverrides {
  /** The address without the fragment: what is asked and signed. */
  readonly url: string
  readonly retries: number
  readonly policies: readonly string[]
  readonly readMs: number
  readonly totalMs: number
}

export function connectionOverrides(webhookUrl: string): ConnectionOverrides {
  const [url = '', fragment = ''] = webhookUrl.split('#')
  const settings = new URLSearchParams(fragment)
  return {
    url,
    retries: bounded(settings.get('rc'), 1, { min: 0, max: 5 }),
    policies: (settings.get('rp') ?? 'ct').split(','),
    readMs: bounded(settings.get('rt'), 15_000, { min: 100, max: 15_000 }),
    totalMs: bounded(settings.get('tt'), 15_000, { min: 100, max: 15_000 }),
  }
}

function bounded(text: string | null, usual: number, { min, max }: { min: number; max: number }): number {
  const value = text === null ? usual : Number(text)
  return Number.isInteger(value) ? Math.min(Math.max(value, min), max) : usual
}
