/**
 * One kind of evidence for an intent. Names are the concepts of `locales/<locale>/words/intents.json` (and `group`,
 * `number`, `amount`, `product`, which other vocabularies find); `a|b` means either; `!need` means the concept was
 * denied ("not needed"), and a plain name that it was not.
 */
interface Evidence {
  /** The rule with the most weight wins; equal weights go to the rule that asks for more evidence, then to the first. */
  readonly weight: number
  /** Each must be there. */
  readonly all: readonly string[]
  /** None may be there. */
  readonly none?: readonly string[]
  /** At most so many words may stay unexplained: small for words of command that chatter also holds. */
  readonly rest?: number
  /** Nothing else is said, not even a "please". */
  readonly only?: true
  /** Holds even when the message speaks of something that is none of our business (`other`). */
  readonly despite?: true
  /** It follows from what is said ("2 unit B+", "good work") but is not said. */
  readonly implied?: true
}

export interface IntentRule extends Evidence {
  readonly intent: string
}

/** Messages about something else in our own words: a rule of theirs that weighs most gives nothing. */
export const NOT_OURS: readonly Evidence[] = [
  { weight: 96, all: ['charity'], none: ['blood', 'product', 'group', 'unit', 'thalassemia', 'transfuse', 'fraud', 'demand', 'camp', 'certificate', 'paid'], despite: true },
  { weight: 95, all: ['organ'], none: ['blood', 'product', 'group', 'thalassemia', 'transfuse', 'illness', 'can', 'can_ask', 'human'], despite: true },
] // prettier-ignore

const BLOODY = 'blood|product|donor|group'
const GIVING = 'give|donate|gave|after_giving|by_giving'
const ASKED = 'can|can_ask|what|how|how_much|when|who|interval'

const emergency: readonly IntentRule[] = [
  { intent: 'emergency', weight: 99, all: ['shiver', 'transfuse'], none: ['can', 'can_ask', 'will_i'] },
  { intent: 'emergency', weight: 108, all: ['faint|breathless|bleeding|seizure', 'by_giving|after_giving', 'patient|someone|urgent'], none: ['can', 'can_ask', 'will_i', 'safety', 'past'] },
  { intent: 'emergency', weight: 100, all: ['faint|breathless|bleeding|seizure'], none: ['by_giving', 'past', 'can', 'can_ask'], despite: true },
  { intent: 'emergency', weight: 100, all: ['faint|breathless|bleeding|seizure', 'patient|urgent|ambulance|help'], none: ['by_giving', 'past'], despite: true },
  { intent: 'emergency', weight: 99, all: ['after_giving|gave', 'dizzy|mild|faint|bleeding|breathless|seizure'], none: ['can', 'can_ask', 'safety', 'vaccine'] },
  { intent: 'emergency', weight: 99, all: ['ambulance'], despite: true },
  { intent: 'emergency', weight: 99, all: ['breath', 'trouble'], none: ['by_giving', 'past', 'can', 'can_ask', 'illness', 'not', '!need'], despite: true },
  { intent: 'emergency', weight: 99, all: ['blood', 'flow'], none: ['how_much', 'safety', 'by_giving', 'past', 'can', 'can_ask', 'illness'], despite: true },
  { intent: 'emergency', weight: 99, all: ['reaction'], none: ['can', 'can_ask', 'will_i', 'vaccine'] },
  { intent: 'emergency', weight: 98, all: ['dying'], none: ['other', 'need', 'find'] },
  { intent: 'emergency', weight: 40, all: ['accident'], none: [BLOODY], rest: 3 },
  { intent: 'emergency', weight: 15, all: ['crisis'], none: [BLOODY, 'not', 'need', 'find', 'help'], rest: 0 },
] // prettier-ignore

