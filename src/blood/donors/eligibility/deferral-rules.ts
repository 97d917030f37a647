import type { DonationKind } from './donation-kind'
import { item, type Source } from './sources'
import { FOR_GOOD, months, untilOver, wait, years, type Wait } from './waits'

/** What a question of the pre-screen is about; each rule is asked under one. */
export type Topic =
  'illness' | 'lasting_illness' | 'medicine' | 'vaccine' | 'procedure' | 'pregnancy' | 'today' | 'residence'

/** The day that has to be asked for; `nothing`: the answer alone is enough. */
export type CountsFrom =
  'day' | 'recovery' | 'last_dose' | 'delivery' | 'last_contact' | 'arrival' | 'nothing'

/** One reason not to give now. */
export interface DeferralRule {
  readonly topic: Topic
  readonly from: CountsFrom
  readonly wait: Wait
  readonly source: Source
  /** Only for these kinds of donation; absent: for all. */
  readonly kinds?: readonly DonationKind[]
}

/** The rules of one topic. */
const about =
  (topic: Topic) =>
  (from: CountsFrom, wait: Wait, source: Source): DeferralRule => ({ topic, from, wait, source })

const ofToday = about('today')
const ofIllness = about('illness')
const ofLastingIllness = about('lasting_illness')
const ofMedicine = about('medicine')
const ofVaccine = about('vaccine')
const ofProcedure = about('procedure')
const ofPregnancy = about('pregnancy')
const ofResidence = about('residence')

/**
 * Every deferral that may be asked in chat. Not here, on purpose: HIV and its risks, which are never asked (the centre's
 * private questionnaire does); blood pressure, pulse and temperature, which are measured; age, weight and the time between
 * donations, which are in tables of their own.
 */
