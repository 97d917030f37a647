/**
 * The lines in which a rule is seen kept: each of the transcripts has one that matches, in every language, and none that
 * matches `never`. Marks stand before the words: `>` written, `<` answered, `!` done.
 */
export interface Proof {
  readonly in: readonly string[]
  readonly line: RegExp
  readonly never?: RegExp
}

export interface CareRule {
  readonly rule: string
  readonly proofs: readonly Proof[]
}

const UNDERSTOOD = /^< (?:You told us|आपने बताया|Aapne bataya): /
const FOR_WHOM = /^< (?:Who needs the blood\?|खून किसके लिए चाहिए\?|Khoon kiske liye chahiye\?)$/
const NOTHING_ARRANGED =
  /blood is not arranged yet|खून का इंतज़ाम अभी नहीं हुआ है|Khoon ka intezaam abhi nahi hua hai/
const ASK_THE_HOSPITAL =
  /keep asking the hospital|अस्पताल (?:से भी|में भी|से) |(?:aspataal se bhi|Hospital mein bhi) /i
const NEED_OR_GIVE =
  /^< (?:Do you need blood, or do you want|खून चाहिए या खून देना है\?|Khoon chahiye ya khoon dena hai\?)/
const NOTHING_STARTED_BY_US =
  /no more messages on our own|अपनी तरफ़ से कोई संदेश नहीं|apni taraf se koi sandesh nahi/
const STORED = /^! (?:request|patient|donor) /
const HELPLINE = /^< .*\b112\b/
const BY_WHEN = /by .*\b1[01](?::\d\d)? am|1[01](?::\d\d)? बजे तक|1[01](?::\d\d)? baje tak/

