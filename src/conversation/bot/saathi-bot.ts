import { ActivityTypes, NullTelemetryClient, type StatePropertyAccessor, type TurnContext } from 'botbuilder'
import { DialogContextError, DialogSet, type DialogContext } from 'botbuilder-dialogs'
import type { Channel } from '../../base/channel'
import type { Locale } from '../../base/locale'
import type { InboundMedia } from '../../messaging/inbound-message'
import { guessLocale } from '../input/guess-locale'
import { FIRST_MESSAGE } from '../misses/miss'
import { render } from '../text/render'
import type { Texts } from '../text/texts'
import type { ActionResult } from '../flow/walk'
import type { Bot, BotStep, TurnAbout } from '../turn/bot'
import type { Json } from '../turn/conversation'
import { localeIn, readBotState, writeBotState, type BotState, type FlowDialogState } from './bot-state'
import { boundAnswer, type AskedSource } from './bound-answer'
import { burstAfter, goingOn, noteBurst, noteHandOver } from './burst'
import { CollectingAdapter } from './collecting-adapter'
import { decide } from './decide'
import { FLOW_DIALOG, FlowDialog, type FlowDialogDeps } from './flow-dialog'
import type { OpenQuestion, Route } from './routing'
import { textOf } from './text-of'
import { scratchOf, type FlowSay, type TurnScratch } from './turn-scratch'

export interface SaathiBotDeps extends FlowDialogDeps {
  readonly texts: Texts
  /** What a donor's answer may be about. */
  readonly asked: AskedSource
  readonly coordinators: readonly string[]
  readonly defaultLocale: Locale
  /** Country codes to which answers by SMS do not get through. */
  readonly smsNoticeOnly: readonly string[]
  /** What every text may show as `{{org.name}}` ... */
  readonly organisation: (locale: Locale) => Json
}

/** By SMS half the price of Devanagari, and readable on any telephone. */
const SMS_LOCALE: Locale = 'hi-Latn'
/** Turns in which the notice would be in the way: it is said in the next one. */
const WITHOUT_NOTICE: ReadonlySet<string> = new Set([
  'emergency',
  'stop',
  'start',
  'coordinator',
  'new_request',
])
const ACCESSOR_UNUSED = 'the dialog stack is read and written with the whole bot state'

/** The bot: decides what a message is for, and lets Bot Framework's dialog stack of flows do it. */
export class SaathiBot implements Bot {
  private readonly adapter = new CollectingAdapter()
  private readonly dialogs: DialogSet
  private readonly states = new WeakMap<TurnContext, BotState>()

  constructor(private readonly deps: SaathiBotDeps) {
    this.dialogs = new DialogSet(this.accessor())
    this.dialogs.telemetryClient = new NullTelemetryClient()
    this.dialogs.add(new FlowDialog(deps))
  }

  async turn(bot: Json | undefined, about: TurnAbout): Promise<BotStep> {
    const state = readBotState(bot, about.now)
    const { media } = about.message
    if (media.length > 0) return { bot: writeBotState({ ...state, keeping: true }), ...keepMedia(media) }
    return this.answer(state, about)
  }

  private async answer(state: BotState, about: TurnAbout): Promise<BotStep> {
    const scratch: TurnScratch = { about, locale: this.firstLocale(state, about), says: [] }
    if (this.onlyNotice(scratch)) return this.noticeOnly(state, scratch)
    await this.run(state, scratch, (dc) => this.follow(dc, state))
    return this.step(state, scratch)
  }

  async resume(bot: Json, about: TurnAbout, result: ActionResult): Promise<BotStep> {
    const { keeping, ...state } = readBotState(bot, about.now)
    if (keeping) return this.answer(state, about)
    noteHandOver(state, result)
    const chosen = result.ok ? result.locale : undefined
    if (chosen !== undefined) delete state.localeByDefault
    const locale = chosen ?? state.locale ?? this.localeOf(about.channel)
    const input = { type: 'result', result, effect: true } as const
    const scratch: TurnScratch = { about, locale, says: [], input }
    await this.run(state, scratch, async (dc) => {
      await dc.continueDialog()
    })
    return this.step(state, scratch)
  }

