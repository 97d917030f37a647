import { checkTemplates } from '../../../src/messaging/templates/check-templates'
import { parseTemplates, TemplateFileError } from '../../../src/messaging/templates/load-templates'
import { aTemplate } from './support/a-template'

const problems = (override: Parameters<typeof aTemplate>[0]): string[] =>
  checkTemplates([aTemplate(override)], ['hi']).map(({ problem }) => problem)

describe('checkTemplates', () => {
  it('finds nothing in a good template', () => {
    expect(problems({})).toEqual([])
  })

  it.each<[string, Parameters<typeof aTemplate>[0], string]>([
    ['a variable at the start', { body: '{{group}} खून चाहिए, कोड {{code}} है।' }, 'begins with a variable'],
    ['a variable at the end', { body: 'खून चाहिए {{group}}, कोड यह है: ({{code}})' }, 'ends with a variable'],
    [
      'two variables side by side',
      { body: 'आज खून चाहिए: {{group}} {{code}} क्या आप आ सकते हैं?' },
      'has {{group}} and {{code}} side by side',
    ],
    [
      'too few words',
      { body: 'खून {{group}} कोड {{code}} है' },
      'has 3 words around 2 variables; 5 are needed',
    ],
    ['a missing sample', { samples: { group: 'B+' } }, '{{code}} has no sample'],
    [
      'a sample of nothing',
      { samples: { group: 'B+', code: 'K7F3', x: 'y' } },
      'the sample x is of no variable',
    ],
    [
      'a sample of two lines',
      { samples: { group: 'B\n+', code: 'K7F3' } },
      'the sample of group has a line break or many blanks, which a variable may not hold',
    ],
    [
      'a body that may be too long',
      { body: `${'क '.repeat(480)} {{group}} और {{code}} है` },
      'may reach 1088 characters; 1024 are allowed',
    ],
    [
      'a long button',
      { buttons: [{ id: 'yes', title: 'x'.repeat(21) }] },
      `the button "${'x'.repeat(21)}" has 21 characters; 20 are allowed`,
    ],
    [
      'four buttons',
      { buttons: ['1', '2', '3', '4'].map((id) => ({ id, title: id })) },
      'has 4 buttons; 3 are allowed',
    ],
    [
      'a variable in a title',
      { buttons: [{ id: 'yes', title: 'हाँ {{code}}' }] },
      'the button "हाँ {{code}}" holds a variable; a title is fixed',
    ],
    [
      'two buttons of one title',
      { buttons: ['a', 'b'].map((id) => ({ id, title: 'हाँ' })) },
      'has two buttons of one title',
    ],
    [
      'an SMS with another variable',
      { sms: { text: 'Khoon chahiye {{name}}', dltId: '1'.repeat(19) } },
      'sms: {{name}} is no variable of the body',
    ],
    [
      'an SMS that asks',
      { sms: { text: 'Khoon {{group}} de sakte hain?', dltId: '1'.repeat(19) } },
      'sms: asks something; nobody can answer it',
    ],
    [
      'an SMS with ₹',
      { sms: { text: 'Khoon {{group}}, ₹0', dltId: '1'.repeat(19) } },
      'sms: write Rs instead of ₹, which makes the whole message cost double',
    ],
    [
      'a long SMS',
      { sms: { text: `${'खून '.repeat(60)} {{group}}`, dltId: '1'.repeat(19) } },
      'sms: is 4 parts; 3 are allowed',
    ],
  ])('finds %s', (_what, override, problem) => {
    expect(problems(override)).toContain(problem)
  })

  it('finds what differs between languages', () => {
    const hi = aTemplate({})
    const en = aTemplate({
      locale: 'en',
      category: 'MARKETING',
      body: 'Blood is needed today: {{group}} and that is all.',
      samples: { group: 'B+' },
      buttons: [{ id: 'ja', title: 'Yes' }],
    })
    expect(checkTemplates([hi, en], ['en', 'hi', 'hi-Latn'])).toEqual([
      { locale: 'hi-Latn', key: 'alert', problem: 'is missing' },
      { locale: 'en', key: 'alert', problem: 'has other variables than in hi' },
      { locale: 'en', key: 'alert', problem: 'has other buttons than in hi' },
      { locale: 'en', key: 'alert', problem: 'has another category than in hi' },
    ])
  })
})

describe('parseTemplates', () => {
  const at = { locale: 'hi', file: 'locales/hi/templates/x.json' }

  it.each([
    ['no JSON', 'x', 'is not valid JSON'],
    ['a field nobody knows', '{"alert":{"category":"UTILITY","body":"x","footer":"y"}}', 'alert'],
    ['a category nobody knows', '{"alert":{"category":"NEWS","body":"x"}}', 'alert.category'],
    ['an empty body', '{"alert":{"category":"UTILITY","body":" "}}', 'alert.body'],
    [
      'an SMS that is not registered',
      '{"alert":{"category":"UTILITY","body":"x","sms":{"text":"y","dltId":"soon"}}}',
      'the number of the registered text',
    ],
  ])('refuses %s, naming the place', (_what, json, words) => {
    expect(() => parseTemplates(json, at)).toThrow(TemplateFileError)
    expect(() => parseTemplates(json, at)).toThrow(words)
  })
})