const money: readonly IntentRule[] = [
  { intent: 'report_fraud', weight: 92, all: ['fraud|harass'] },
  { intent: 'report_fraud', weight: 92, all: ['fraud', 'someone|donor'], despite: true },
  { intent: 'money_for_blood', weight: 92, all: ['asked', 'money|amount', `${GIVING}|${BLOODY}|paid|unit|coming`], none: ['fraud', 'harass', 'took', 'otp', 'bank', 'contact_number', 'this', 'not'] },
  { intent: 'report_fraud', weight: 91, all: ['money|amount', 'demand'], none: ['need'] },
  { intent: 'report_fraud', weight: 91, all: ['money|amount', 'demand', 'someone|donor'] },
  { intent: 'report_fraud', weight: 92, all: ['trade', 'someone'], none: ['what', 'can', 'can_ask', 'want', 'need', 'where', 'find', 'how_much', 'cost', 'other', 'i_give'] },
  { intent: 'report_fraud', weight: 91, all: ['otp', 'demand|someone|call|donor|fraud'], despite: true },
  { intent: 'money_for_blood', weight: 90, all: ['cost', 'pay', 'donor'], none: ['demand', 'fraud'] },
  { intent: 'money_for_blood', weight: 90, all: ['to_donor', 'cost|money|amount|pay'], none: ['demand', 'fraud', 'found'] },
  { intent: 'money_for_blood', weight: 90, all: ['to_donor', 'how_much', 'give'], none: ['demand', 'fraud', 'found'] },
  { intent: 'money_for_blood', weight: 87, all: ['amount', 'blood', 'give|donate|i_give|offer'], none: ['ml', 'taken', 'can', 'can_ask', 'need', 'unit', 'patient', 'cost', 'gave', 'illness'], rest: 0 },
  { intent: 'money_for_blood', weight: 90, all: ['trade', BLOODY] },
  { intent: 'money_for_blood', weight: 89, all: ['pay'], none: ['cost', '!pay'] },
  { intent: 'money_for_blood', weight: 89, all: ['pay', BLOODY], none: ['cost', '!pay'], despite: true },
  { intent: 'money_for_blood', weight: 89, all: ['paid', 'money|blood|give|donate|by_giving|after_giving|donor|amount|pay'] },
  { intent: 'money_for_blood', weight: 88, all: ['paid'], rest: 0 },
  { intent: 'money_for_blood', weight: 90, all: ['cost|money|how_much', 'you_give'] },
  { intent: 'money_for_blood', weight: 88, all: ['money', 'offer', BLOODY], none: ['cost', 'how_much', '!offer', 'enrol'] },
  { intent: 'money_for_blood', weight: 88, all: ['amount', 'offer', BLOODY], none: ['cost', 'how_much', '!offer', 'enrol', 'donate'] },
  { intent: 'money_for_blood', weight: 88, all: ['need_money', 'donate|give|blood'], none: ['patient'] },
  { intent: 'money_for_blood', weight: 88, all: ['money|amount', 'give|offer|find|give_me', `${BLOODY}|unit|give_me|donate`], none: ['cost', 'how_much', 'need|thalassemia', 'want'] },
  { intent: 'money_for_blood', weight: 88, all: ['cost|money', 'i_give', BLOODY] },
  { intent: 'money_for_blood', weight: 87, all: ['amount', `${BLOODY}|unit`, 'can|find|offer'], none: ['cost', 'how_much'] },
] // prettier-ignore

