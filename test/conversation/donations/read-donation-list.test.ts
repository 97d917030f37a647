import { readDonationList, type ListedDonor } from '../../../src/conversation/donations/read-donation-list'

/** 2026-11-24 10:00 in Kanpur. */
const NOW = Date.UTC(2026, 10, 24, 4, 30)
const OPTIONS = {
  now: NOW,
  timeZone: 'Asia/Kolkata',
  camps: new Set(['X4K7']),
  requests: new Set(['K7F2', 'RAMA']),
}

function read(text: string) {
  const { donors, unread } = readDonationList(text, OPTIONS)
  return { donors: donors.map(({ written: _written, ...said }) => said), unread }
}

const ONE = '+919876543210'
const TWO = '+919876543211'

describe('readDonationList', () => {
  it.each<[string, readonly Omit<ListedDonor, 'written'>[]]>([
    ['9876543210', [{ phone: ONE }]],
    ['9876543210, 98765 43211', [{ phone: ONE }, { phone: TWO }]],
    ['9876543210 9876543211', [{ phone: ONE }, { phone: TWO }]],
    ['१. रमेश +91 98765 43210\n२. सीता ९८७६५४३२११ पुलिस', [{ phone: ONE }, { phone: TWO, category: 'police' }]],
    ['1) Ramesh 98765-43210; 2) Sita 9876543211 plasma', [{ phone: ONE }, { phone: TWO, kind: 'plasma_apheresis' }]],
    ['X4K7 9876543210', [{ phone: ONE, camp: 'X4K7' }]],
    ['x4k7 police 9876543210, 9876543211', [
      { phone: ONE, camp: 'X4K7', category: 'police' },
      { phone: TWO, camp: 'X4K7', category: 'police' },
    ]],
    ['police: 9876543210\ncitizen: 9876543211', [{ phone: ONE, category: 'police' }, { phone: TWO, category: 'citizen' }]],
    ['kal GSVM\n9876543210 platelets', [
      { phone: ONE, on: '2026-11-23', place: 'GSVM Medical College', kind: 'platelet_apheresis' },
    ]],
    ['22 November, police\n9876543210', [{ phone: ONE, on: '2026-11-22', category: 'police' }]],
    ['K7F2 3210 plasma', [{ code: 'K7F2', digits: '3210', kind: 'plasma_apheresis' }]],
    ['K7F2 9876543210', [{ code: 'K7F2', digits: ONE }]],
    ['police 9876543210\n9876543211', [{ phone: ONE, category: 'police' }, { phone: TWO }]],
    ['Ramesh police 9876543210, 9876543211', [{ phone: ONE, category: 'police' }, { phone: TWO }]],
    ['X4K7 9876543210\nRama 9876543211', [{ phone: ONE, camp: 'X4K7' }, { phone: TWO, camp: 'X4K7' }]],
    ['K7F2', [{ code: 'K7F2' }]],
  ])('reads %j', (text, donors) => {
    expect(read(text)).toEqual({ donors, unread: [] })
  }) // prettier-ignore

  it.each<[string, readonly string[]]>([
    ['98765432', ['98765432']],
    ['9876543210, 98765 4321', ['98765 4321']],
    ['9876543210, 0512 2558482', ['0512 2558482']],
    ['M3AC 3210, 9876543210', ['M3AC 3210']],
    ['Ramesh Kumar\n9876543210', ['Ramesh Kumar']],
    ['9876543210 98765', ['9876543210 98765']],
  ])('gives back what it cannot read of %j', (text, unread) => {
    expect(read(text).unread).toEqual(unread)
  })

  it('keeps nothing of names', () => {
    expect(read('Ramesh Kumar 9876543210').donors).toEqual([{ phone: ONE }])
  })
})
