import type { Consent } from '../../../src/contacts/contact'
import type { ContactChange } from '../../../src/contacts/contact-store'
import type { OpenStores } from '../../support/engines'
import { NOW } from '../../support/records'

const PHONE = '+919876543210'
const USER = 'IN.abc123'
const consent: Consent = {
  purpose: 'request',
  channel: 'whatsapp',
  noticeVersion: '1',
  locale: 'hi',
  at: NOW,
  sid: 'SM1',
}
const optOut = { at: NOW, sid: 'SM2', channel: 'sms' } as const

export function contactContract(open: OpenStores): void {
  describe('ContactStore', () => {
    it('gives several at once, without those who were joined to another', async () => {
      const { contacts } = await open()
      await contacts.resolve({ whatsappUserId: 'IN.1' }, 'newer', NOW + 1)
      const { contact } = await contacts.resolve({ phone: '+911' }, 'older', NOW)
      expect(await contacts.many(['older', 'nobody'])).toEqual([contact])
      await contacts.resolve({ phone: '+911', whatsappUserId: 'IN.1' }, 'x', NOW)
      expect((await contacts.many(['newer', 'older'])).map(({ id }) => id)).toEqual(['older'])
    })

    it('creates a contact for an address nobody has, once', async () => {
      const { contacts } = await open()
      const created = await contacts.resolve({ phone: PHONE }, 'c1', NOW)
      expect(created).toEqual({
        contact: { id: 'c1', createdAt: NOW, phone: PHONE, newsDespiteOptOut: [], consents: [] },
      })
      expect(await contacts.resolve({ phone: PHONE }, 'c2', NOW + 1)).toEqual(created)
      expect(await contacts.get('c2')).toBeUndefined()
    })

    it('learns a second address of a known person', async () => {
      const { contacts } = await open()
      await contacts.resolve({ phone: PHONE }, 'c1', NOW)
      const { contact, joined } = await contacts.resolve({ phone: PHONE, whatsappUserId: USER }, 'c2', NOW)
      expect(contact).toMatchObject({ id: 'c1', phone: PHONE, whatsappUserId: USER })
      expect(joined).toBeUndefined()
      expect(await contacts.find(USER)).toEqual(contact)
    })

    it('finds without creating', async () => {
      const { contacts } = await open()
      expect(await contacts.find(PHONE)).toBeUndefined()
      await contacts.resolve({ phone: PHONE }, 'c1', NOW)
      expect((await contacts.find(PHONE))?.id).toBe('c1')
    })

    it('gives 20 simultaneous first messages of one person one contact', async () => {
      const { contacts } = await open()
      const found = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          contacts.resolve({ phone: PHONE, whatsappUserId: USER }, `c${i}`, NOW),
        ),
      )
      expect(new Set(found.map(({ contact }) => contact.id)).size).toBe(1)
      expect(found.every(({ joined }) => joined === undefined)).toBe(true)
    })

    it('joins two contacts of one person: the older stays, with what the newer said', async () => {
      const { contacts, conversations } = await open()
      await contacts.resolve({ whatsappUserId: USER }, 'newer', NOW + 1)
      await contacts.resolve({ phone: PHONE }, 'older', NOW)
      await contacts.change('newer', { set: 'consent', consent })
      await contacts.change('newer', { set: 'opt_out', optOut })
      await contacts.change('newer', { set: 'locale', locale: 'hi-Latn' })
      await contacts.change('older', { set: 'locale', locale: 'hi' })
      const both = { phone: PHONE, whatsappUserId: USER }
      const joined = await contacts.resolve(both, 'c3', NOW + 2)
      expect(joined).toEqual({
        contact: {
          id: 'older',
          createdAt: NOW,
          phone: PHONE,
          whatsappUserId: USER,
          locale: 'hi',
          optOut,
          newsDespiteOptOut: [],
          consents: [consent],
        },
        joined: 'newer',
      })
      expect(await contacts.find(USER)).toEqual(joined.contact)
      expect(await contacts.get('newer')).toEqual(joined.contact)
      expect(await contacts.resolve({ phone: PHONE }, 'c4', NOW)).toEqual(joined)
      await conversations.rehome('newer', 'older')
      expect(await contacts.resolve(both, 'c5', NOW)).toEqual({ contact: joined.contact })
    })

    it('joins once when both addresses arrive together many times at once', async () => {
      const { contacts } = await open()
      await contacts.resolve({ whatsappUserId: USER }, 'newer', NOW + 1)
      await contacts.resolve({ phone: PHONE }, 'older', NOW)
      const found = await Promise.all(
        Array.from({ length: 10 }, () => contacts.resolve({ phone: PHONE, whatsappUserId: USER }, 'x', NOW)),
      )
      expect(found.map(({ contact, joined }) => [contact.id, joined])).toEqual(
        Array.from({ length: 10 }, () => ['older', 'newer']),
      )
    })

    it('changes the contact that stayed when asked for the joined one', async () => {
      const { contacts } = await open()
      await contacts.resolve({ whatsappUserId: USER }, 'newer', NOW + 1)
      await contacts.resolve({ phone: PHONE }, 'older', NOW)
      await contacts.resolve({ phone: PHONE, whatsappUserId: USER }, 'x', NOW)
      expect(await contacts.change('newer', { set: 'locale', locale: 'en' })).toBe(true)
      expect((await contacts.get('older'))?.locale).toBe('en')
    })

    const changes: readonly [ContactChange, object][] = [
      [{ set: 'locale', locale: 'en' }, { locale: 'en' }],
      [{ set: 'opt_out', optOut }, { optOut }],
      [{ set: 'consent', consent }, { consents: [consent] }],
      [
        { set: 'consent', consent: { ...consent, spokenTo: 'c7' } },
        { consents: [{ ...consent, spokenTo: 'c7' }] },
      ],
      [{ set: 'news_despite_opt_out', requestId: 'r1' }, { newsDespiteOptOut: ['r1'] }],
    ]
    it.each(changes)('applies %j twice as if once', async (change, after) => {
      const { contacts } = await open()
      await contacts.resolve({ phone: PHONE }, 'c1', NOW)
      await contacts.change('c1', change)
      expect(await contacts.change('c1', change)).toBe(true)
      expect(await contacts.get('c1')).toEqual({
        id: 'c1',
        createdAt: NOW,
        phone: PHONE,
        newsDespiteOptOut: [],
        consents: [],
        ...after,
      })
    })

    it('takes an opt-out back, and with a new one the yes to news', async () => {
      const { contacts } = await open()
      await contacts.resolve({ phone: PHONE }, 'c1', NOW)
      await contacts.change('c1', { set: 'opt_out', optOut })
      await contacts.change('c1', { set: 'news_despite_opt_out', requestId: 'r1' })
      await contacts.change('c1', { set: 'opt_out', optOut })
      expect((await contacts.get('c1'))?.newsDespiteOptOut).toEqual(['r1'])
      await contacts.change('c1', { set: 'opt_out', optOut: { ...optOut, sid: 'SM3' } })
      expect((await contacts.get('c1'))?.newsDespiteOptOut).toEqual([])
      await contacts.change('c1', { set: 'opt_in' })
      expect((await contacts.get('c1'))?.optOut).toBeUndefined()
    })

    it('keeps both of two simultaneous changes', async () => {
      const { contacts } = await open()
      await contacts.resolve({ phone: PHONE }, 'c1', NOW)
      await Promise.all([
        contacts.change('c1', { set: 'consent', consent }),
        contacts.change('c1', { set: 'consent', consent: { ...consent, purpose: 'alerts' } }),
        contacts.change('c1', { set: 'locale', locale: 'en' }),
      ])
      const contact = await contacts.get('c1')
      expect(contact?.consents.map(({ purpose }) => purpose).sort()).toEqual(['alerts', 'request'])
      expect(contact?.locale).toBe('en')
    })

    it('keeps what a former person agreed to where no address leads, and opts the number out', async () => {
      const { contacts } = await open()
      const { contact } = await contacts.resolve({ phone: PHONE }, 'c1', NOW)
      const given = { channel: 'whatsapp', noticeVersion: '1', locale: 'hi', at: NOW, sid: 'SM1' } as const
      await contacts.change('c1', { set: 'consent', consent: { ...given, purpose: 'alerts' } })
      const optOut = { at: NOW, sid: 'SM2', channel: 'whatsapp' } as const
      for (let again = 0; again < 2; again++) await contacts.leave('c1', { formerId: 'former', optOut })
      expect(await contacts.find(PHONE)).toEqual({ ...contact, optOut, consents: [] })
      const former = await contacts.get('former')
      expect(former).toMatchObject({ optOut, consents: [{ purpose: 'alerts' }] })
      expect(former).not.toHaveProperty('phone')
      await contacts.leave('nobody', { formerId: 'none', optOut })
      expect(await contacts.get('none')).toBeUndefined()
    })

    it('says that there is no such contact', async () => {
      const { contacts } = await open()
      expect(await contacts.change('nobody', { set: 'opt_in' })).toBe(false)
      expect(await contacts.get('nobody')).toBeUndefined()
    })
  })
}
