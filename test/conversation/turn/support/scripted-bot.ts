import { keyedId } from '../../../../src/base/keyed-id'
import { withFreeCode } from '../../../../src/base/with-free-code'
import type { Bot, BotStep, PerformEffect, TurnAbout } from '../../../../src/conversation/turn/bot'
import type { Json } from '../../../../src/conversation/turn/conversation'
import type { Stores } from '../../../../src/storage/stores'
import { aHandOver, aRequest } from '../../../support/records'

/** What the scripted bot understands: a need is asked about; a yes stores it, `both` tells a person too. */
export type Word = 'need' | 'yes' | 'both' | 'no' | 'status'

interface State {
  /** The sids of every turn there was, in their order. */
  readonly heard: readonly string[]
  /** The question that is open, named by the sid of its `need`. */
  readonly round?: string
  readonly waitsFor?: 'tell' | 'raise'
}

/** One reply, taken apart again. */
export interface Said {
  readonly sid: string
  readonly position: number
  readonly words: readonly string[]
}

/** `#sid position words...`: which message is answered, as which turn of the conversation, with what. */
export function readReply(text: string): Said {
  const [first = '', ...rest] = text.split('\n\n')
  const [sid = '', position = '', ...words] = first.split(' ')
  return { sid: sid.slice(1), position: Number(position), words: [...words, ...rest] }
}

/** A bot that says which turn of which conversation it is, so that a lost or doubled turn shows on the phone. */
export function scriptedBot(stores: Stores): Bot {
  return {
    turn: async (bot, about) => {
      const before = stateOf(bot)
      const state = { ...before, heard: [...before.heard, about.message.sid] }
      const say = (...words: readonly string[]): BotStep => ({
        bot: toJson(state),
        replies: [`#${about.message.sid} ${state.heard.length} ${words.join(' ')}`],
      })
      return answer({ state, about, say, stores })
    },
    resume: async (bot, _about, result) => {
      const { waitsFor, round, ...state } = stateOf(bot)
      if (!result.ok) throw new Error('a scripted effect cannot be refused')
      const code = textOf(result.values?.['code'])
      if (waitsFor === 'tell') {
        return {
          bot: toJson({ ...state, ...(round !== undefined && { round }), waitsFor: 'raise' }),
          replies: [`told ${code}`],
          effect: { action: 'raise', at: 'test/raise', args: { round: round ?? '' } },
        }
      }
      return { bot: toJson(state), replies: [`stored ${code} ${round}`] }
    },
    apologise: (bot) => ({ bot: bot ?? null, replies: ['sorry'] }),
    slowDown: () => ['slowly'],
  }
}

async function answer(turn: {
  readonly state: State
  readonly about: TurnAbout
  readonly say: (...words: readonly string[]) => BotStep
  readonly stores: Stores
}): Promise<BotStep> {
  const { state, about, say, stores } = turn
  const { heard, round } = state
  switch (about.message.text as Word) {
    case 'need':
      return { ...say('asked'), bot: toJson({ heard, round: about.message.sid }) }
    case 'no':
      return round === undefined ? say('nothing') : { ...say('cancelled', round), bot: toJson({ heard }) }
    case 'status': {
      const open = await stores.requests.openOf(about.contactId)
      return say('status', ...open.map(({ code }) => code))
    }
    default: {
      if (round === undefined) return say('nothing')
      const first = about.message.text === 'both' ? ('tell' as const) : ('raise' as const)
      return {
        ...say('well'),
        bot: toJson({ heard, round, waitsFor: first }),
        effect: { action: first, at: `test/${first}`, args: { round } },
      }
    }
  }
}

/** Applies the scripted bot's two effects on real stores. */
export function scriptedEffects(stores: Stores): PerformEffect {
  return async ({ key, action, args }, about) => {
    const id = keyedId(key)
    const { contactId, now } = about
    if (action === 'tell') {
      const { handOver } = await withFreeCode(key, (code) =>
        stores.handOvers.open(key, aHandOver({ id, code, contactId, at: now }), []),
      )
      return { ok: true, values: { code: handOver.code } }
    }
    const patientId = textOf(args['round'])
    const { request } = await withFreeCode(key, (code) =>
      stores.requests.raise(key, aRequest({ id, code, contactId, patientId, createdAt: now }), []),
    )
    return { ok: true, values: { code: request.code } }
  }
}

function stateOf(bot: Json | undefined): State {
  return bot ? (JSON.parse(bot as string) as State) : { heard: [] }
}

/** The sids of all turns, as the conversation's stored state has them. */
export function heardIn(bot: Json): readonly string[] {
  return stateOf(bot).heard
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

function toJson(state: State): Json {
  return JSON.stringify(state)
}
