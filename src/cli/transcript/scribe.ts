import type { Address, Channel } from '../../base/channel'
import type { SendExtras } from '../../channels/twilio-stand-in/inbound-form'
import type { StandIn, StandInPhone } from '../../channels/twilio-stand-in/stand-in'
import type { Entry } from './transcript'

/** Whose phone is looked at. */
export interface Holder {
  readonly channel: Channel
  /** A number, or the user id that WhatsApp gives where it shows none. */
  readonly address: Address
}

/** Writes down what happens on one phone at a time, and what changes meanwhile. */
export class Scribe {
  private readonly read = new Map<StandInPhone['inbox'], number>()
  private readonly effects: string[] = []
  private told = 0
  private holder: Holder
  private lastSid = ''

  constructor(
    private readonly standIn: StandIn,
    holder: Holder,
  ) {
    this.holder = holder
  }

  /** For `recordEffects`: the same change again is one change. */
  readonly onEffect = (line: string): void => {
    if (!this.effects.slice(this.told).includes(line)) this.effects.push(line)
  }

  /** From now on this phone is looked at; what it received meanwhile is heard next. */
  turnTo(holder: Holder): void {
    this.holder = holder
  }

  /**
   * The phone's owner sends something; `<request>` and `<hand_over>` stand for the code of the last one, which follows
   * from ids and so changes with every change of the program. Resolves when Twilio has an answer or gave up.
   */
  async send(text: string, extras: SendExtras = {}): Promise<void> {
    const { tap } = extras
    const { sid } = await this.phone().send(this.withCodes(text), {
      ...extras,
      ...(tap && { tap: { ...tap, id: this.withCodes(tap.id) } }),
    })
    this.lastSid = sid
  }

  /** Twilio delivers the last message once more. */
  async again(): Promise<void> {
    await this.phone().redeliver(this.lastSid)
  }

  /** What the phone shows and what changed, since the last time. */
  heard(): readonly Entry[] {
    const { inbox } = this.phone()
    const fresh = inbox.slice(this.read.get(inbox) ?? 0)
    const messages = fresh.map(({ text, files }): Entry => ({ mark: '<', text: withFiles(text, files) }))
    this.read.set(inbox, inbox.length)
    const own = `outbox ${this.holder.address} `
    const effects = this.effects.slice(this.told).filter((line) => !line.startsWith(own))
    this.told = this.effects.length
    return [...messages, ...effects.map((text): Entry => ({ mark: '!', text }))]
  }

  private withCodes(text: string): string {
    return text.replace(/<(request|hand_over)>/g, (_all, kind: string) => this.lastCode(kind))
  }

  private lastCode(kind: string): string {
    const codes = this.effects.map((line) => new RegExp(`^${kind} (\\w{4})\\b`).exec(line)?.[1])
    const code = codes.findLast((one) => one !== undefined)
    if (code === undefined) throw new Error(`there is no ${kind} yet whose code could be written`)
    return code
  }

  private phone(): StandInPhone {
    const { channel, address } = this.holder
    return this.standIn.phone(
      address.startsWith('+') ? { channel, number: address } : { channel, whatsappUserId: address },
    )
  }
}

/** What goes with a message stands above its words, as a phone shows it. */
function withFiles(text: string, files: StandInPhone['inbox'][number]['files']): string {
  return [...files.map(({ contentType }) => `[${contentType}]`), text].join('\n')
}
