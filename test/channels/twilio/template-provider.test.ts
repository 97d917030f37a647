import { inspect } from 'node:util'
import { twilioRestClient } from '../../../src/channels/twilio/rest-client'
import { twilioTemplateProvider } from '../../../src/channels/twilio/template-provider'
import { pushReport, statusReport } from '../../../src/cli/templates-report'
import { pushTemplates, refreshTemplates } from '../../../src/messaging/templates/push-templates'
import { templateLibrary } from '../../../src/messaging/templates/template-library'
import type { TemplateProvider } from '../../../src/messaging/templates/template-provider'
import type { TemplateStore } from '../../../src/messaging/templates/template-store'
import { aTemplate } from '../../messaging/templates/support/a-template'
import { forEachEngine } from '../../support/engines'
import { ACCOUNT, standInWorld, TOKEN, type StandInWorld } from '../support/stand-in-world'

const hi = aTemplate()
const hiLatn = aTemplate({
  locale: 'hi-Latn',
  body: 'Aaj khoon chahiye: {{group, blood_group}}.\nCode {{code}}: kya aap aa sakte hain?',
  buttons: [
    { id: 'yes:{{code}}', title: 'Haan' },
    { id: 'no:{{code}}', title: 'Nahi' },
  ],
})
const values = { group: 'बी  पॉजिटिव\n', code: 'K7F3' }

class Pushing {
  readonly world: StandInWorld = standInWorld()
  readonly provider: TemplateProvider = twilioTemplateProvider(
    twilioRestClient({
      accountSid: ACCOUNT,
      credentials: { username: ACCOUNT, password: TOKEN },
      httpClient: this.world.standIn.httpClient,
    }),
  )

  constructor(readonly store: TemplateStore) {}

  push(...templates: readonly (typeof hi)[]) {
    const { store, provider, world } = this
    return pushTemplates(templates, { provider, store, now: world.clock.now() })
  }

  refresh() {
    const { store, provider, world } = this
    return refreshTemplates({ provider, store, now: world.clock.now() })
  }

  library() {
    return templateLibrary({ files: [hi, hiLatn], store: this.store, clock: this.world.clock })
  }

  async sidOf(locale: string): Promise<string> {
    return (await this.store.list()).filter((one) => one.locale === locale).at(-1)?.contentSid ?? ''
  }
}

forEachEngine((_engine, open) => {
  const pushing = async (): Promise<Pushing> => new Pushing((await open()).templates)

  it('makes contents and asks for their approval, once', async () => {
    const world = await pushing()
    const pushed = await world.push(hi, hiLatn)
    expect(pushed.map(({ name, did, approval }) => [name, did, approval.status])).toEqual([
      [expect.stringMatching(/^alert_[0-9a-f]{8}_hi$/), 'created', 'received'],
      [expect.stringMatching(/^alert_[0-9a-f]{8}_hi_latn$/), 'created', 'received'],
    ])
    expect(pushReport(await world.push(hi, hiLatn))).toEqual({
      output: '0 pushed, 2 unchanged\n',
      exitCode: 0,
    })
    expect(await world.provider.list()).toHaveLength(2)
    expect((await world.store.list()).map(({ variables }) => variables)).toEqual([
      ['group', 'code'],
      ['group', 'code'],
    ])
  })

  it('goes on after a crash between making, asking and keeping', async () => {
    const world = await pushing()
    const dying: TemplateProvider = {
      ...world.provider,
      requestApproval: () => Promise.reject(new Error('killed')),
    }
    const deps = { store: world.store, now: world.world.clock.now() }
    await expect(pushTemplates([hi], { ...deps, provider: dying })).rejects.toThrow('killed')
    const forgetful: TemplateStore = { ...world.store, put: () => Promise.reject(new Error('killed')) }
    const { provider } = world
    await expect(pushTemplates([hi], { ...deps, provider, store: forgetful })).rejects.toThrow('killed')
    expect(await world.push(hi)).toMatchObject([{ did: 'nothing', approval: { status: 'received' } }])
    expect(await provider.list()).toHaveLength(1)
    expect(await world.store.list()).toHaveLength(1)
  })

  it('sends only what is approved, Hindi in place of Hindi in Latin letters', async () => {
    const world = await pushing()
    await world.push(hi, hiLatn)
    const use = { key: 'alert', locale: 'hi-Latn', values }
    expect(await world.library().approved(use)).toBeUndefined()
    world.world.standIn.decide(await world.sidOf('hi'), 'approved')
    await world.refresh()
    expect(await world.library().approved(use)).toEqual({
      contentSid: await world.sidOf('hi'),
      variables: { 1: 'बी पॉजिटिव', 2: 'K7F3' },
      text: 'आज खून चाहिए: बी पॉजिटिव।\nकोड K7F3: क्या आप आ सकते हैं?',
    })
    world.world.standIn.decide(await world.sidOf('hi-Latn'), 'approved')
    await world.refresh()
    expect((await world.library().approved(use))?.contentSid).toBe(await world.sidOf('hi-Latn'))
    expect(await world.library().approved({ ...use, locale: 'en' })).toBeUndefined()
    expect(await world.library().approved({ ...use, values: { group: 'B+' } })).toBeUndefined()
  })

  it('keeps to the old text until the new one is approved', async () => {
    const world = await pushing()
    await world.push(hi)
    const old = await world.sidOf('hi')
    world.world.standIn.decide(old, 'approved')
    await world.world.clock.advance(1)
    await world.push({ ...hi, body: `आज ही ${hi.body}` })
    await world.refresh()
    const fresh = await world.sidOf('hi')
    const use = { key: 'alert', locale: 'hi', values }
    expect(fresh).not.toBe(old)
    expect((await world.library().approved(use))?.contentSid).toBe(old)
    world.world.standIn.decide(fresh, 'approved')
    await world.refresh()
    expect((await world.library().approved(use))?.contentSid).toBe(fresh)
  })

  it('reports what was rejected, and what a changed category costs', async () => {
    const world = await pushing()
    await world.push(hi, { ...hiLatn, body: '{{group}} chahiye, code {{code}}: aap aayenge na?' })
    world.world.standIn.decide(await world.sidOf('hi'), 'approved', 'MARKETING')
    const { output, exitCode } = statusReport(await world.refresh())
    expect(output).toMatch(/^alert hi: approved \(alert_\w+_hi\)$/m)
    expect(output).toMatch(
      /^ {2}WARNING: WhatsApp counts it as MARKETING, not UTILITY: Rs 0\.8631 a message instead/m,
    )
    expect(output).toMatch(/^alert hi-Latn: rejected: INVALID_FORMAT\. Variables can not be at the start/m)
    expect(exitCode).toBe(1)
  })

  it('sends nothing with a content that somebody deleted at the provider', async () => {
    const world = await pushing()
    await world.push(hi)
    const sid = await world.sidOf('hi')
    world.world.standIn.decide(sid, 'approved')
    await world.refresh()
    await world.world.ask('delete', `/v1/Content/${sid}`)
    expect(await world.refresh()).toMatchObject([{ status: 'disabled', reason: 'not there any more' }])
    expect(await world.library().approved({ key: 'alert', locale: 'hi', values })).toBeUndefined()
  })

  it('says what Twilio refused, without credentials', async () => {
    const world = await pushing()
    world.world.standIn.faults.onApi({ kind: 'error', status: 401, code: 20003 }, { target: 'any' })
    const error: unknown = await world.push(hi).catch((thrown: unknown) => thrown)
    expect(error).toEqual(new Error('Twilio refused to list: 20003'))
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(TOKEN)
  })
})
