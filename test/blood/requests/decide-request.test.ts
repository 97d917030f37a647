import type { RequestState } from '../../../src/blood/requests/blood-request'
import { decideRequest, type RequestDecision } from '../../../src/blood/requests/decide-request'
import { without } from '../../../src/storage/transitions/without'
import { aRequest, NOW } from '../../support/records'

const AT = { now: NOW + 1, todo: [{ id: 't', kind: 'contact', payload: '{}' }] }
const UNVERIFIED: RequestState = { status: 'unverified' }
const FROM_STOCK: RequestState = { status: 'verified', at: NOW, by: 'c1', supply: 'stock' }
const CLOSED: RequestState = { status: 'closed', closedAt: NOW, reason: 'met' }

const stock: RequestDecision = { verb: 'verify', by: 'c2', supply: 'stock' }
const alert: RequestDecision = { verb: 'verify', by: 'c2', supply: 'alert' }
const reject: RequestDecision = { verb: 'reject', because: 'unreachable' }
const met: RequestDecision = { verb: 'close', outcome: 'met' }

const known = { bloodCentre: 'LLR Hospital', outsideServiceArea: false }
const nursingHome = { outsideServiceArea: false }
const elsewhere = { outsideServiceArea: true }

describe('a decision on a request', () => {
  it.each([
    ['verifies for stock', UNVERIFIED, known, stock, 'verified'],
    ['verifies for donors', UNVERIFIED, known, alert, 'verified'],
    ['asks donors when the stock turned out to be empty', FROM_STOCK, known, alert, 'verified'],
    ['verifies for stock without a known centre', UNVERIFIED, nursingHome, stock, 'verified'],
    ['verifies for stock elsewhere', UNVERIFIED, elsewhere, stock, 'verified'],
    ['turns down what nobody verified', UNVERIFIED, known, reject, 'closed'],
    ['closes what is unverified', UNVERIFIED, known, met, 'closed'],
    ['closes what is verified', FROM_STOCK, known, met, 'closed'],
  ] as const)('%s', (...[, state, where, decision, status]) => {
    const decided = decideRequest(requestIn(state, where), decision, AT)
    expect(decided).toMatchObject({ ok: true, request: { state: { status } }, todo: AT.todo })
  })

  it.each([
    ['is second: verified the same way before', FROM_STOCK, known, stock, 'verified'],
    ['turns down nothing that somebody verified', FROM_STOCK, known, reject, 'verified'],
    ['sends no donor where no licensed centre is known', UNVERIFIED, nursingHome, alert, 'no_centre'],
    ['asks no donor for a hospital elsewhere', UNVERIFIED, elsewhere, alert, 'outside'],
    ['leaves a closed request as it is (verify)', CLOSED, known, alert, 'closed'],
    ['leaves a closed request as it is (close)', CLOSED, known, met, 'closed'],
  ] as const)('%s', (...[, state, where, decision, reason]) => {
    expect(decideRequest(requestIn(state, where), decision, AT)).toEqual({ ok: false, reason })
  })
})

function requestIn(
  state: RequestState,
  where: { readonly bloodCentre?: string; readonly outsideServiceArea: boolean },
) {
  return { ...without(aRequest(), 'bloodCentre'), ...where, state }
}
