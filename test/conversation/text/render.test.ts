import { choiceTitle, render } from '../../../src/conversation/text/render'
import { ourTexts } from './support/our-texts'

const texts = ourTexts({
  en: {
    common: {
      blood_group_full: 'x',
      yes_no_yes: 'Yes',
      yes_no_yes_sms: 'OK',
      age_one: 'x',
      age_other: '{{count}} y',
    },
    flow: {
      hello: 'Hello from {{org.city}}.',
      ask: 'Who is {{name}}?',
      ask_other: 'Somebody else',
      understood: 'You said: {{understood, understood}}',
      long: '{{text}}',
    },
  },
})
const ask = {
  flowId: 'flow',
  locale: 'en',
  channel: 'whatsapp' as const,
  texts,
  org: { city: 'Kanpur' },
}

describe('render', () => {
  it('makes one message of all says, with numbered choices below their question', () => {
    const says = [
      { text: 'hello', values: {} },
      {
        text: 'ask',
        values: { name: 'R.K.' },
        choices: [
          { id: 'p1', title: 'R.K., B+' },
          { id: 'other', titleKey: 'ask_other' },
          { id: 'yes', titleKey: 'common:yes_no_yes' },
        ],
      },
    ]
    expect(render(says, ask)).toEqual([
      'Hello from Kanpur.\n\nWho is R.K.?\n1 R.K., B+\n2 Somebody else\n3 Yes',
    ])
  })

  it('takes titles for the channel', () => {
    expect(choiceTitle({ id: 'yes', titleKey: 'common:yes_no_yes' }, { ...ask, channel: 'sms' })).toBe('OK')
  })

  it('repeats what was understood in the words of its kind', () => {
    const understood = [
      { kind: 'age' as const, value: 30 },
      { kind: 'pincode' as const, value: '208012' },
    ]
    expect(render([{ text: 'understood', values: {}, understood }], ask)).toEqual(['You said: 30 y · 208012'])
  })

  it('says nothing when there is nothing to say', () => {
    expect(render([], ask)).toEqual([])
  })

  it('cuts what is longer than a message may be', () => {
    const text = 'A sentence of some length. '.repeat(100).trim()
    const pieces = render([{ text: 'long', values: { text } }], ask)
    expect(pieces).toHaveLength(2)
    expect(pieces.join(' ')).toBe(text)
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(1600)
  })
})
