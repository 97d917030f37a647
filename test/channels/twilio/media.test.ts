import type { RequestListener } from 'node:http'
import { createStandIn, type StandIn } from '../../../src/channels/twilio-stand-in/stand-in'
import { twilioMedia } from '../../../src/channels/twilio/media'
import { manualClock } from '../support/manual-clock'
import { seededRandom } from '../support/seeded-random'
import { serve } from '../support/serve'

const ACCOUNT = 'AC' + 'a'.repeat(32)
const credentials = { username: ACCOUNT, password: 'auth-token' }
const photo = Uint8Array.from({ length: 1_000 }, (_, i) => i % 256)

describe('twilioMedia', () => {
  let standIn: StandIn
  let api: { readonly url: string; readonly close: () => Promise<void> }
  let received: Record<string, string>

  beforeEach(async () => {
    standIn = createStandIn({
      clock: manualClock(),
      random: seededRandom(3),
      accountSid: ACCOUNT,
      authToken: 'auth-token',
      senders: { whatsapp: '+14155238886' },
      webhookUrl: 'https://bot.example.in/webhooks/twilio/messages',
      post: ({ body }) => {
        received = Object.fromEntries(new URLSearchParams(body))
        return Promise.resolve({ kind: 'answer', status: 204, contentType: '', body: '' })
      },
    })
    api = await standIn.listen()
  })
  afterEach(() => api.close())

  async function sendPhoto(contentType = 'image/jpeg'): Promise<string> {
    const phone = standIn.phone({ channel: 'whatsapp', number: '+919876543210' })
    await phone.send('', { media: [{ contentType, bytes: photo }] })
    return received.MediaUrl0 ?? ''
  }

  it('fetches what a person sent, and deletes it', async () => {
    const media = twilioMedia({ credentials, apiBaseUrl: api.url })
    const url = await sendPhoto()
    expect(await media.fetch(url)).toEqual({ ok: true, bytes: Buffer.from(photo), contentType: 'image/jpeg' })
    expect(await media.remove(url)).toBe(true)
    expect(await media.fetch(url)).toEqual({ ok: false, reason: 'gone' })
    expect(await media.remove(url)).toBe(true)
  })

  it('lists what came with a message, as its webhook would have told', async () => {
    const media = twilioMedia({ credentials, apiBaseUrl: api.url })
    const url = await sendPhoto()
    expect(await media.sentWith(received.MessageSid ?? '')).toEqual([{ url, contentType: 'image/jpeg' }])
    const stranger = twilioMedia({ credentials: { ...credentials, password: 'x' }, apiBaseUrl: api.url })
    await expect(stranger.sentWith(received.MessageSid ?? '')).rejects.toThrow('http_401')
  })

  it('keeps no type that WhatsApp does not send, and nothing too large', async () => {
    const media = twilioMedia({ credentials, apiBaseUrl: api.url, maxBytes: 999 })
    expect(await media.fetch(await sendPhoto('text/html'))).toEqual({ ok: false, reason: 'type' })
    expect(await media.fetch(await sendPhoto())).toEqual({ ok: false, reason: 'too_large' })
  })

  it('can be tried again when Twilio does not let us', async () => {
    const wrong = { ...credentials, password: 'wrong' }
    const media = twilioMedia({ credentials: wrong, apiBaseUrl: api.url })
    const url = await sendPhoto()
    expect(await media.fetch(url)).toEqual({ ok: false, reason: 'unavailable' })
    expect(await media.remove(url)).toBe(false)
  })

  it('follows Twilio to its store, which does not learn our credentials', async () => {
    const asked: [url: string, authorization: string | null][] = []
    const network = jest.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
      const url = new Request(input).url
      asked.push([url, new Headers(init?.headers).get('authorization')])
      const toStore = { status: 307, headers: { location: 'https://mms.twiliocdn.com/x?Signature=y' } }
      return Promise.resolve(
        asked.length === 1
          ? new Response(null, toStore)
          : new Response(photo, { headers: { 'content-type': 'image/jpeg' } }),
      )
    })
    const fetched = await twilioMedia({ credentials }).fetch('https://api.twilio.com/Media/ME1')
    network.mockRestore()
    expect(fetched).toMatchObject({ ok: true, contentType: 'image/jpeg' })
    expect(asked).toEqual([
      ['https://api.twilio.com/Media/ME1', expect.stringMatching(/^Basic /)],
      ['https://mms.twiliocdn.com/x?Signature=y', null],
    ])
  })

  describe('asks nobody but Twilio', () => {
    let asked: (string | undefined)[]
    let answer: RequestListener
    let foreign: { readonly url: string; readonly close: () => Promise<void> }

    beforeEach(async () => {
      asked = []
      answer = (_request, response) => response.end()
      foreign = await serve((request, response) => {
        asked.push(request.headers.authorization)
        answer(request, response)
      })
    })
    afterEach(() => foreign.close())

    it('not the host in a forged address', async () => {
      const media = twilioMedia({ credentials, apiBaseUrl: api.url })
      expect(await media.fetch(`${foreign.url}/photo.jpg`)).toEqual({ ok: false, reason: 'foreign' })
      expect(await media.remove(`${foreign.url}/photo.jpg`)).toBe(false)
      expect(asked).toEqual([])
    })

    it.each([
      'http://api.twilio.com/x',
      'https://api.twilio.com.example.in/x',
      'https://eviltwilio.com/x',
      'https://api.twilio.com:8443/x',
      'https://169.254.169.254/latest',
      'file:///etc/passwd',
      'no address',
    ])('not %s', async (url) => {
      expect(await twilioMedia({ credentials }).fetch(url)).toEqual({ ok: false, reason: 'foreign' })
    })

    it('not where it is sent on to, unless that is the store', async () => {
      const media = twilioMedia({ credentials, apiBaseUrl: foreign.url })
      answer = (_request, response) => response.writeHead(307, { location: 'http://127.0.0.1:1/x' }).end()
      expect(await media.fetch(`${foreign.url}/photo`)).toEqual({ ok: false, reason: 'foreign' })
      expect(asked).toHaveLength(1)
    })

    it('and stops reading a body that does not end', async () => {
      const media = twilioMedia({ credentials, apiBaseUrl: foreign.url, maxBytes: 10_000 })
      answer = (_request, response) => {
        response.writeHead(200, { 'content-type': 'image/png' })
        const more = (): void => {
          while (response.write(Buffer.alloc(5_000))) if (response.destroyed) return
          response.once('drain', more)
        }
        more()
      }
      expect(await media.fetch(`${foreign.url}/photo`)).toEqual({ ok: false, reason: 'too_large' })
    })
  })
})
