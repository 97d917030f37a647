import type { MessageTemplate } from '../../../../src/messaging/templates/message-template'

export function aTemplate(override: Partial<MessageTemplate> = {}): MessageTemplate {
  return {
    key: 'alert',
    locale: 'hi',
    category: 'UTILITY',
    body: 'आज खून चाहिए: {{group, blood_group}}।\nकोड {{code}}: क्या आप आ सकते हैं?',
    samples: { group: 'B+', code: 'K7F3' },
    buttons: [
      { id: 'yes:{{code}}', title: 'हाँ' },
      { id: 'no:{{code}}', title: 'नहीं' },
    ],
    ...override,
  }
}
