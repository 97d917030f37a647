import { lacksMark, readCommand } from '../../../src/conversation/bot/coordinator-command'

describe('what a coordinator writes after #', () => {
  it.each([
    ['#', 'help', [], null, null],
    ['# kuchh aur', 'help', [], null, null],
    ['#list', 'list', [], null, null],
    ['#सूची', 'list', [], null, null],
    ['# List', 'list', [], null, null],
    ['#show k7f3', 'show', ['K7F3'], null, null],
    ['#दिखाओ K7F3', 'show', ['K7F3'], null, null],
    ['#verify K7F3 stock', 'verify', ['K7F3'], 'stock', 'stock'],
    ['#verify K7F3, M3AC both', 'verify', ['K7F3', 'M3AC'], 'both', 'both'],
    ['#सत्यापित K7F3 डोनर', 'verify', ['K7F3'], 'alert', 'डोनर'],
    ['#पक्का K7F3 दोनों', 'verify', ['K7F3'], 'both', 'दोनों'],
    ['#verify K7F3', 'verify', ['K7F3'], null, null],
    ['#verify', 'verify', [], null, null],
    ['#verify K7F3 jaldi', 'verify', ['K7F3'], null, 'jaldi'],
    ['#reject K7F3 2', 'reject', ['K7F3'], 'unreachable', '2'],
    ['#वापस K7F3 ३', 'reject', ['K7F3'], 'no_prescription', '३'],
    ['#edit K7F3 3 unit GSVM', 'edit', ['K7F3'], null, '3 unit GSVM'],
    ['#केन्द्र K7F3 हैलट', 'centre', ['K7F3'], null, 'हैलट'],
    ['#close K7F3 mila', 'close', ['K7F3'], 'met', 'mila'],
    ['#बंद K7F3 मिल गया', 'close', ['K7F3'], 'met', 'मिल गया'],
    ['#band K7F3 radd', 'close', ['K7F3'], 'cancelled', 'radd'],
    ['#close RADD K7F3 radd', 'close', ['RADD', 'K7F3'], 'cancelled', 'radd'],
    ['#close K7F3 stock', 'close', ['K7F3'], 'met_from_stock', 'stock'],
    ['#new C34K B+ 2 unit GSVM kal', 'new', ['C34K'], null, 'B+ 2 unit GSVM kal'],
    ['# naya c34k', 'new', ['C34K'], null, null],
    ['#नया C34K बी पॉजिटिव', 'new', ['C34K'], null, 'बी पॉजिटिव'],
    ['#new #C34K B+', 'new', ['C34K'], null, 'B+'],
    ['#new B+ 2 unit', 'new', [], null, 'B+ 2 unit'],
    ['#C34K new blood is on its way', 'answer', ['C34K'], null, 'new blood is on its way'],
    ['#link K7F3', 'link', ['K7F3'], null, null],
    ['#जोड़ो K7F3', 'link', ['K7F3'], null, null],
    ['#C34K अभी फ़ोन करते हैं', 'answer', ['C34K'], null, 'अभी फ़ोन करते हैं'],
    ['#C34K', 'bare', ['C34K'], null, null],
    ['#c34k ', 'bare', ['C34K'], null, null],
    ['#verifyK7F3 stock', 'verify', ['K7F3'], 'stock', 'stock'],
    ['#रिजेक्ट K7F3 दो बार', 'reject', ['K7F3'], 'duplicate', 'दो बार'],
    ['#reject K7F3 no paper', 'reject', ['K7F3'], 'no_prescription', 'no paper'],
    ['#close K7F3 mil gaya', 'close', ['K7F3'], 'met', 'mil gaya'],
    ['#close K7F3 mil gaya khoon', 'close', ['K7F3'], 'met', 'mil gaya khoon'],
    ['#verify K7F3 stock hai', 'verify', ['K7F3'], 'stock', 'stock hai'],
    ['#verify K7F3 stock nahi hai', 'verify', ['K7F3'], null, 'stock nahi hai'],
    ['#वापस K7F3 पर्ची नहीं है', 'reject', ['K7F3'], 'no_prescription', 'पर्ची नहीं है'],
  ] as const)('%s', (...[text, command, codes, choice, rest]) => {
    expect(readCommand(text)).toMatchObject({ command, codes, choice, text: rest })
  })

  it.each([
    ['#verfy K7F3 stock', 'verify'],
    ['#vreify K7F3', 'verify'],
    ['#Rejct K7F3 1', 'reject'],
    ['#clsoe K7F3 met', 'close'],
    ['#lst', 'list'],
    ['#shwo K7F3', 'show'],
    ['#dikho K7F3', 'show'],
    ['#सची', 'list'],
    // Who may speak for a patient, and whose request is begun: only what is written exactly.
    ['#lik K7F3', 'help'],
    ['#refus K7F3', 'help'],
    ['#nwe K7F3', 'help'],
    // As near to two, or to none.
    ['#lisk K7F3', 'help'],
    ['#verf K7F3', 'answer'],
    ['#erify K7F3', 'help'],
    ['#bloodneeded', 'help'],
  ] as const)('%s is %s', (text, command) => {
    expect(readCommand(text)?.command).toBe(command)
  })

  it.each([
    ['verify K7F3 stock', true],
    ['Show k7f3', true],
    ['list', true],
    ['list bhejo', false],
    ['close', false],
    ['band karo', false],
    ['verfy K7F3', false],
    ['new blood', false],
    ['haan', false],
    ['', false],
  ])('%s lacks its mark: %s', (text, lacks) => {
    expect(lacksMark(text)).toBe(lacks)
  })

  it('is no command without #', () => {
    expect(readCommand('verify K7F3 stock')).toBeUndefined()
    expect(readCommand('haan')).toBeUndefined()
  })

  it('shows a code as it was written when it is none', () => {
    expect(readCommand('#verify 1234 stock')).toMatchObject({ codes: [], code: '1234' })
  })
})
