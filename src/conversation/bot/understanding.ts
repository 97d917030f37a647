import type { Channel } from '../../base/channel'
import type { Locale } from '../../base/locale'
import { readName } from '../../certificates/read-name'
import { alertAnswer, type AlertAnswerRead } from '../input/alert-answer'
import { concepts } from '../input/concepts'
import { utterance } from '../input/utterance'
import { readCard } from '../input/card'
import { relayedAppeal } from '../input/relayed-appeal'
import { readInitials } from '../input/initials'
import { readNone } from '../input/none'
import { vocabularies } from '../input/words'
import { recognise, type Kind, type RecogniseOptions } from '../input/recognise'
import type { InboundLocation } from '../../messaging/inbound-message'
import { pinPlace, type PinPlace } from './pin-place'
import type { QuestionKind } from '../flow/flow'
import type { WalkContext } from '../flow/walk'
import type { Texts } from '../text/texts'
import type { Json } from '../turn/conversation'
import type { TurnScratch } from './turn-scratch'

/** Concepts (`locales/<locale>/words/intents.json`) of somebody who wants to know. */
const ASKING = [
  'can',
  'can_ask',
  'what',
  'how',
  'how_much',
  'when',
  'who',
  'where',
  'limit',
  'eligibility',
  'will_i',
]
/** More words than these may be about something else. */
const FEW_WORDS = 12
/** Whoever says so at the question for a name says it, and no name: nobody's need is printed on paper. */
const NO_NAMES = /^(?:request_blood|camps|certificate|faq_\w+)$/

/** Reads what people type, for the walker and for the bot's own decisions. */
export class Understanding {
  constructor(private readonly deps: { readonly texts: Texts; readonly timeZone: string }) {}

  /** What the walker may ask about a message of this turn. */
  context(flowId: string, scratch: TurnScratch): WalkContext {
    const { locale, about } = scratch
    return {
      recognise: (kind, text, options) => {
        const value = this.answer(kind, text, this.options(scratch, options))
        return isNobodysNumber(kind, value, scratch) ? undefined : value
      },
      stated: (text) => this.stated(text, scratch),
      title: ({ title, titleKey }) =>
        title ?? this.meanings(flowId, titleKey ?? '', { locale, channel: about.channel }),
    }
  }

  intent(text: string, scratch: TurnScratch): string | undefined {
    return recognise('intent', text, this.options(scratch))
  }

  /** What the message states unasked, slot by slot; without its intent. */
  slots(
    text: string,
    scratch: TurnScratch,
    known: Pick<RecogniseOptions, 'aboutBlood'> = {},
  ): { readonly [slot: string]: Json } {
    const options = { ...this.options(scratch), ...known }
    const found: { readonly [slot: string]: Json } = { ...recognise('multi', text, options) }
    const stated = Object.entries(found)
    return Object.fromEntries(
      stated.filter(([slot, value]) => slot !== 'intent' && !isNobodysNumber(slot, value, scratch)),
    )
  }

  /** The same in the middle of a flow, where a few words need not say that they are about blood. */
  stated(text: string, scratch: TurnScratch): { readonly [slot: string]: Json } {
    const isShort = text.trim().split(/\s+/u).length <= FEW_WORDS
    return this.slots(text, scratch, isShort ? { aboutBlood: true } : {})
  }

  /** What a text says as an answer to an alert. */
  alertAnswer(text: string, scratch: TurnScratch): AlertAnswerRead | undefined {
    return alertAnswer(text, this.options(scratch))
  }

  /** Whether others wrote the text, and it is passed on. */
  relayed(text: string, scratch: TurnScratch): boolean {
    return relayedAppeal(text, this.options(scratch)) === true
  }

  /** The place of a location pin. */
  pin(location: InboundLocation, scratch: TurnScratch): PinPlace {
    return pinPlace(location, this.options(scratch))
  }

  language(text: string, scratch: TurnScratch): string | undefined {
    return recognise('language', text, this.options(scratch))
  }

  /** Blood is spoken of, though perhaps nothing is asked for. */
  mentionsBlood(text: string, { locale }: TurnScratch): boolean {
    return concepts(utterance(text), locale).said.has('blood')
  }

  /** Whether the text asks something, rather than telling it. */
  asks(text: string, { locale }: TurnScratch): boolean {
    const { said } = concepts(utterance(text), locale)
    return /[?？]/u.test(text) || ASKING.some((name) => said.has(name))
  }

  private answer(kind: QuestionKind | 'none', text: string, options: RecogniseOptions): Json | undefined {
    switch (kind) {
      case 'none':
        return readNone(text)
      case 'text':
        return text.trim() === '' ? undefined : text.trim()
      case 'initials':
        return readInitials(text)
      case 'card':
        return readCard(text)
      case 'name':
        return NO_NAMES.test(recognise('intent', text, options) ?? '') ? undefined : readName(text)
      case 'place': {
        const name = recognise('place', text, options)
        return name === undefined ? undefined : { name }
      }
      default:
        return recognise(kind satisfies Kind, text, options)
    }
  }

  /** The title of a choice, and on further lines what else people call it. */
  private meanings(
    flowId: string,
    key: string,
    shown: { readonly locale: Locale; readonly channel: Channel },
  ): string {
    const named = key.includes(':') ? key : `${flowId}:${key}`
    const further = [...vocabularies('choices').values()].flatMap((words) => words[named] ?? [])
    return [this.title(flowId, key, shown), ...further].join('\n')
  }

  private title(
    flowId: string,
    key: string,
    { locale, channel }: { readonly locale: Locale; readonly channel: Channel },
  ): string {
    return this.deps.texts.text(key.includes(':') ? key : `${flowId}:${key}`, { locale, channel, values: {} })
  }

  private options({ about, locale }: TurnScratch, options?: readonly string[]): RecogniseOptions {
    return { now: about.now, timeZone: this.deps.timeZone, locale, ...(options && { options }) }
  }
}

/** "This same number", written from a number that we are not shown. */
function isNobodysNumber(kind: string, value: Json | undefined, { about }: TurnScratch): boolean {
  return kind === 'phone' && value === 'self' && about.message.from.phone === undefined
}
