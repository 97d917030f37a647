import type { Channel } from '../../base/channel'
import type { Locale } from '../../base/locale'
import type { TemplateUse } from '../../messaging/outbox-store'
import type { Purpose } from '../../messaging/purposes'
import { slotsOf, type MessageTemplate } from '../../messaging/templates/message-template'
import type { Texts } from '../text/texts'
import type { Json } from '../turn/conversation'

/** Whatever has no template of its own goes to coordinators as news, on one line and no longer than this. */
const NEWS = 'coordinator_news'
const LONGEST_NEWS = 600

interface Said {
  /** The text's key, which is the template's too. */
  readonly key: string
  readonly purpose: Purpose
  readonly values: { readonly [name: string]: Json }
  /** The whole message as it is written. */
  readonly body: string
}

/**
 * The template that says the same where WhatsApp allows no free text, with every variable worded for the reader; nothing
 * where there is none.
 */
export function templateUse(
  { key, purpose, values, body }: Said,
  reader: { readonly locale: Locale; readonly channel: Channel },
  { texts, templates }: { readonly texts: Texts; readonly templates: readonly MessageTemplate[] },
): TemplateUse | undefined {
  const { locale } = reader
  const find = (wanted: string): MessageTemplate | undefined =>
    templates.find((one) => one.key === wanted && one.locale === locale)
  const own = find(key)
  if (own) {
    const slots = [own.body, ...own.buttons.map(({ id }) => id)].flatMap(slotsOf)
    const worded = slots.map(({ name, placeholder }) => [
      name,
      texts.fill(placeholder, { ...reader, values }),
    ])
    return { key, locale, values: Object.fromEntries(worded) as TemplateUse['values'] }
  }
  if (purpose !== 'coordinator' || !find(NEWS)) return undefined
  return { key: NEWS, locale, values: { text: oneLine(body) } }
}

function oneLine(body: string): string {
  const line = body.split('\n').join(' · ')
  return line.length <= LONGEST_NEWS ? line : `${line.slice(0, LONGEST_NEWS)}…`
}