const questions: readonly IntentRule[] = [
  { intent: 'faq_cost', weight: 93, all: ['bank|cost', 'amount|money', 'what|how_much|cost', 'demand|bank'], none: ['fraud', 'someone', 'harass', 'donor', 'otp', 'took', 'need_money', 'pay', 'offer', 'trade', 'paid'] },
  { intent: 'faq_doctor', weight: 82, all: ['chelation'], none: [BLOODY, 'unit', 'transfuse'], despite: true },
  { intent: 'faq_doctor', weight: 58, all: ['patient|thalassemia', 'illness', 'limit|how_much|help|what'], none: [BLOODY, 'find', 'need', 'give', 'donate', 'can', 'can_ask', 'offer', 'transfuse', 'cost', 'money'], rest: 0 },
  { intent: 'faq_vaccine', weight: 80, all: ['vaccine'], despite: true },
  { intent: 'faq_vaccine', weight: 80, all: ['shot', 'preventable'], none: ['need'] },
  { intent: 'faq_compatibility', weight: 68, all: ['compat', `${GIVING}|${BLOODY}`], none: ['need', 'find'] },
  { intent: 'faq_compatibility', weight: 68, all: ['compat'], rest: 0 },
  { intent: 'faq_compatibility', weight: 70, all: ['groups', 'can|can_ask', 'donate|give|blood'], none: ['need', 'find', 'offer', 'illness'] },
  { intent: 'faq_compatibility', weight: 70, all: ['group', 'who', 'can|can_ask|give|donate'], none: ['need', 'find'] },
  { intent: 'faq_safety', weight: 107, all: ['taken'], none: ['need', 'illness', 'find', 'dying', 'faint'] },
  { intent: 'faq_safety', weight: 77, all: ['recover', 'blood|how_much|interval|duration|after_giving'], none: ['need', 'find', 'illness', 'patient'] },
  { intent: 'faq_safety', weight: 73, all: ['tested'], none: ['need', 'find', 'other'], rest: 2 },
  { intent: 'faq_safety', weight: 77, all: ['care', 'after_giving|before_giving|by_giving'], none: ['need', 'find', 'illness'] },
  { intent: 'faq_safety', weight: 71, all: ['benefit', `${GIVING}|blood`], none: ['need', 'find', 'patient', 'money'] },
  { intent: 'faq_safety', weight: 65, all: ['duration'], none: ['need', 'find', 'found', 'other', 'camp', 'request', 'donor', 'certificate'], rest: 0 },
  { intent: 'faq_safety', weight: 107, all: ['will_i', 'faint|dizzy|mild|illness|safety|breathless'], none: ['patient', 'urgent', 'gave', 'past', 'need', 'find', 'vaccine', 'can', 'can_ask'] },
  { intent: 'faq_safety', weight: 78, all: ['safety|tested', 'transfuse'], none: ['need', 'find', 'illness', 'urgent', 'unit', 'number'] },
  { intent: 'faq_safety', weight: 67, all: ['safety|by_giving', `${GIVING}|blood|patient|want`], none: ['need', 'illness', 'find'] },
  { intent: 'faq_safety', weight: 105, all: ['by_giving', 'faint|bleeding|breathless|dizzy|illness|mild'], none: ['can', 'after_giving'] },
  { intent: 'faq_safety', weight: 106, all: ['cause', 'illness|mild|safety|trouble'], none: ['after_giving', 'vaccine', 'need'] },
  { intent: 'faq_safety', weight: 66, all: ['safety'], none: ['need', 'find', 'illness'], rest: 2 },
  { intent: 'faq_safety', weight: 68, all: ['safety', 'by_giving'], none: ['need', 'find'] },
  { intent: 'faq_eligibility', weight: 67, all: ['illness', GIVING, 'how_much|limit', 'need'], none: ['patient', 'find', 'by_giving', 'cost', 'money', 'unit'] },
  { intent: 'faq_eligibility', weight: 67, all: ['illness', GIVING], none: ['need', 'find', 'by_giving'] },
  { intent: 'faq_eligibility', weight: 67, all: ['illness|mild', `${GIVING}|blood`, 'can|can_ask|interval|when'], none: ['find'] },
  { intent: 'faq_eligibility', weight: 66, all: ['illness', 'can|can_ask'], none: ['need', 'find'] },
  { intent: 'faq_eligibility', weight: 55, all: ['illness'], none: ['care', 'need', 'find', 'patient', 'donor', 'product', 'cost', 'thalassemia', 'urgent', 'unavailable', 'transfuse', 'need_money', 'money'], rest: 1 },
  { intent: 'faq_eligibility', weight: 54, all: ['mild'], none: ['blood', 'number', 'need', 'find', 'patient', 'other', 'send', 'women', 'cost', 'money', 'help', 'where', 'what', 'safety', 'urgent'], rest: 0 },
  { intent: 'faq_eligibility', weight: 66, all: ['mild', `${GIVING}|can|can_ask`], none: ['need', 'find', 'by_giving', 'safety', 'want'] },
  { intent: 'faq_eligibility', weight: 66, all: ['age_weight', 'limit|how_much|can|can_ask|what'], none: ['find', 'transfuse', 'product'] },
  { intent: 'faq_eligibility', weight: 73, all: ['illness', 'offer|can|can_ask', GIVING], none: ['need', 'by_giving'] },
  { intent: 'faq_eligibility', weight: 67, all: ['illness', 'can|can_ask', `${GIVING}|blood`], none: ['need', 'find', 'by_giving', 'patient'], despite: true },
  { intent: 'faq_eligibility', weight: 65, all: ['eligibility'], none: ['need', 'find'] },
  { intent: 'faq_eligibility', weight: 70, all: ['eligibility|age_weight', 'give|donate', 'limit|eligibility'], none: ['find', 'patient', 'unit', 'someone', 'donor', 'want', 'offer', 'enrol', 'gave'] },
  { intent: 'faq_eligibility', weight: 57, all: ['age_weight', GIVING], none: ['need', 'find', 'transfuse', 'want', 'offer'] },
  { intent: 'faq_eligibility', weight: 60, all: ['who', 'can|can_ask', GIVING], none: ['need'] },
  { intent: 'faq_eligibility', weight: 60, all: ['can_ask', `${GIVING}|blood`], none: ['need', 'patient', 'how', 'where', 'someone'] },
  { intent: 'faq_eligibility', weight: 59, all: ['can', 'give|donate|blood'], none: ['need', 'find', 'how', 'where', 'offer', 'group', 'enrol'] },
  { intent: 'faq_interval', weight: 64, all: ['interval', GIVING], none: ['need', 'found', 'resolved', 'transfuse'] },
  { intent: 'faq_interval', weight: 64, all: ['interval', 'again|can'], none: ['need', 'find', 'transfuse'] },
  { intent: 'faq_interval', weight: 64, all: ['again', `${GIVING}|can|can_ask`], none: ['need', 'find', 'start'] },
  { intent: 'faq_interval', weight: 63, all: ['gave', ASKED], none: ['need', 'certificate', 'eligibility'] },
  { intent: 'faq_interval', weight: 62, all: ['gave|did', 'past|when|interval', 'donate|gave|blood', 'number|when|can|can_ask|again'], none: ['need', 'illness', 'certificate', 'vaccine', 'camp'] },
  { intent: 'faq_interval', weight: 62, all: ['when', 'can|can_ask', 'give|donate|gave'], none: ['need'] },
  { intent: 'faq_interval', weight: 74, all: ['interval', 'donate|give|gave', 'should|can|again'], none: ['need', 'illness', 'mild'] },
  { intent: 'faq_interval', weight: 75, all: ['after_giving', 'interval'], none: ['illness', 'mild', 'dizzy'] },
  { intent: 'faq_interval', weight: 76, all: ['interval', 'women', `${GIVING}|can|can_ask`], none: ['patient', 'illness'] },
  { intent: 'faq_interval', weight: 76, all: ['interval', 'again', GIVING], none: ['patient', 'illness', 'mild', 'enrol'] },
  { intent: 'faq_interval', weight: 76, all: ['interval', 'can_ask', 'donate|give'], none: ['patient', 'illness', 'mild', 'eligibility', 'vaccine'] },
  { intent: 'faq_interval', weight: 75, all: ['after_giving', 'when'], none: ['illness', 'mild', 'dizzy', 'certificate', 'vaccine', 'care', 'safety', 'enrol'], rest: 1 },
  { intent: 'faq_interval', weight: 75, all: ['interval', 'by_giving'], none: ['illness', 'mild', 'patient', 'safety', 'recover', 'care'] },
  { intent: 'faq_interval', weight: 66, all: ['gave', 'eligibility'], none: ['need', 'not', 'illness', 'mild', 'vaccine', 'certificate'] },
  { intent: 'faq_interval', weight: 74, all: ['again', 'eligibility', `${GIVING}|when`], none: ['illness', 'mild', 'need', 'patient', 'vaccine'] },
  { intent: 'faq_interval', weight: 56, all: ['gave', 'past'], none: ['need', 'find', 'illness', 'mild', 'vaccine', 'certificate', 'camp', 'patient', 'thanks', 'praise', 'message', 'dizzy', 'status', 'money', 'not'], rest: 1 },
  { intent: 'faq_interval', weight: 50, all: ['interval'], none: ['need', 'find', 'patient'], rest: 0 },
  { intent: 'faq_cost', weight: 66, all: ['cost', `${GIVING}|${BLOODY}|patient|thalassemia|camp|bank`], none: ['need', 'need_money', 'offer', 'find'] },
  { intent: 'faq_cost', weight: 65, all: ['cost'], none: ['need', 'greeting', 'find'], rest: 0 },
  { intent: 'faq_cost', weight: 70, all: ['cost', BLOODY, 'how_much'], none: ['other'] },
] // prettier-ignore

