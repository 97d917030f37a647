import { validateRequest, validateRequestWithBody } from 'twilio/lib/webhooks/webhooks'
import { parseForm } from '../../../src/channels/twilio/form'

/** Public vectors of twilio-node, and one of our own in Hindi: what we rely on when the SDK is upgraded. */
const TOKEN = '12345'
const URL = 'https://mycompany.com/myapp.php?foo=1&bar=2'
const BODY =
  'CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212'
const HINDI =
  'MessageSid=SM11111111111111111111111111111111&SmsSid=SM11111111111111111111111111111111' +
  '&From=whatsapp%3A%2B919876543210&To=whatsapp%3A%2B14155238886' +
  '&Body=++%E0%A4%A8%E0%A4%AE%E0%A4%B8%E0%A5%8D%E0%A4%A4%E0%A5%87+%F0%9F%91%8D+' +
  '&ProfileName=%E0%A4%B0%E0%A4%BE%E0%A4%AE&WaId=919876543210&NumMedia=0&Empty='

describe("Twilio's signature over our flat form", () => {
  it.each([
    ['a form', TOKEN, URL, BODY, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
    ['a URL signed with :443', TOKEN, URL, BODY, 'kvajT1Ptam85bY51eRf/AJRuM3w='],
    ['http signed with :80', TOKEN, URL.replace('https', 'http'), BODY, '0ZXoZLH/DfblKGATFgpif+LLRf4='],
    [
      'a port of its own',
      TOKEN,
      'http://mycompany.com:1234/myapp.php?foo=1&bar=2',
      BODY,
      'Zmvh+3yNM1Phv2jhDCwEM3q5ebU=',
    ],
    [
      'a name and password in the URL',
      TOKEN,
      'https://user:pass@mycompany.com/myapp.php?foo=1&bar=2',
      BODY,
      'CukzLTc1tT5dXEDIHm/tKBanW10=',
    ],
    ['a quote in the query', TOKEN, `${URL}&Body=It's+amazing`, BODY, 'TfZzewPq8wqrGlMfyAud8+/IvJ0='],
    [
      'Hindi with blanks around it',
      'test_auth_token',
      'https://bot.example.in/webhooks/twilio',
      HINDI,
      'YnxggxOFQeT6PefOkOryCtXwlsY=',
    ],
  ])('holds for %s', (...row) => {
    const [, token, url, body, signature] = row
    const { params } = parseForm(body)
    expect(validateRequest(token, signature, url, params)).toBe(true)
    expect(validateRequest('other', signature, url, params)).toBe(false)
    expect(validateRequest(token, signature, url, { ...params, Extra: '1' })).toBe(false)
  })

  it('holds for a JSON body', () => {
    const sha = '0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620'
    const body = '{"property": "value", "boolean": true}'
    const signed = `${URL}&bodySHA256=${sha}`
    expect(validateRequestWithBody(TOKEN, 'a9nBmqA0ju/hNViExpshrM61xv4=', signed, body)).toBe(true)
  })
})
