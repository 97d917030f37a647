import type { Json } from '../../turn/conversation'
import { type FormatAsk, type Formatter, records } from './formatter'

/**
 * A paragraph for each item of a list, in the words `<word>` of `common` (`<word>_map` for items with a map link). The
 * argument is the largest number of items: `{{found.camps, camps(2)}}` where every character is paid for.
 */
export function lines(word: string): Formatter {
  return (value, ask) =>
    records(value)
      .slice(0, ask.argument === undefined ? undefined : Number(ask.argument))
      .map((item) => ask.word(wordFor(item, word, ask), item))
      .join(ask.channel === 'sms' ? '\n' : '\n\n')
}

function wordFor(item: { readonly [name: string]: Json }, word: string, ask: FormatAsk): string {
  return typeof item['map'] === 'string' && ask.channel !== 'sms' ? `${word}_map` : word
}
