import type { TurnAbout } from '../turn/bot'

/** What a turn's message says: a tap says its title. */
export function textOf({ message }: TurnAbout): string {
  return message.tap?.title ?? message.text
}
