import { HOUR } from '../../../../src/base/clock'
import { alertId } from '../../../../src/blood/alerts/alert'
import type { BloodRequest } from '../../../../src/blood/requests/blood-request'
import type { Stores } from '../../../../src/storage/stores'
import { without } from '../../../../src/storage/transitions/without'
import { aDonor, anAlert } from '../../../support/records'
import { actionWorld, aNeed, COORDINATOR, NOW } from '../../action/support/action-world'

/** A request for B+ by this family, which a coordinator verified for donors; nobody was asked yet. */
export async function verifiedBy(family: string, stores: Stores, units = 2): Promise<BloodRequest> {
  const world = actionWorld(stores)
  const raised = await world.act(family, `need of ${family}`, aNeed({ group: 'B+', units }))
  const code = raised.values?.['code'] as string
  const args = { codes: [code], verb: 'verify', choice: 'alert' }
  await world.act(COORDINATOR, `verify ${code}`, { action: 'decide_requests', args })
  const request = await stores.requests.byCode(code)
  if (!request) throw new Error('no request')
  return request
}

/** Donors of B+ with these phones, who read English, may give, and want alerts; their ids. */
export function donorsWith(phones: readonly string[], stores: Stores): Promise<readonly string[]> {
  return Promise.all(phones.map((phone) => donorWith(phone, stores)))
}

async function donorWith(phone: string, stores: Stores): Promise<string> {
  const { contact } = await stores.contacts.resolve({ phone }, `contact of ${phone}`, NOW)
  const donor = without(aDonor({ id: contact.id, group: 'B+', sex: 'male' }), 'restUntil', 'lastDonation')
  await stores.donors.register(`register ${contact.id}`, { ...donor, locale: 'en' }, [])
  await stores.contacts.change(contact.id, { set: 'locale', locale: 'en' })
  const consent = { channel: 'whatsapp', noticeVersion: '1', locale: 'en', at: NOW, sid: phone } as const
  await stores.contacts.change(contact.id, { set: 'consent', consent: { ...consent, purpose: 'alerts' } })
  return contact.id
}

/** These donors were asked for the request an hour ago. */
export async function askedFor(
  { id, code }: BloodRequest,
  donorIds: readonly string[],
  stores: Stores,
): Promise<void> {
  const about = { requestId: id, code, wave: 1, at: NOW - HOUR }
  await stores.alerts.add(
    donorIds.map((contactId) => anAlert({ ...about, id: alertId(id, contactId), contactId })),
  )
}