  apologise(bot: Json | undefined, about: TurnAbout): BotStep {
    const state = readBotState(bot, about.now)
    delete state.keeping
    const locale = state.locale ?? this.localeOf(about.channel)
    const replies = this.render([sayOf('sorry')], { locale, channel: about.channel })
    return { bot: writeBotState({ ...state, dialogStack: [] }), replies }
  }

  slowDown(bot: Json | undefined, about: TurnAbout): readonly string[] {
    const locale = localeIn(bot) ?? this.localeOf(about.channel)
    return this.render([sayOf('slow_down')], { locale, channel: about.channel })
  }

  private async run(
    state: BotState,
    scratch: TurnScratch,
    logic: (dc: DialogContext) => Promise<void>,
  ): Promise<void> {
    const { about, locale } = scratch
    const activity = {
      type: scratch.input?.type === 'result' ? ActivityTypes.Event : ActivityTypes.Message,
      id: about.message.sid,
      text: textOf(about),
      locale,
      channelId: about.channel,
      conversation: { id: about.conversationId, isGroup: false, conversationType: '', name: '' },
      from: { id: about.contactId, name: '' },
      recipient: { id: about.sender, name: '' },
    }
    try {
      await this.adapter.run(activity, scratch, async (context) => {
        this.states.set(context, state)
        await logic(await this.dialogs.createContext(context))
      })
    } catch (error) {
      // The SDK's wrapper carries the whole stack with everybody's answers: only the cause may go further.
      throw error instanceof DialogContextError ? error.error : error
    }
  }

  private async follow(dc: DialogContext, state: BotState): Promise<void> {
    const open = await this.openQuestion(dc, state)
    const { now, message } = this.scratch(dc).about
    const burst = goingOn(state.burst, now)
    const bound = await boundAnswer(this.scratch(dc), open, this.deps)
    const decided = decide(dc, { open, burst, bound }, this.deps)
    noteBurst(state, burstAfter(burst, message, decided.go === 'hush'))
    // Only what begins something: a "yes" or a hospital's name in the middle tells no language.
    if (state.localeByDefault && decided.go === 'begin') this.guessAgain(state, this.scratch(dc))
    await this.goTo(dc, decided, open !== undefined)
    state.lastAt = Math.max(state.lastAt, now)
  }

  private async goTo(dc: DialogContext, decided: Route, isOpen: boolean): Promise<void> {
    const scratch = this.scratch(dc)
    const { tap } = scratch.about.message
    switch (decided.go) {
      case 'begin': {
        const { flow, slots, answers } = decided
        if (decided.missed) scratch.missed = FIRST_MESSAGE
        if (decided.afresh) await dc.cancelAllDialogs()
        await dc.beginDialog(FLOW_DIALOG, { flow, ...(slots && { slots }), ...(answers && { answers }) })
        return
      }
      case 'answer':
        scratch.input = {
          type: 'answer',
          text: decided.text ?? textOf(scratch.about),
          ...(tap && { tap: tap.id }),
        }
        break
      case 'hush':
        if (decided.begin) await dc.beginDialog(FLOW_DIALOG, decided.begin)
        return
      case 'correct':
        scratch.input = { type: 'correct', text: textOf(scratch.about) }
        break
      case 'slots':
        scratch.input = { type: 'slots', slots: decided.slots }
        break
      case 'cancel':
        scratch.says.push(sayOf('cancelled'))
        await dc.endDialog()
        return
      case 'say':
        scratch.says.push(sayOf(decided.text))
        scratch.input = { type: 'repeat' }
        break
      default:
        scratch.input = { type: decided.go }
    }
    if (isOpen) await dc.continueDialog()
  }

