import MessagingResponse from 'twilio/lib/twiml/MessagingResponse'
import { EMPTY_TWIML, messagesTwiml } from '../../../src/channels/twilio/twiml'

function sdkTwiml(texts: readonly string[]): string {
  const response = new MessagingResponse()
  for (const text of texts) response.message({}, '').body(text)
  return response.toString()
}

describe('messagesTwiml', () => {
  it.each([
    [[]],
    [['नमस्ते']],
    [['a < b && c > d', '"quoted" \'text\'', ']]>']],
    [['दो\nपंक्तियाँ', '👍🏽 ']],
    [['&amp; is not decoded &#10;']],
  ])("writes what Twilio's SDK writes for %j", (texts) => {
    expect(messagesTwiml(texts)).toBe(sdkTwiml(texts))
  })

  it('asks to be told what became of each', () => {
    const callback = (nth: number): string => `https://bot.example.in/status?mid=${nth}#rc=2&rp=ct,5xx`
    const response = new MessagingResponse()
    for (const nth of [0, 1]) response.message({ action: callback(nth) }, '').body(`n${nth}`)
    expect(messagesTwiml(['n0', 'n1'], callback)).toBe(response.toString())
  })

  it('leaves out what XML cannot carry', () => {
    expect(messagesTwiml(['a\u0007b\u0000c\ufffed\ud800e\r\n'])).toBe(sdkTwiml(['abcde\n']))
  })

  it('has an empty answer', () => {
    expect(EMPTY_TWIML).toBe(sdkTwiml([]))
  })
})