export const DEFERRAL_RULES = {
  // Today
  fasting: ofToday('nothing', { laterToday: true }, item('10', 'seen')),
  alcohol_today: ofToday('nothing', wait(1), item('11', 'transcribed')),
  heavy_drinking: ofToday('nothing', untilOver(months(6)), item('11', 'transcribed')),
  night_duty_without_sleep: ofToday('nothing', wait(1), item('12', 'transcribed')),
  duty_within_24_hours: ofToday('day', wait(1), item('10-12', 'seen')),

  // Pregnancy and periods
  pregnant: ofPregnancy('nothing', untilOver(months(12)), item('15', 'seen')),
  delivered: ofPregnancy('delivery', wait(months(12)), item('15', 'seen')),
  abortion: ofPregnancy('day', wait(months(6)), item('16', 'seen')),
  breastfeeding: ofPregnancy('nothing', untilOver(months(3)), item('17', 'seen')),
  period: ofPregnancy('nothing', untilOver(7), item('18', 'seen')),

  // Illness that passes
  unwell: ofIllness('nothing', untilOver(7), item('19-20', 'transcribed')),
  asthma_attack: ofIllness('nothing', untilOver(7), item('22', 'to_confirm')),
  haemoglobin_low: ofIllness('nothing', untilOver(months(3)), item('9', 'seen')),
  severe_migraine: ofIllness('nothing', untilOver(months(6)), item('38', 'to_confirm')),
  hepatitis_a_or_e: ofIllness('recovery', wait(months(12)), item('46', 'transcribed')),
  hepatitis_at_home: ofIllness('last_contact', wait(months(12)), item('47, 49', 'transcribed')),
  malaria: ofIllness('recovery', wait(months(3)), item('58', 'seen')),
  typhoid: ofIllness('recovery', wait(months(12)), item('59', 'transcribed')),
  dengue_or_chikungunya: ofIllness('recovery', wait(months(6)), item('60', 'seen')),
  zika: ofIllness('recovery', wait(months(4)), { of: 'gazette', grade: 'draft' }),
  tuberculosis: ofIllness('recovery', wait(years(2)), item('62', 'transcribed')),
  covid: ofIllness('recovery', wait(28), { of: 'covid_illness', grade: 'seen' }),
  covid_contact: ofIllness('last_contact', wait(28), { of: 'covid_illness', grade: 'seen' }),

  // Illness that stays
  asthma_on_steroids: ofLastingIllness('nothing', FOR_GOOD, item('23', 'to_confirm')),
  heart_disease_or_operation: ofLastingIllness('nothing', FOR_GOOD, item('31-37', 'transcribed')),
  cancer: ofLastingIllness('nothing', FOR_GOOD, item('76', 'transcribed')),
  epilepsy: ofLastingIllness('nothing', FOR_GOOD, item('40', 'transcribed')),
  schizophrenia: ofLastingIllness('nothing', FOR_GOOD, item('40', 'to_confirm')),
  bleeding_disorder: ofLastingIllness('nothing', FOR_GOOD, item('75', 'transcribed')),
  hepatitis_b_c_or_unknown_jaundice: ofLastingIllness('nothing', FOR_GOOD, item('46', 'transcribed')),
  insulin: ofLastingIllness('nothing', FOR_GOOD, item('43, 101', 'transcribed')),
  graves_or_thyroid_cancer: ofLastingIllness('nothing', FOR_GOOD, item('44', 'to_confirm')),
  transplant_received: ofLastingIllness('nothing', FOR_GOOD, item('103', 'transcribed')),

  // Medicine
  blood_pressure_medicine_changed: ofMedicine('day', wait(28), item('5', 'seen')),
  diabetes_medicine_changed: ofMedicine('day', wait(28), item('43', 'to_confirm')),
  thyroid_not_stable: ofMedicine('nothing', untilOver(months(3)), item('44', 'to_confirm')),
  antibiotics: ofMedicine('last_dose', wait(14), item('92', 'transcribed')),
  aspirin: {
    ...ofMedicine('last_dose', wait(3), item('90', 'transcribed')),
    kinds: ['platelet_apheresis'],
  },
  isotretinoin_or_finasteride: ofMedicine('last_dose', wait(months(1)), item('95-98', 'transcribed')),
  dutasteride: ofMedicine('last_dose', wait(months(6)), item('95-98', 'transcribed')),

  // Vaccines and sera
  covid_vaccine: ofVaccine('last_dose', wait(14), { of: 'covid_vaccine', grade: 'seen' }),
  vaccine_not_live: ofVaccine('last_dose', wait(14), item('79', 'transcribed')),
  vaccine_live: ofVaccine('last_dose', wait(28), item('80', 'transcribed')),
  serum: ofVaccine('last_dose', wait(28), item('81', 'to_confirm')),
  rabies_vaccine_or_hepatitis_b_immunoglobulin: ofVaccine(
    'last_dose',
    wait(years(1)),
    item('82', 'transcribed'),
  ),

  // Operations, needles, blood and cells
  surgery_major: ofProcedure('recovery', wait(months(12)), item('24', 'seen')),
  surgery_minor: ofProcedure('recovery', wait(months(6)), item('25', 'draft')),
  tooth_out: ofProcedure('day', wait(months(6)), { of: 'gazette', grade: 'seen' }),
  dental_operation: ofProcedure('day', wait(months(6)), { of: 'gazette', grade: 'to_confirm' }),
  transfusion_received: ofProcedure('day', wait(months(12)), item('26', 'transcribed')),
  tattoo_piercing_or_acupuncture: ofProcedure('day', wait(months(12)), item('48', 'transcribed')),
  marrow_given: ofProcedure('day', wait(months(12)), item('4', 'seen')),
  stem_cells_given: ofProcedure('day', wait(months(6)), item('4', 'seen')),
  came_to_india: ofResidence('arrival', wait(years(3)), item('104', 'seen')),
} as const satisfies { readonly [id: string]: DeferralRule }

export type DeferralRuleId = keyof typeof DEFERRAL_RULES

/** The rule of this id. */
export function deferralRule(id: DeferralRuleId): DeferralRule {
  return DEFERRAL_RULES[id]
}
