import { fileKindOf, type FileKind } from '../../files/file-kind'
import type { InboundLocation, InboundMedia } from '../../messaging/inbound-message'
import { isOnlyAadhaar } from '../input/mask-aadhaar'
import type { Burst } from './burst'
import type { Route, RouteAsk } from './routing'

type Sent = FileKind | 'sticker' | 'video' | 'contact_card' | 'file'

/** What is looked at first when one message brings several things. */
const ORDER: readonly Sent[] = ['voice', 'document', 'photo', 'sticker', 'video', 'contact_card', 'file']
/** Questions that lead nowhere yet: nothing is lost when something else is asked instead. */
const NOTHING_WAITS: ReadonlySet<string> = new Set(['menu', 'need_or_give'])

/** Photos, voice messages, pins, stickers and empty messages; nothing when there are words to be read. */
export function routeWordless(ask: RouteAsk): Route | undefined {
  const { message, text, burst } = ask
  if (message.location) return routePin(ask, message.location)
  const [first] = ORDER.filter((kind) => message.media.some((media) => sentOf(media) === kind))
  if (first === undefined) return text === '' ? { go: 'say', text: 'empty' } : undefined
  if (text !== '' && !saysNothing(ask)) return undefined
  if (burst) return hush(first, burst)
  switch (first) {
    case 'voice':
      return { go: 'begin', flow: 'voice' }
    case 'photo':
    case 'document':
      return routePhoto(ask)
    default:
      return { go: 'say', text: first }
  }
}

/** WhatsApp's stickers are the only pictures of this type that people send. */
function sentOf({ contentType }: InboundMedia): Sent {
  if (contentType === 'image/webp') return 'sticker'
  if (contentType.startsWith('video/')) return 'video'
  if (/vcard/i.test(contentType)) return 'contact_card'
  return fileKindOf(contentType) ?? 'file'
}

/** A caption that neither answers nor asks: "parchi". */
function saysNothing(ask: RouteAsk): boolean {
  const { text, open } = ask
  if (isOnlyAadhaar(text) || open?.step.keepAsWritten || ask.intent() !== undefined) return false
  if (open && ask.answers()) return false
  return Object.keys(ask.slots()).length === 0 && !ask.mentionsBlood()
}

/** The answer to the first stands for all; a person still sees and hears each of them. */
function hush(sent: Sent, { handOver }: Burst): Route {
  if (!['voice', 'photo', 'document'].includes(sent)) return { go: 'hush' }
  if (handOver !== undefined) {
    return { go: 'hush', begin: { flow: 'more_files', answers: { hand_over: handOver } } }
  }
  return sent === 'voice' ? { go: 'hush', begin: { flow: 'voice' } } : { go: 'hush' }
}

function routePhoto({ open }: RouteAsk): Route {
  if (!open) return { go: 'begin', flow: 'photo' }
  if (NOTHING_WAITS.has(open.flow.id)) return { go: 'begin', flow: 'photo', afresh: true }
  if (open.flow.id === 'photo') return { go: 'repeat' }
  return { go: 'say', text: open.flow.id === 'request' ? 'photo_joined' : 'photo' }
}

/** A pin says where; it is kept for that question even when another one is open. */
function routePin(ask: RouteAsk, location: InboundLocation): Route {
  const { open } = ask
  const place = ask.pin(location)
  if (open?.step.kind === 'place')
    return { go: 'answer', text: 'name' in place ? place.name : place.asWritten }
  const slots = { place: 'name' in place ? place.name : place }
  if (!open) return { go: 'begin', flow: 'need_or_give', slots }
  if (NOTHING_WAITS.has(open.flow.id)) return { go: 'begin', flow: 'need_or_give', slots, afresh: true }
  const takesPlace = open.flow.steps.some((step) => step.type === 'ask' && step.fill === 'place')
  return takesPlace ? { go: 'slots', slots } : { go: 'say', text: 'location' }
}