  /** The question on top of the stack; what can no longer be walked is taken off. */
  private async openQuestion(dc: DialogContext, state: BotState): Promise<OpenQuestion | undefined> {
    while (dc.activeDialog) {
      const { flow: flowState } = dc.activeDialog.state as FlowDialogState
      const there = await this.deps.flows.continuing(flowState)
      const step = there?.flow.steps.find((one) => one.id === there.state.step)
      if (there && step?.type === 'ask') return { flow: there.flow, step, askedAt: state.lastAt }
      dc.stack.pop()
    }
    return undefined
  }

  private step(state: BotState, scratch: TurnScratch): BotStep {
    const { about, effect, missed } = scratch
    state.locale = scratch.locale
    const says = state.burst?.hushed === about.message.sid ? [] : [...scratch.says]
    const isTime = !says.some(({ flowId }) => WITHOUT_NOTICE.has(flowId))
    if (!effect && !state.welcomed && isTime && says.length > 0) {
      says.push(sayOf('notice'))
      state.welcomed = true
    }
    const silent = about.message.handledByTwilio !== undefined
    const replies = silent ? [] : this.render(says, { locale: scratch.locale, channel: about.channel })
    return {
      bot: writeBotState(state),
      replies,
      ...(effect && { effect }),
      ...(missed && { missed: { ...missed, locale: scratch.locale } }),
    }
  }

  private render(
    says: readonly FlowSay[],
    { locale, channel }: { readonly locale: Locale; readonly channel: Channel },
  ): string[] {
    const { texts, organisation } = this.deps
    const org = organisation(locale)
    return says.flatMap(({ flowId, say }) => render([say], { flowId, locale, channel, texts, org }))
  }

  /** Whether answers do not get through. What the person decides about our messages is obeyed all the same. */
  private onlyNotice(scratch: TurnScratch): boolean {
    const { channel, address, message } = scratch.about
    if (channel !== 'sms' || !this.deps.smsNoticeOnly.some((code) => address.startsWith(code))) return false
    const intent = message.handledByTwilio ?? this.deps.understanding.intent(message.text, scratch) ?? ''
    return !['stop', 'start'].includes(intent)
  }

  private noticeOnly(state: BotState, { about, locale }: TurnScratch): BotStep {
    const silent = about.message.handledByTwilio !== undefined
    const replies = silent ? [] : this.render([sayOf('sms_notice_only')], { locale, channel: 'sms' })
    return { bot: writeBotState(state), replies }
  }

  private firstLocale(state: BotState, { message, channel }: TurnAbout): Locale {
    if (state.locale !== undefined) return state.locale
    const guessed = languageOf(message.text)
    if (guessed === undefined) state.localeByDefault = true
    return guessed ?? this.localeOf(channel)
  }

  private guessAgain(state: BotState, scratch: TurnScratch): void {
    const guessed = languageOf(scratch.about.message.text)
    if (guessed === undefined) return
    delete state.localeByDefault
    scratch.locale = guessed
  }

  private localeOf(channel: Channel): Locale {
    return channel === 'sms' ? SMS_LOCALE : this.deps.defaultLocale
  }

  private scratch(dc: DialogContext): TurnScratch {
    return scratchOf(dc.context)
  }

  private accessor(): StatePropertyAccessor {
    return {
      get: async (context: TurnContext) => this.states.get(context),
      set: () => Promise.reject(new Error(ACCESSOR_UNUSED)),
      delete: () => Promise.reject(new Error(ACCESSOR_UNUSED)),
    }
  }
}

function keepMedia(media: readonly InboundMedia[]): Pick<BotStep, 'replies' | 'effect'> {
  const args = { media: media.map(({ url, contentType }) => ({ url, contentType })) }
  return { replies: [], effect: { action: 'keep_files', at: 'bot/media', args } }
}

/** Commands of coordinators are the same in every language. */
function languageOf(text: string): Locale | undefined {
  return text.trimStart().startsWith('#') ? undefined : guessLocale(text)
}

function sayOf(key: string): FlowSay {
  return { flowId: 'bot', say: { text: key, values: {} } }
}