const giving: readonly IntentRule[] = [
  { intent: 'donate', weight: 79, all: ['if_someone', 'group'], none: ['patient', 'illness', 'money', 'amount', 'pay', 'can_ask', 'not', 'unit', 'urgent', 'find'] },
  { intent: 'donate', weight: 58, all: ['offer', 'group'], none: ['need', 'find', 'patient', 'unit', 'not', '!offer', 'money', 'amount', 'pay', 'cost', 'illness', 'mild', 'can_ask', 'give_me', 'someone', 'what'] },
  { intent: 'donate', weight: 77, all: ['want', 'donate|give', 'group', 'age_weight|camp'], none: ['can', 'can_ask', 'need', 'find', 'not', '!want', '!give', '!donate', 'certificate', 'illness', 'mild', 'interval'] },
  { intent: 'donate', weight: 72, all: ['want', 'donate', 'group|blood|donor'], none: ['!want', '!donate', 'money', 'amount', 'need', 'find', 'can', 'can_ask', 'illness', 'mild', 'not', 'certificate', 'charity'], despite: true },
  { intent: 'donate', weight: 58, all: ['donor_here'], none: ['need', 'find', 'patient', 'someone', 'not', 'unit', 'what', 'can', 'can_ask', 'gave', 'illness', 'certificate', 'money', 'pay', 'cost', 'stop', 'camp'] },
  { intent: 'donate', weight: 77, all: ['donor', 'age_weight', 'group'], none: ['need', 'patient', 'someone', 'not', 'unit', 'what', 'can', 'can_ask', 'gave', 'illness', 'money', 'urgent', 'give_me', 'transfuse'] },
  { intent: 'donate', weight: 77, all: ['for_someone', 'offer'], none: ['need', 'find', 'illness', 'money', 'pay', 'can_ask', 'not', '!give', '!donate', '!offer', 'found'] },
  { intent: 'donate', weight: 77, all: ['if_someone', 'offer|donate|give', 'blood|donor|group|donate'], none: ['patient', 'illness', 'money', 'pay', 'can_ask', 'not', '!give', '!donate', '!offer'] },
  { intent: 'donate', weight: 77, all: ['want', 'give|donate', 'camp'], none: ['what', 'when', 'where', 'who', 'how', 'can', 'can_ask', 'not', '!want', '!give', '!donate', 'need', 'certificate', 'other', 'interval', 'request'] },
  { intent: 'donate', weight: 72, all: ['want', 'donate|give', 'age_weight|eligibility'], none: ['can', 'can_ask', 'what', 'limit', 'how_much', 'illness', 'mild', 'not', '!want', '!give', '!donate', 'patient', 'need', 'money', 'other', 'vaccine', 'interval'] },
  { intent: 'donate', weight: 72, all: ['can', 'blood|donate|give', 'enrol'], none: ['illness', 'mild', 'can_ask', 'what', 'need', 'patient', '!give', '!donate', '!can', 'eligibility', 'certificate', 'camp', 'money', 'fraud'], despite: true },
  { intent: 'donate', weight: 75, all: ['enrol', 'donate|give'], none: ['can', 'can_ask', 'certificate', 'camp', 'illness', 'mild', 'not', 'someone', 'patient', 'need', 'find', 'money', 'amount', 'eligibility', 'by_giving', 'safety', '!want', 'fraud'] },
  { intent: 'donate', weight: 76, all: ['if_someone|to_someone', 'need'], none: ['patient', 'transfuse', 'find', 'not', '!need', 'human', 'speak', 'money', 'illness', 'request', 'donor'] },
  { intent: 'donate', weight: 73, all: ['slot', 'donate|give|donor'], none: ['need', 'not', 'patient'] },
  { intent: 'donate', weight: 76, all: ['friends', 'donate|give|offer|donor', `blood|donate|group|donor`], none: ['need', 'find', 'can_ask', 'illness', 'mild', 'money', 'certificate', 'camp', '!give', '!donate', '!want', 'not'] },
  { intent: 'donate', weight: 61, all: ['donate|give', 'want|offer|enrol', 'blood'], none: ['!give', '!donate', '!want', 'patient'], despite: true },
  { intent: 'donate', weight: 60, all: ['donate', 'want|offer|enrol|where|how|group'], none: ['!donate', '!want', 'money', 'amount', 'benefit', 'duration'] },
  { intent: 'donate', weight: 60, all: ['give', 'blood|product'], none: ['!give', 'can', 'can_ask', 'need', 'patient', '!want'] },
  { intent: 'donate', weight: 60, all: ['give|offer|can', 'blood|group|donate', 'group|where|how|offer|want'], none: ['!give', 'need', 'get', 'unit', 'find', 'if_someone', 'who', 'can_ask', '!want'] },
  { intent: 'donate', weight: 71, all: ['offer', 'give|donate'], none: ['!offer', 'money', 'pay', 'find', 'can_ask', 'eligibility'] },
  { intent: 'donate', weight: 71, all: ['offer', 'blood|donor'], none: ['patient', 'need', '!offer', 'money', 'amount', 'pay', 'find', 'can_ask'] },
  { intent: 'donate', weight: 72, all: ['enrol', 'donor'], none: ['not', 'find', 'eligibility', 'illness'] },
  { intent: 'donate', weight: 59, all: ['want|volunteer|enrol', 'donor'], none: ['unit', 'need', 'find', 'donor_contact', 'money', 'amount', 'request', '!want', 'other'] },
  { intent: 'donate', weight: 72, all: ['want', 'donate|give', 'blood'], none: ['can_ask', '!want', '!give', '!donate', 'illness', 'mild', 'money'] },
  { intent: 'donate', weight: 58, all: ['want', 'donate'], none: ['!want', '!donate', 'money', 'amount'] },
  { intent: 'donate', weight: 61, all: ['donate|give', 'where|how'], none: ['need', 'find', 'illness', 'gave', 'someone', 'money', 'amount', 'duration', 'benefit'] },
  { intent: 'donate', weight: 52, all: ['donate'], none: ['!donate', 'not', 'patient', 'need', 'found', 'message', 'money', 'amount', 'help', 'benefit', 'duration', 'what'], rest: 1 },
  { intent: 'donate', weight: 44, all: ['enrol', 'want'], none: ['patient', 'not', 'certificate', 'camp'], rest: 0 },
] // prettier-ignore

