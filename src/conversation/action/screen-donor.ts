import { z } from 'zod'
import { dateAt, yearOf } from '../../base/calendar'
import { preScreen, type PreScreened } from '../../blood/alerts/pre-screen'
import type { Donor } from '../../blood/donors/donor'
import type { DeferralRuleId } from '../../blood/donors/eligibility/deferral-rules'
import type { NextEligible } from '../../blood/donors/eligibility/next-eligible-date'
import { KINDS_FOR } from '../../blood/groups/kinds-for'
import type { ActionResult } from '../flow/walk'
import { askedRequest, shownAsked, type AskedRequest } from '../pledge/asked-request'
import type { Json } from '../turn/conversation'
import type { Action } from './action'
import type { ActionDeps } from './deps'

const args = z.object({
  code: z.string().nullish(),
  picked: z.string().nullish(),
  relative: z.string().nullish(),
  health: z.string().nullish(),
  health_since: z.string().nullish(),
  procedure: z.string().nullish(),
  procedure_since: z.string().nullish(),
  pregnancy: z.string().nullish(),
  today: z.string().nullish(),
})

type Args = z.infer<typeof args>

/** The rule behind each choice of the pre-screen: of several that it stands for, the longest. */
const RULES: { readonly [choice: string]: DeferralRuleId } = {
  unwell: 'unwell',
  medicine: 'antibiotics',
  vaccine: 'vaccine_live',
  lasting: 'heart_disease_or_operation',
  tattoo: 'tattoo_piercing_or_acupuncture',
  surgery: 'surgery_major',
  transfusion: 'transfusion_received',
  pregnant: 'pregnant',
  delivered: 'delivered',
  breastfeeding: 'breastfeeding',
  period: 'period',
  fasting: 'fasting',
  night_duty: 'night_duty_without_sleep',
  duty_soon: 'duty_within_24_hours',
  alcohol: 'alcohol_today',
}

/**
 * What follows from the answers of the short pre-screen. `deferral` is all that may be stored of them; the blood centre
 * decides in the end.
 */
export function screenDonor(deps: ActionDeps): Action<Args> {
  return {
    name: 'screen_donor',
    type: 'look',
    args,
    reasons: ['unknown_code', 'doctor', 'by_hand', 'another_hour', 'not_now', 'do_not_give'],
    perform: async (given, { contactId, now }) => {
      const asked = await askedRequest(given.code ?? given.picked ?? '', deps)
      const donor = await deps.stores.donors.get(contactId)
      if (!asked || !donor) return { ok: false, reason: 'unknown_code' }
      const today = dateAt(now, deps.timeZone)
      const [kind] = KINDS_FOR[asked.request.component]
      const answers = answersOf(given, donor, yearOf(today))
      return resultOf(preScreen(answers, kind, today), asked, shownAsked(asked.request, deps))
    },
  }
}

function answersOf(given: Args, donor: Donor, year: number): Parameters<typeof preScreen>[0] {
  const { sex, birthYear, weight, lastDonation } = donor
  const told = [
    toldOf(given.health, given.health_since),
    toldOf(given.procedure, given.procedure_since),
    toldOf(given.pregnancy),
    toldOf(given.today),
  ].flat()
  return {
    sex,
    age: year - birthYear,
    weight,
    donations: lastDonation === undefined ? [] : [{ kind: 'whole_blood', on: lastDonation }],
    told,
    relative: given.relative === 'yes',
    rareBlood: given.health === 'rare',
  }
}

function toldOf(
  choice: string | null | undefined,
  on?: string | null,
): Parameters<typeof preScreen>[0]['told'] {
  const rule = choice == null || !Object.hasOwn(RULES, choice) ? undefined : RULES[choice]
  return rule === undefined ? [] : [{ rule, ...(on != null && { on }) }]
}

function resultOf(
  screened: PreScreened,
  { mustGiveBy }: AskedRequest,
  values: { readonly [name: string]: Json },
): ActionResult {
  switch (screened.outcome) {
    case 'may_give':
      return { ok: true, values: { ...values, outcome: 'may_give', later: false, until: null } }
    case 'doctor':
    case 'by_hand':
    case 'another_hour':
      return {
        ok: false,
        reason: screened.outcome,
        values: { ...values, outcome: screened.outcome, until: null, deferral: null },
      }
    case 'not_now': {
      const { next, deferral } = screened
      const until = dayOf(next)
      const kept = { ...values, until: until ?? null, deferral: deferral ? { ...deferral } : null }
      if (until === undefined)
        return { ok: false, reason: 'do_not_give', values: { ...kept, outcome: 'do_not_give' } }
      // Still in time for this patient: the day of arrival is asked for from then on.
      if (next.when === 'date' && until <= mustGiveBy) return { ok: true, values: { ...kept, later: true } }
      return { ok: false, reason: 'not_now', values: { ...kept, outcome: 'not_now' } }
    }
  }
}

function dayOf(next: NextEligible): string | undefined {
  if (next.when === 'date') return next.date
  return next.when === 'unknown' ? next.askAgainOn : undefined
}
