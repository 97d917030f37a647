/** What goes wrong with a request to the REST API. `accepted` says whether it took effect all the same. */
export type ApiFault =
  | { readonly kind: 'error'; readonly status: number; readonly code?: number }
  | { readonly kind: 'reset'; readonly accepted: boolean }
  | { readonly kind: 'hang'; readonly accepted: boolean }
  | { readonly kind: 'latency'; readonly ms: number }

/**
 * What goes wrong with one post to the webhook: `refuse` it never arrives; `drop_answer` it arrives and the answer is
 * lost; `hang_up` the connection closes before the answer; `repeat` it arrives again after the first was answered;
 * `twice` it arrives twice at the same moment; `delay` it arrives later.
 */
export type WebhookFault =
  | { readonly kind: 'refuse' | 'drop_answer' | 'hang_up' | 'repeat' | 'twice' }
  | { readonly kind: 'delay'; readonly ms: number }

/** Which requests a fault waits for. */
export type ApiTarget = 'create' | 'list' | 'any'

/** Faults to come; each is used up in the order it was given. */
export interface Faults {
  onApi(fault: ApiFault, ask?: { readonly times?: number; readonly target?: ApiTarget }): void
  onWebhook(fault: WebhookFault, times?: number): void
  /** From now on messages to this address end undelivered with this code; nothing given ends that. */
  onDelivery(to: string, code: number | undefined): void
  /** Forgets what has not happened yet. */
  clear(): void
}

export interface FaultSource extends Faults {
  nextApi(operation: ApiTarget): ApiFault | undefined
  nextWebhook(): WebhookFault | undefined
  deliveryCode(to: string): number | undefined
}

export function createFaults(): FaultSource {
  let api: { readonly fault: ApiFault; readonly target: ApiTarget }[] = []
  let webhook: WebhookFault[] = []
  const delivery = new Map<string, number>()
  return {
    onApi(fault, { times = 1, target = 'create' } = {}) {
      for (let i = 0; i < times; i++) api.push({ fault, target })
    },
    onWebhook(fault, times = 1) {
      for (let i = 0; i < times; i++) webhook.push(fault)
    },
    onDelivery(to, code) {
      if (code === undefined) delivery.delete(to)
      else delivery.set(to, code)
    },
    clear() {
      api = []
      webhook = []
      delivery.clear()
    },
    nextApi(operation) {
      const index = api.findIndex(({ target }) => target === 'any' || target === operation)
      return index < 0 ? undefined : api.splice(index, 1)[0]?.fault
    },
    nextWebhook: () => webhook.shift(),
    deliveryCode: (to) => delivery.get(to),
  }
}