const needing: readonly IntentRule[] = [
  { intent: 'request_blood', weight: 77, all: ['help', 'unit', 'group|blood|product'], none: ['give', 'donate', 'offer', 'enrol', 'gave', 'cancel', 'resolved', 'not_needed'] },
  { intent: 'request_blood', weight: 66, all: ['bank', 'unavailable'], none: ['give', 'donate', 'gave', 'offer', 'money', 'cost'], rest: 2 },
  { intent: 'request_blood', weight: 70, all: ['bank|thalassemia|transfuse', 'unavailable|absent|!find', 'patient|need|find|help|where'], none: ['give', 'donate', 'gave', 'offer', 'certificate'] },
  { intent: 'request_blood', weight: 69, all: ['absent', 'bank|blood|product', 'find|where|group'], none: ['give', 'donate', 'gave', 'offer', 'illness', 'money', 'cost'] },
  { intent: 'request_blood', weight: 60, all: ['donor', 'want', 'unit'], none: ['give', 'donate', 'offer', 'enrol', 'not', '!want', 'gave'] },
  { intent: 'request_blood', weight: 69, all: ['need', 'unit', 'group'], none: ['give', 'donate', 'enrol', '!need', 'certificate', 'can', 'money', 'amount'], despite: true },
  { intent: 'request_blood', weight: 69, all: ['patient', 'group|product', 'unit', 'illness|help|for_mine'], none: ['give', 'donate', 'gave', 'can_ask', 'enrol', 'offer', 'vaccine', 'safety', 'status', 'found', 'cancel', 'resolved', 'not_needed', '!need', 'other'] },
  { intent: 'request_blood', weight: 51, all: ['want', 'group', 'unit'], none: ['give', 'donate', 'offer', 'enrol', 'can', 'camp', 'not', '!want', 'gave'] },
  { intent: 'request_blood', weight: 70, all: [BLOODY, 'need|give_me|unavailable|transfuse'], none: ['give', 'can', 'offer', 'enrol', '!need', 'certificate', 'want'], despite: true },
  { intent: 'request_blood', weight: 69, all: ['blood|product|group|donor', 'need|give_me|unavailable|transfuse'], none: ['offer', 'illness', 'can_ask', '!need', 'certificate', 'give', 'enrol'], despite: true },
  { intent: 'request_blood', weight: 69, all: [BLOODY, 'find'], none: ['offer', 'money', 'amount', 'cost', 'give', 'certificate', 'gave', 'camp'] },
  { intent: 'request_blood', weight: 70, all: [BLOODY, 'need|urgent|patient|find', 'patient|someone|urgent', 'give|donate'], none: ['want', 'offer', 'can', 'by_giving', 'illness'] },
  { intent: 'request_blood', weight: 72, all: ['can_ask|can|want', 'someone', 'donate|give'], none: ['who', 'illness', 'mild', 'enrol', 'age_weight', 'eligibility', 'offer'] },
  { intent: 'request_blood', weight: 75, all: ['someone', 'donate|give', 'for_mine'], none: ['want', 'enrol', 'illness', 'need_money'] },
  { intent: 'request_blood', weight: 74, all: ['for_mine', 'patient', 'donate|give|eligibility'], none: ['want', 'offer', 'enrol', 'illness', 'mild', 'can_ask', 'safety', 'cost', 'gave', 'after_giving', 'age_weight', 'certificate', 'pay'] },
  { intent: 'request_blood', weight: 77, all: ['transfuse'], none: ['camp', 'resolved', 'illness', 'gave', 'cost', 'safety', 'status', 'can', 'give', 'donate'], rest: 3 },
  { intent: 'request_blood', weight: 80, all: ['regularly'], none: ['can', 'can_ask', 'give', 'donate', 'gave'] },
  { intent: 'request_blood', weight: 68, all: ['donor_contact'], despite: true },
  { intent: 'request_blood', weight: 68, all: ['replacement', 'donor|blood'], despite: true },
  { intent: 'request_blood', weight: 68, all: ['need', 'thalassemia'], none: ['give', 'certificate', '!need'] },
  { intent: 'request_blood', weight: 68, all: ['give_me'] },
  { intent: 'request_blood', weight: 68, all: [BLOODY, '!find'], none: ['so_far', 'found', 'status', 'message', 'give', 'cancel', 'certificate', 'camp', 'other'] },
  { intent: 'request_blood', weight: 66, all: ['transfuse', 'illness|mild|when|urgent'], none: ['can', 'can_ask', 'give', 'donate', 'gave', 'resolved', 'past', 'other', 'safety'], rest: 2 },
  { intent: 'request_blood', weight: 66, all: ['need|unavailable', 'unit'], none: ['cost', 'give', '!need', 'other'], rest: 2 },
  { intent: 'request_blood', weight: 54, all: ['someone', 'group', 'speak|fill'], none: ['give', 'can', 'can_ask', 'gave', 'found', 'compat', 'who', 'offer', 'status', 'certificate', 'camp'], rest: 1 },
  { intent: 'request_blood', weight: 66, all: ['find', 'number', 'patient|urgent|unit'] },
  { intent: 'request_blood', weight: 68, all: ['need|find', 'patient', 'illness'], none: ['give', 'donate', 'can', 'can_ask', 'certificate'] },
  { intent: 'request_blood', weight: 66, all: ['need|find', 'unit'], none: ['cost', 'give'] },
  { intent: 'request_blood', weight: 66, all: ['takes', `unit|${BLOODY}`], none: ['cost', 'how_much', 'money', 'amount', 'give', 'donate', 'duration', 'when', 'other', 'certificate', 'camp'] },
  { intent: 'request_blood', weight: 65, all: ['urgent', BLOODY], none: ['give', 'donate', 'other', 'not'] },
  { intent: 'request_blood', weight: 54, all: ['someone|what', 'donor'], none: ['enrol', 'can', 'offer', 'fraud'], rest: 2 },
  { intent: 'request_blood', weight: 54, all: ['someone', 'blood|group|product', 'what|where'], none: ['can', 'can_ask', 'give', 'donate', 'gave', 'found', 'resolved', 'fraud', 'safety', 'other'] },
  { intent: 'request_blood', weight: 53, all: ['request', 'blood|donor'], none: ['status', 'found', 'cancel'] },
  { intent: 'request_blood', weight: 53, all: ['request', 'new'] },
  { intent: 'request_blood', weight: 50, all: ['blood|product|donor', 'absent'], none: ['give', 'donate', 'gave', '!need', 'found', 'other', 'illness'] },
  { intent: 'request_blood', weight: 52, all: ['get', `unit|${BLOODY}`], none: ['give', 'donate', 'gave', 'money', 'pay', 'paid', 'cost', 'found', 'resolved', 'camp', 'certificate', 'not', 'illness', 'compat'] },
  { intent: 'request_blood', weight: 51, all: ['want', 'blood|product|donor'], none: ['give', 'donate', 'offer', 'enrol', 'can', 'camp', 'other', 'not', '!want', 'gave', 'by_giving', 'safety', 'trade', 'money'] },
  { intent: 'request_blood', weight: 48, all: ['help', BLOODY], none: ['give', 'donate', 'gave', 'can'] },
  { intent: 'request_blood', weight: 46, all: ['group', 'unit'], none: ['give', 'donate', 'gave', 'can'], implied: true },
  { intent: 'request_blood', weight: 46, all: ['group|product|blood', 'patient'], none: ['give', 'donate', 'gave', 'can', 'safety', 'other', 'status'], implied: true },
  { intent: 'request_blood', weight: 46, all: ['product|blood', 'unit'], none: ['give', 'donate', 'gave', 'can', 'cost', 'other'], implied: true },
] // prettier-ignore