/** What must never happen to people who write to us, and where it would be seen. */
export const CARE_RULES: readonly CareRule[] = [
  {
    rule: 'a need is answered before notice and language, in the language written',
    proofs: [{ in: ['request.first-message', 'sms.request'], line: UNDERSTOOD }],
  },
  {
    rule: 'the yes at the confirmation is the consent, and alerts are another yes',
    proofs: [
      { in: ['request.stored'], line: /^! consent request, notice \S+, in /, never: /^! consent alerts/ },
      { in: ['donate.registered'], line: /^! consent alerts, notice \S+, in /, never: /^! consent request/ },
    ],
  },
  {
    rule: 'no false hope: nothing is arranged yet, keep asking the hospital',
    proofs: [
      { in: ['request.stored', 'request.nobody', 'sms.stored'], line: NOTHING_ARRANGED },
      { in: ['request.stored', 'request.nobody', 'sms.stored'], line: ASK_THE_HOSPITAL },
    ],
  },
  {
    rule: 'a phone with two children is asked for whom',
    proofs: [
      { in: ['request.known', 'request.second-child', 'request.two-children'], line: FOR_WHOM },
      { in: ['request.two-children'], line: /^< 2 S\.K\., B\+$/ },
    ],
  },
  {
    rule: 'a second phone learns nothing before a yes',
    proofs: [
      // Its own words come back to it, and the first phone is asked.
      {
        in: ['claim.second-phone'],
        line: /^! claim on a patient of another phone$/,
        never: /^! claim: link/,
      },
      { in: ['claim.linked', 'coordinator.link'], line: /^! claim: link$/ },
      { in: ['claim.refused'], line: /^! claim: refuse$/, never: /^! claim: link/ },
    ],
  },
  {
    rule: 'a patient may be the writer, and thirty',
    proofs: [
      { in: ['request.self'], line: /^< .*AR, 30 /, never: /^<.*(?:\bchild|बच्च|\bbachch)/i },
      { in: ['request.self'], line: /^! patient AR, born 1996, O-, other$/ },
    ],
  },
  {
    rule: 'a minor who needs blood: an adult, and a person',
    proofs: [
      {
        in: ['request.minor', 'request.minor-nobody', 'sms.minor'],
        line: /number of an adult|किसी बड़े \(18|kisi bade \(18/,
        never: STORED,
      },
      { in: ['request.minor', 'sms.minor'], line: /^! hand_over \w{4}: minor$/ },
      { in: ['request.minor-nobody'], line: HELPLINE },
    ],
  },
  {
    rule: 'under 18 ends a registration with thanks, nothing kept',
    proofs: [
      {
        in: ['donate.under-18'],
        line: /kept nothing about you|हमने आपकी कोई जानकारी नहीं रखी|humne aapki koi jaankari nahi rakhi/,
        never: /^! /,
      },
    ],
  },
  {
    rule: 'a nursing home has no blood centre',
    proofs: [
      { in: ['request.nursing-home'], line: /Priya Hospital|प्रिया अस्पताल/ },
      {
        in: ['request.no-centre', 'request.centre-unknown-told'],
        line: /^< (?:Blood centre: our team will tell you|ब्लड सेंटर: हमारी टीम बताएगी|Blood centre: hamari team batayegi)$/,
      },
      {
        in: ['request.centre-unknown-told'],
        line: /please ask the hospital$|अस्पताल से पूछ लें$|aspataal se poochh lein$/,
      },
    ],
  },
  {
    rule: 'outside the area: other centres and a person',
    proofs: [
      {
        in: ['request.outside', 'request.outside-nobody', 'sms.outside'],
        line: /eraktkosh\.mohfw\.gov\.in/,
        never: STORED,
      },
      { in: ['request.outside', 'sms.outside'], line: /^! hand_over \w{4}: outside_area$/ },
      { in: ['request.outside-nobody'], line: HELPLINE },
    ],
  },
  {
    rule: 'no Aadhaar number is kept',
    proofs: [
      {
        in: ['ugly.aadhaar'],
        line: /wiped it out and kept nothing|हमने मिटा दिया|humne mita diya/,
        never: /^[<!].*8765 ?4321/,
      },
    ],
  },
  {
    rule: 'a hand-over says who answers and by when, and mutes nobody',
    proofs: [
      { in: ['human.called', 'human.night', 'ugly.person-midway'], line: BY_WHEN },
      { in: ['human.called', 'human.night', 'ugly.person-midway'], line: /^! hand_over \w{4}: asked$/ },
      { in: ['ugly.person-midway'], line: /How old are you\?|आपकी उम्र कितनी है\?|Aapki umar kitni hai\?/ },
    ],
  },
  {
    rule: 'three misses in a row hand over',
    proofs: [
      { in: ['lost.three-misses', 'sms.lost'], line: /^! hand_over \w{4}: not_understood$/ },
      { in: ['lost.nobody'], line: HELPLINE },
    ],
  },
  {
    rule: 'no coordinator: the helpline',
    proofs: [
      { in: ['human.nobody', 'request.nobody', 'emergency.nobody'], line: HELPLINE, never: /^! hand_over/ },
    ],
  },
  {
    rule: 'stop acts at once, with one confirmation',
    proofs: [
      {
        in: ['stop.midway', 'stop.at-confirmation', 'stop.open-request'],
        line: NOTHING_STARTED_BY_US,
        never: /^! request .* unverified/,
      },
      { in: ['stop.midway', 'stop.at-confirmation', 'stop.open-request'], line: /^! contact opt_out$/ },
      { in: ['stop.open-request'], line: /^! hand_over \w{4}: opted_out_with_request$/ },
    ],
  },
  {
    rule: 'after a stop a need is answered, and news is a yes of its own',
    proofs: [
      { in: ['stop.asks-again'], line: UNDERSTOOD },
      {
        in: ['stop.news-only', 'stop.no-news'],
        line: /news of this blood request only\?|सिर्फ़ इस खून की ख़बर भेजें\?|sirf is khoon ki khabar bhejen\?/,
      },
      { in: ['stop.news-only'], line: /^! contact news_despite_opt_out$/, never: /^! contact opt_in/ },
      { in: ['stop.no-news'], line: /^! request /, never: /^! contact (?:news_despite_opt_out|opt_in)/ },
    ],
  },
  {
    rule: 'by SMS the words of Twilio act before us',
    proofs: [
      {
        in: ['sms.twilio-words'],
        line: /^< You have successfully been unsubscribed/,
        never: NOTHING_STARTED_BY_US,
      },
      { in: ['sms.twilio-words', 'sms.start'], line: /^! contact opt_out$/ },
      { in: ['sms.twilio-words', 'sms.start'], line: /^! contact opt_in$/ },
    ],
  },
  {
    rule: 'an SMS answer is short, in Hinglish unless written otherwise',
    proofs: [
      { in: ['sms.first-language'], line: /^< (?:Khoon chahiye ya khoon dena hai|खून चाहिए या खून देना है)\?$/ },
      { in: ['sms.request'], line: UNDERSTOOD },
    ],
  },
  {
    rule: 'an emergency is above everything',
    proofs: [
      {
        in: ['emergency.now', 'emergency.at-confirmation'],
        line: /^< (?:Call 108 now|तुरंत 108 पर|Turant 108 par)/,
        never: STORED,
      },
      { in: ['emergency.now', 'emergency.at-confirmation'], line: /^! hand_over \w{4}: emergency$/ },
    ],
  },
  {
    rule: 'a bare "khoon" or group starts nothing',
    proofs: [
      { in: ['need_or_give.blood-only', 'need_or_give.group-only'], line: NEED_OR_GIVE, never: /^! / },
      { in: ['need_or_give.group-only'], line: UNDERSTOOD },
    ],
  },
  {
    rule: 'a group is never guessed',
    proofs: [
      { in: ['request.misread-1'], line: /with \+ or -|\+ या - के साथ|\+ ya - ke saath/ },
      { in: ['request.group-unknown'], line: /^! hand_over \w{4}: asked$/, never: STORED },
      {
        in: ['request.other-group-told'],
        line: /shows another blood group|दूसरा ब्लड ग्रुप लिखा है|doosra blood group likha hai/,
      },
    ],
  },
  {
    rule: 'what a father sends who cannot type is kept, and gets one answer',
    proofs: [
      { in: ['photo.slip', 'voice.and-slip'], line: /^! file kept: image\/jpeg$/ },
      {
        in: ['photo.slip'],
        line: /Is it the hospital's slip\?|क्या यह अस्पताल की पर्ची है\?|Kya yeh aspataal ki parchi hai\?/,
      },
      { in: ['voice.and-slip'], line: /^! hand_over \w{4}: voice$/ },
    ],
  },
  {
    rule: 'a person listens and looks, and can write the request',
    proofs: [
      { in: ['voice.called'], line: BY_WHEN },
      { in: ['photo.slip-told', 'new_request.asks'], line: /https:\/\/saathi\.example\.org\/files\// },
      { in: ['photo.slip-told', 'new_request.asks'], line: /^< #new \w{4} / },
      { in: ['new_request.stored'], line: /^! request \w{4} unverified: / },
    ],
  },
  {
    rule: 'an appeal that is passed on is asked about first',
    proofs: [
      {
        in: ['forwarded.not-ours', 'forwarded.own', 'sms.forwarded'],
        line: /for your own patient\?|आपके अपने मरीज़ के लिए है\?|aapke apne mareez ke liye hai\?/,
      },
      { in: ['forwarded.not-ours', 'sms.forwarded'], line: /^> (?:no|नहीं|nahi|2)$/, never: STORED },
      { in: ['forwarded.own'], line: UNDERSTOOD },
    ],
  },
  {
    rule: 'fever after giving goes to the blood centre, also when only our records know of the gift',
    proofs: [
      {
        in: ['emergency.fever', 'emergency.fever-centre', 'emergency.fever-on-record'],
        line: /blood centre where you gave|उस ब्लड सेंटर को .*जहाँ खून दिया था|us blood centre ko .*jahan khoon diya tha/,
      },
      { in: ['emergency.fever-centre'], line: /^< .*0512 253 5881/ },
      { in: ['emergency.fever', 'emergency.fever-on-record'], line: /^< .*\b104\b/ },
      { in: ['emergency.fever-on-record'], line: /^! hand_over \w{4}: emergency$/ },
    ],
  },
  {
    rule: 'a fever after a transfusion is an emergency, not a need',
    proofs: [
      { in: ['emergency.fever'], line: /^< (?:Call 108 now|तुरंत 108 पर|Turant 108 par)/, never: STORED },
    ],
  },
  {
    rule: '"is giving safe?" and "is the blood safe?" are two answers, and the second promises nothing',
    proofs: [
      {
        in: ['faq_safety.answer'],
        line: /^< (?:Giving blood|खून देना|Khoon dena): /,
        never: /^< (?:Receiving blood|खून चढ़ना|Khoon chadhna): /,
      },
      {
        in: ['faq_safety.receiving'],
        line: /no test is completely sure|कोई जाँच सौ फ़ीसदी पक्की नहीं|koi jaanch sau feesadi pakki nahi/,
      },
    ],
  },
  {
    rule: "haemoglobin, doses and chelation are the doctor's",
    proofs: [
      {
        in: ['faq_doctor.answer', 'sms.doctor'],
        line: /patient's doctor|treats the patient|मरीज़ के डॉक्टर ही|mareez ke doctor hi/,
        never: /\b(?:\d+(?:\.\d+)?) (?:g|mg|gram|ग्राम)/,
      },
    ],
  },
  {
    rule: 'money talk and reports of fraud meet the rule, and no accusation',
    proofs: [
      {
        in: ['money_for_blood.rule'],
        line: /not bought or sold|खरीदा-बेचा नहीं जाता|khareeda-becha nahi jaata/,
        never: /^<.*(?:\bcrime\b|illegal|police|अपराध|पुलिस|apradh)/i,
      },
      {
        in: ['report_fraud.called', 'report_fraud.nobody', 'sms.fraud'],
        line: /good that you told us|अच्छा किया|Achha kiya/,
        never: /^<.*(?:you must|your fault|आपकी गलती|aapki galti)/i,
      },
    ],
  },
  {
    rule: 'who is on a list of a camp has given no consent: recorded, and nothing is sent',
    proofs: [
      { in: ['coordinator.donated'], line: /^! donation 2026-11-29 whole_blood, police/, never: /^! outbox/ },
    ],
  },
  {
    rule: '"your blood was used" is told of a camp or period to its donors alike, never of a unit',
    proofs: [
      {
        in: ['coordinator.impact'],
        line: /Good news from|एक अच्छी ख़बर|Ek achhi khabar/,
        never: /your unit|आपकी यूनिट|aapki unit/i,
      },
    ],
  },
]
