import { join } from 'node:path'
import { flowsCheck } from '../../src/cli/flows-check'
import { loadOrganisation } from '../../src/config/organisation'
import { shownOrganisation } from '../../src/blood/organisation/organisation'
import { describeActions } from '../../src/conversation/action/registry'
import { INTENT_RULES } from '../../src/conversation/input/intent-rules'

const ROOT = join(__dirname, '..', '..')

describe('the flows and texts of this project', () => {
  it('are without errors and warnings', () => {
    const organisation = loadOrganisation(join(ROOT, 'organisation'))
    const { output } = flowsCheck(['--flows', join(ROOT, 'flows'), '--locales', join(ROOT, 'locales')], {
      actions: describeActions(),
      intents: INTENT_RULES.map(({ intent }) => intent),
      spoken: ['common:*', 'bot:*', 'places:*', 'messages:*', 'paper:*'],
      samples: { org: shownOrganisation(organisation, 'hi', '+14155238886') },
    })
    expect(output.split('\n').filter((line) => /^(error|warning)/.test(line))).toEqual([])
  })
})