const running: readonly IntentRule[] = [
  { intent: 'start', weight: 88, all: ['start', 'again', 'message|stop|halt|listing'], none: ['!start', ...BLOODY.split('|'), 'request', 'not', 'camp', 'certificate'], rest: 3 },
  { intent: 'cancel', weight: 77, all: ['donor', 'stop|no_message'], none: ['fraud', 'harass', 'money', 'need', 'certificate', '!stop', 'contact_number'], rest: 1 },
  { intent: 'certificate', weight: 80, all: ['letter', 'found|so_far|!found|not'], none: ['need_money', 'fraud', 'vaccine', 'illness', 'patient', 'blood', 'donor', 'group'], rest: 2 },
  { intent: 'status', weight: 75, all: ['request', 'status'], none: ['cancel', 'new', 'need', 'certificate'], rest: 4 },
  { intent: 'human', weight: 78, all: ['human'], none: ['camp', 'need', 'other', 'status', 'fraud', 'money', 'amount', 'certificate', 'illness', 'vaccine', 'interval', 'can_ask', 'eligibility', 'cost', 'hindi_english', 'language', 'find', 'patient', 'urgent', ...GIVING.split('|'), ...BLOODY.split('|')], rest: 4 },
  { intent: 'start', weight: 87, all: ['start', 'message|again', 'stop|halt'], none: ['!start', '!stop', ...BLOODY.split('|'), 'request', 'not'], despite: true },
  { intent: 'start', weight: 47, all: ['start', 'message'], none: ['!start', 'not', 'stop', 'halt', ...BLOODY.split('|'), 'camp', 'pay', 'certificate', 'language', 'hindi_english'], rest: 2 },
  { intent: 'stop', weight: 86, all: ['stop|no_message|halt', 'message|this'], none: [...BLOODY.split('|'), 'bleeding', '!stop', 'request', 'human', 'start', 'not', 'cancel', 'resolved', 'found'], rest: 3, despite: true },
  { intent: 'stop', weight: 86, all: ['no_message'], none: [...BLOODY.split('|'), 'request', 'human', 'start', 'cancel', 'resolved', 'found', 'not_needed'], rest: 2, despite: true },
  { intent: 'stop', weight: 86, all: ['stop|no_message'], none: [...BLOODY.split('|'), 'bleeding', '!stop', 'request', 'human', 'start'], rest: 0 },
  { intent: 'stop', weight: 86, all: ['leaving'], none: ['illness', 'request', 'need'] },
  { intent: 'stop', weight: 85, all: ['remove', 'listing'], none: ['request', 'cancel', 'certificate', 'resolved', 'not_needed', ...BLOODY.split('|')], rest: 1 },
  { intent: 'stop', weight: 85, all: ['receive', 'not|!want'], none: ['certificate', 'found', 'so_far', 'request', 'money', ...BLOODY.split('|')], rest: 1 },
  { intent: 'stop', weight: 84, all: ['not', 'send'], none: ['certificate', 'found', 'money', ...BLOODY.split('|')], rest: 0 },
  { intent: 'stop', weight: 86, all: ['message', 'stop|no_message|halt|!need|not_needed|cancel'], none: ['!stop', 'what', 'status'], rest: 2 },
  { intent: 'stop', weight: 86, all: ['halt'], only: true },
  { intent: 'stop', weight: 85, all: ['message', 'not'], none: ['start', 'found', 'certificate', ...BLOODY.split('|')], rest: 1 },
  { intent: 'certificate', weight: 82, all: ['certificate'], none: ['vaccine', 'fraud'], rest: 2 },
  { intent: 'certificate', weight: 82, all: ['letter', 'commissioner|gave|donate|after_giving'], none: ['need_money', 'fraud', 'vaccine', 'find', 'illness', 'patient'] },
  { intent: 'certificate', weight: 82, all: ['certificate', 'donate|give|gave|camp|blood|donor|after_giving|by_giving'], none: ['vaccine', 'fraud'], despite: true },
  { intent: 'status', weight: 79, all: ['resolved|found', 'what|someone|how_much'], none: ['need', 'give', 'certificate', 'money', 'not_needed', 'thanks'] },
  { intent: 'cancel', weight: 78, all: ['not_needed'], none: ['message', 'certificate', 'give', 'donate'] },
  { intent: 'cancel', weight: 77, all: [`!need`], none: ['message', 'give', 'certificate'] },
  { intent: 'cancel', weight: 77, all: ['!takes', `unit|${BLOODY}`], none: ['need', 'find', 'cost', 'money'] },
  { intent: 'cancel', weight: 76, all: ['resolved'], none: ['need', 'what', 'certificate', 'other', 'find', 'fraud'], rest: 2 },
  { intent: 'cancel', weight: 75, all: ['cancel', 'request|need|blood|group|donor|unit'], none: ['!cancel', 'status', 'what', 'camp'] },
  { intent: 'cancel', weight: 87, all: ['stop|halt|close|no_message', 'resolved|cancel|not_needed'], none: ['message', '!stop', 'status', 'what', 'camp', 'start', 'not_needed'] },
  { intent: 'cancel', weight: 75, all: ['stop|halt|close', 'request|resolved'], none: ['message', '!stop', 'status', 'what', 'camp', 'start'] },
  { intent: 'cancel', weight: 47, all: ['cancel'], none: ['!cancel', 'camp', 'donate', 'give', 'human', 'certificate', 'message'], rest: 0 },
  { intent: 'camps', weight: 76, all: ['camp'], none: ['certificate', 'fraud', 'gave'], despite: true },
  { intent: 'status', weight: 74, all: ['request', 'status|found|when|where|what|resolved'], none: ['cancel', 'new', 'need'] },
  { intent: 'status', weight: 76, all: ['found', 'so_far'], none: ['certificate', 'give', 'offer', 'human', 'need'] },
  { intent: 'status', weight: 73, all: ['found', 'donor|blood|someone|group|how_much'], none: ['certificate', 'give', 'offer', 'human', 'need'] },
  { intent: 'status', weight: 73, all: ['so_far', 'not|found|how_much|!find', `someone|request|${BLOODY}`], none: ['certificate', 'need', 'give', 'gave', 'camp', 'message'] },
  { intent: 'status', weight: 49, all: ['status', 'human|officer'], none: ['other', 'message', 'certificate'], rest: 1 },
  { intent: 'status', weight: 49, all: ['status'], none: ['certificate', 'message', 'give'], rest: 0 },
  { intent: 'status', weight: 74, all: ['status', 'blood|donor|request|group|found'], none: ['need', 'give', 'cancel', 'patient'] },
  { intent: 'status', weight: 76, all: ['coming'], none: ['need', 'camp', 'offer', 'certificate', 'i_give'] },
  { intent: 'status', weight: 48, all: ['found'], rest: 0 },
  { intent: 'language', weight: 47, all: ['hindi_english', 'speak|want|speak_want|language|not|start|human'], rest: 1 },
  { intent: 'language', weight: 46, all: ['hindi_english|language'], rest: 0 },
  { intent: 'human', weight: 45, all: ['human'], none: ['camp', 'need', 'other', 'status', BLOODY, 'help', 'hindi_english'] , rest: 4 },
  { intent: 'human', weight: 45, all: ['human|call_me'], none: ['camp', 'need', 'other', 'status'], rest: 2 },
  { intent: 'human', weight: 44, all: ['human|call_me', 'need'], none: ['camp', 'blood', 'other'], rest: 2 },
  { intent: 'human', weight: 44, all: ['volunteer|officer', 'speak|human|call_me'], none: ['camp', 'other'], rest: 2 },
  { intent: 'human', weight: 43, all: ['someone|call', 'speak'], none: ['hindi_english', 'blood', 'donor', 'need', 'camp', 'help'], rest: 1 },
  { intent: 'human', weight: 43, all: ['call', 'can|what|want|need|how|who'], none: ['harass', 'camp', 'donor', 'blood', 'other', 'not'], rest: 0 },
  { intent: 'human', weight: 43, all: ['contact_number'], none: ['donor', 'other', 'blood'], rest: 0 },
  { intent: 'start', weight: 46, all: ['again', 'send|message'], none: ['not', 'stop', 'halt', ...BLOODY.split('|'), 'certificate'], rest: 0 },
  { intent: 'start', weight: 42, all: ['start'], none: [...BLOODY.split('|'), 'camp', '!start', 'pay', 'stop'], rest: 0 },
  { intent: 'back', weight: 41, all: ['back'], none: ['call_me', 'listing', 'gave', 'money', 'need', 'patient', ...BLOODY.split('|')], rest: 0 },
  { intent: 'help', weight: 30, all: ['help'], none: ['money', 'need_money', 'thalassemia', 'illness', ...BLOODY.split('|')], rest: 0 },
  { intent: 'help', weight: 30, all: ['works', 'how|what'], none: ['money', 'other', 'give', ...BLOODY.split('|')], rest: 2 },
  { intent: 'help', weight: 28, all: ['this', 'what|how|who'], none: ['money', 'need', 'find', 'status', 'when', 'where', 'certificate', 'language', 'hindi_english', 'message', 'found', 'cost', 'illness', 'call', 'patient', 'not', 'camp', ...BLOODY.split('|')], rest: 0 },
  { intent: 'help', weight: 29, all: ['understand', 'not'], none: ['hindi_english', 'human', 'illness', ...BLOODY.split('|')], rest: 1 },
  { intent: 'thanks', weight: 31, all: ['thanks|praise', 'help'], none: ['need', ...BLOODY.split('|')], rest: 1 },
  { intent: 'thanks', weight: 13, all: ['thanks|praise', 'blood|donor'], none: ['need', 'find', 'give', 'want', 'can', 'not'], rest: 0 },
  { intent: 'thanks', weight: 80, all: ['thanks|praise', 'patient'], none: ['need', 'find', 'resolved', 'request', 'not', 'not_needed', 'status', 'found', 'want', 'cancel', 'urgent', 'give'], rest: 2 },
  { intent: 'thanks', weight: 12, all: ['thanks'], none: ['not', ...BLOODY.split('|')], rest: 4 },
  { intent: 'thanks', weight: 12, all: ['praise'], none: ['not', ...BLOODY.split('|')], rest: 4, implied: true },
  { intent: 'claim', weight: 12, all: ['claim_word'], only: true },
  { intent: 'greeting', weight: 10, all: ['greeting'], none: ['need', 'want', 'find', 'what', 'cost', 'unit', 'not', ...BLOODY.split('|')], rest: 1 },
] // prettier-ignore

/** What counts as evidence for which intent, in every language alike. */
export const INTENT_RULES: readonly IntentRule[] = [
  ...emergency,
  ...money,
  ...questions,
  ...giving,
  ...needing,
  ...running,
]

/** Concepts that a "not" beside them turns round. */
export const DENIABLE: ReadonlySet<string> = new Set([
  'need', 'find', 'give', 'donate', 'want', 'offer', 'faint', 'bleeding', 'breathless', 'seizure', 'dying', 'urgent',
  'fraud', 'pay', 'stop', 'cancel', 'start', 'dizzy', 'takes',
]) // prettier-ignore
