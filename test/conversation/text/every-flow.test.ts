import { join } from 'node:path'
import { SegmentedMessage } from 'sms-segments-calculator'
import { loadFlows } from '../../../src/conversation/flow/load-flows'
import { neededTexts } from '../../../src/conversation/flow/needed-texts'
import { render } from '../../../src/conversation/text/render'
import { SMS_KEYWORDS } from '../../../src/messaging/sms-keywords'
import { crawl } from './support/crawl'
import { LOCALES, ourTexts } from './support/our-texts'

const ORG = {
  name: 'Aapka Saathi',
  city: 'Kanpur',
  helpline: '+915122535881',
  ambulance: '108',
  health_line: '104',
  notice: 'saathi.example.in/notice',
  whatsapp: 'wa.me/919876543210',
}

type Start = NonNullable<Parameters<typeof crawl>[1]>

const ALL_SLOTS = {
  blood_group: 'AB-',
  component: 'platelets',
  units: 12,
  place: 'LLR Hospital',
  date: '2026-11-25',
  age: 30,
  weight: 62,
}

/** What the bot brings along when it begins these flows; the others begin with nothing. */
const STARTS: { readonly [flow: string]: readonly Start[] } = {
  request: [{}, { slots: { blood_group: 'B+' } }, { slots: ALL_SLOTS }],
  donate: [{}, { slots: ALL_SLOTS }],
  resume: ['request', 'donate', 'claim'].map((waiting) => ({ answers: { waiting } })),
  coordinator: [
    { answers: { command: 'answer', code: 'C12K', text: 'We will call you.' } },
    { answers: { command: 'link', code: 'K7F2' } },
    { answers: { command: 'refuse', code: 'K7F2' } },
    ...[
      'list',
      'show',
      'verify',
      'reject',
      'close',
      'edit',
      'centre',
      'gave',
      'help',
      'donated',
      'impact',
      'figures',
      'press',
    ].map((command) => ({
      answers: { command, codes: ['K7F2'], code: 'K7F2', text: '3 unit' },
    })),
  ],
  pledge: [
    { answers: { said: 'yes', code: null, asked: { alerts: [{ id: 'K7F2', title: 'K7F2: AB-' }] } } },
    ...['yes', 'no', 'later', 'cannot', 'family', 'could_not', 'coming', 'gave', 'wrong_number'].map(
      (said) => ({
        answers: { said, code: 'K7F2' },
      }),
    ),
  ],
  new_request: [{ answers: { code: 'C12K' } }, { answers: { code: 'C12K' }, slots: ALL_SLOTS }],
}

/** By SMS nobody is a coordinator (transcript sms.command): what these flows say there is told to nobody. */
const ON_WHATSAPP_ONLY: ReadonlySet<string> = new Set(['coordinator', 'new_request'])

type Says = Parameters<typeof render>[0]

const texts = ourTexts()
const flows = loadFlows(join(__dirname, '../../../flows'))
/** Twilio acts on a message that is nothing but its word. */
const codeAndWord = /K7F2 \p{L}+/gu
const twilioWords = new RegExp(`\\b(${Object.values(SMS_KEYWORDS).flat().join('|')})\\b`, 'i')

/** Every different thing that the flow says. */
function everySay(id: string): readonly Says[] {
  const { flow } = flows.find((one) => one.flow.id === id)!
  const all = (STARTS[id] ?? [{}]).flatMap((start) => [...crawl(flow, start)])
  return [...new Map(all.map((says) => [JSON.stringify(says), says])).values()]
}

describe.each(flows.map(({ flow }) => [flow.id, flow] as const))('the flow %s', (id, flow) => {
  const says = everySay(id)
  const rendered = LOCALES.flatMap((locale) =>
    (ON_WHATSAPP_ONLY.has(id) ? (['whatsapp'] as const) : (['whatsapp', 'sms'] as const)).flatMap((channel) =>
      [...new Set(says.flatMap((say) => render(say, { flowId: id, locale, channel, texts, org: ORG })))].map(
        (text) => ({ locale, channel, text }),
      ),
    ),
  )

  it('says whole sentences in every language: no placeholder, key or missing value', () => {
    const odd = /\{\{|\}\}|undefined|null|\[object|NaN|[a-z]_[a-z]|common:|, ,|\s$/
    expect(rendered.filter(({ text }) => odd.test(text))).toEqual([])
  })

  it('comes to every one of its texts', () => {
    const said = new Set(
      says
        .flat()
        .flatMap(({ text, choices = [] }) => [
          `${id}:${text}`,
          ...choices.flatMap(({ titleKey }) =>
            titleKey === undefined ? [] : titleKey.includes(':') ? titleKey : `${id}:${titleKey}`,
          ),
        ]),
    )
    const needed = neededTexts(flow).map(({ key }) => key)
    expect(needed.filter((key) => !said.has(key))).toEqual([])
  })

  it('fits an SMS: two segments, three in Devanagari, as a whole message', () => {
    const long = rendered
      .filter(({ channel }) => channel === 'sms')
      .map(({ locale, text }) => ({
        locale,
        text,
        segments: new SegmentedMessage(text, 'auto', false).segmentsCount,
      }))
      .filter(({ locale, segments }) => segments > (locale === 'hi' ? 3 : 2))
    expect(long).toEqual([])
  })

  it('offers none of the words by SMS on which Twilio acts itself', () => {
    expect(
      rendered.filter(
        ({ channel, text }) => channel === 'sms' && twilioWords.test(text.replace(codeAndWord, '')),
      ),
    ).toEqual([])
  })
})
