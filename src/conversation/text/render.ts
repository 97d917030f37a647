import type { Channel } from '../../base/channel'
import type { Locale } from '../../base/locale'
import { splitText } from '../../messaging/split-text'
import type { Choice, Say } from '../flow/walk'
import type { Json } from '../turn/conversation'
import type { Texts } from './texts'

interface RenderAsk {
  /** The namespace of keys that name none. */
  readonly flowId: string
  readonly locale: Locale
  readonly channel: Channel
  readonly texts: Texts
  /** What every text may show as `{{org.name}}`, `{{org.helpline}}` ... */
  readonly org: Json
}

/**
 * All that a turn says, as one message (every bubble costs): a blank line between says, choices numbered below their
 * question. Longer than a message may be: cut at sentence ends.
 */
export function render(says: readonly Say[], ask: RenderAsk): string[] {
  if (says.length === 0) return []
  return splitText(says.map((say) => sayText(say, ask)).join('\n\n'))
}

/** The title of a choice as it is shown. */
export function choiceTitle(choice: Choice, ask: RenderAsk): string {
  if (choice.title !== undefined) return choice.title
  return textOf(choice.titleKey ?? choice.id, {}, ask)
}

function sayText(say: Say, ask: RenderAsk): string {
  const values = { ...say.values, ...(say.understood && { understood: say.understood }) }
  const choices = (say.choices ?? []).map((choice, index) => `${index + 1} ${choiceTitle(choice, ask)}`)
  return [textOf(say.text, values, ask), ...choices].join('\n')
}

function textOf(key: string, values: { readonly [name: string]: Json }, ask: RenderAsk): string {
  const { flowId, locale, channel, texts, org } = ask
  return texts.text(key.includes(':') ? key : `${flowId}:${key}`, {
    locale,
    channel,
    values: { ...values, org },
  })
}
