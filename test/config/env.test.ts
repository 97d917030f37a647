import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ENV, EnvError, readEnv } from '../../src/config/env'

describe('readEnv', () => {
  it('needs nothing for a first look', () => {
    expect(readEnv({})).toMatchObject({
      PORT: 3978,
      DATA_DIR: './data',
      DEFAULT_LOCALE: 'hi',
      TIME_ZONE: 'Asia/Kolkata',
      COORDINATORS: [],
    })
  })

  it('takes an empty value for no value', () => {
    expect(readEnv({ PORT: '', TWILIO_ACCOUNT_SID: ' ' })).toMatchObject({ PORT: 3978 })
  })

  it('reads sender numbers with and without the whatsapp prefix', () => {
    expect(readEnv({ TWILIO_WHATSAPP_FROM: 'whatsapp:+14155238886' }).TWILIO_WHATSAPP_FROM).toBe(
      '+14155238886',
    )
    expect(readEnv({ TWILIO_WHATSAPP_FROM: '+14155238886' }).TWILIO_WHATSAPP_FROM).toBe('+14155238886')
  })

  it('names every bad key and its repair at once', () => {
    const read = (): unknown =>
      readEnv({ PORT: 'x', COORDINATORS: '98000', TIME_ZONE: 'Kanpur', MONGODB_URI: 'mongodb://db/x' })
    expect(read).toThrow(EnvError)
    expect(read).toThrow(/PORT: .*\n.*COORDINATORS: .*\+91.*\n.*TIME_ZONE: .*Asia\/Kolkata.*\n.*APP_SECRET/)
  })

  it.each<[string, { [key: string]: string }, RegExp]>([
    ['a secret with a shared database', { MONGODB_URI: 'mongodb://db/x' }, /APP_SECRET: is needed/],
    ['a secret long enough', { APP_SECRET: 'short' }, /APP_SECRET: give at least 32/],
    [
      'token, address and number with an account',
      { TWILIO_ACCOUNT_SID: 'AC' + '0'.repeat(32) },
      /TWILIO_AUTH_TOKEN[^]*PUBLIC_URL[^]*TWILIO_WHATSAPP_FROM/,
    ],
    ['a secret with an API key', { TWILIO_API_KEY: 'SK' + '0'.repeat(32) }, /TWILIO_API_SECRET: is needed/],
  ])('demands %s', (_name, raw, message) => {
    expect(() => readEnv(raw)).toThrow(message)
  })

  it('is explained key by key in .env.example', () => {
    const example = readFileSync(join(__dirname, '../../.env.example'), 'utf8')
    const keys = [...example.matchAll(/^([A-Z_]+)=$/gm)].map((match) => match[1])
    expect(keys).toEqual(Object.keys(ENV))
  })
})
