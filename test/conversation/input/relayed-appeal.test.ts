import { relayedAppeal } from '../../../src/conversation/input/relayed-appeal'

const options = { now: Date.UTC(2026, 10, 24), timeZone: 'Asia/Kolkata' }

describe('relayedAppeal', () => {
  it.each([
    // English
    'URGENT blood required O+ for patient at AIIMS Delhi, contact person Ramesh 98110 12345, please share',
    'Blood needed: A negative, 3 units. Patient name: Kavita. Hospital: KEM Mumbai. Attendant: 9820012345',
    'Forwarded as received: a child in Pune needs AB+ platelets urgently, call 9822098765 or 9822012345',
    'Need B negative donors for a friend’s father in Lucknow. Interested donors contact 9415012345. Share in groups',
    'O negative blood needed for a patient in Jaipur. Kindly forward to all your groups and save a life',
    // Romanised Hindi
    'Bhaiyo Lucknow KGMU mein ek mareez ko AB- khoon ki zarurat hai, sampark karein 94150 12345, aage bhejein',
    'Jaruri suchna: kisi ko O+ blood chahiye Delhi Safdarjung, Mohan ji 9811012345, sab group mein dalein',
    'Ek bachche ko B+ platelets ki sakht zarurat hai. Attendant ka number 9839012345. Jo bhai de sake phone karein',
    'Mere dost ke papa ko A+ khoon chahiye Apollo hospital, sampark 9839012345 ya 9415098765 par karein',
    // Devanagari
    'लखनऊ KGMU में भर्ती एक मरीज़ को AB- खून की ज़रूरत है, संपर्क करें 94150 12345, आगे भेजें',
    'सभी से निवेदन है कि ओ पॉजिटिव खून के लिए यह संदेश ग्रुप में शेयर करें, मोहन जी 9811012345',
    'किसी ज़रूरतमंद को बी नेगेटिव रक्त चाहिए, इच्छुक रक्तदाता 9839012345 पर बात करें, मुंबई टाटा अस्पताल',
    'ए पॉजिटिव प्लेटलेट चाहिए। मरीज का नाम सुनीता, अटेंडेंट 98390 12345, पीजीआई लखनऊ में भर्ती है',
    // Mixed
    'B+ खून चाहिए urgent, Tata Memorial Mumbai, contact person Rao ji 98201 23456, please share करें',
  ])('hears an appeal in "%s"', (text) => expect(relayedAppeal(text, options)).toBe(true))

  it.each([
    // A family's own words
    'My son needs B+ blood, 2 units at Hallet hospital tomorrow, my number is 9839012345',
    'I need 2 units of O+ blood for my daughter at GSVM, contact me 9839012345 or my wife 9415012345',
    'B+ blood needed 2 units GSVM kal 9839012345',
    'mujhe B+ khoon chahiye apne bete ke liye, mera number 9839012345 aur bhai ka 9415012345 hai',
    'mere papa ko A+ khoon ki zarurat hai Hallet mein, sampark karein 9839012345',
    'khoon chahiye bete ko thalassemia hai B+ 2 unit Hallet mein kal tak 9839012345',
    'मेरे बेटे को बी पॉजिटिव खून चाहिए, हैलट अस्पताल, मेरा नंबर 98390 12345 है',
    'मुझे अपनी बेटी के लिए दो यूनिट ओ पॉजिटिव खून चाहिए, कल तक, 98390 12345',
    'मुझे बी पॉजिटिव खून चाहिए 2 यूनिट हैलट में कल',
    'खून चाहिए हैलट में 9839012345',
    // Donors, and everything else
    'I want to donate blood, my group is O+ and my number is 9839012345',
    'please share the camp dates with me, I want to donate blood',
    'main khoon dena chahta hoon, mera group B+ hai, number 9839012345',
    'please share your number so that I can talk to somebody about this',
    'kya aap mujhe camp ki tareekh share karein ge please, khoon dena hai',
    'मैं रक्तदान करना चाहता हूँ मेरा ग्रुप ओ पॉजिटिव है',
    'please share',
    '9839012345',
    'B+ blood contact 9839012345',
  ])('hears none in "%s"', (text) => expect(relayedAppeal(text, options)).toBeUndefined())
})
