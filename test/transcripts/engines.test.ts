import { loadFlows } from '../../src/conversation/flow/load-flows'
import { join } from 'node:path'
import { printTranscript } from '../../src/cli/transcript/print-transcript'
import { describeEngine } from '../support/engines'
import { play, readTranscript } from '../support/transcript-runner'

/** One conversation of each flow: the other ways through it are the flow's, not the engine's. */
const ONE_EACH: Readonly<Record<string, string>> = {
  bereaved: 'bereaved.told.hi',
  camps: 'camps.list.hi',
  certificate: 'certificate.made.hi-Latn',
  claim: 'claim.linked.hi',
  coordinator: 'coordinator.new-request.hi-Latn',
  donate: 'donate.registered.hi-Latn',
  emergency: 'emergency.now.hi',
  faq_compatibility: 'faq_compatibility.answer.hi',
  faq_cost: 'faq_cost.answer.hi',
  faq_doctor: 'faq_doctor.answer.hi-Latn',
  faq_eligibility: 'faq_eligibility.answer.en',
  faq_interval: 'faq_interval.answer.hi-Latn',
  faq_safety: 'faq_safety.answer.hi',
  faq_vaccine: 'faq_vaccine.answer.en',
  forwarded: 'forwarded.own.hi',
  help: 'help.list.hi-Latn',
  human: 'human.called.en',
  language: 'language.named.hi',
  lost: 'lost.three-misses.hi-Latn',
  menu: 'menu.greeting.en',
  money_for_blood: 'money_for_blood.rule.hi',
  more_files: 'voice.and-slip.hi-Latn',
  need_or_give: 'need_or_give.group-only.hi',
  new_request: 'new_request.stored.hi',
  photo: 'photo.open-request.en',
  pledge: 'pledge.pledged.hi',
  report_fraud: 'report_fraud.called.hi-Latn',
  request: 'request.stored.hi',
  resume: 'resume.restarted.en',
  start: 'stop.start.hi',
  status: 'status.close.hi',
  stop: 'stop.news-only.hi-Latn',
  thanks: 'thanks.welcome.en',
  voice: 'voice.midway.hi',
}

describe('one conversation of each flow', () => {
  it('is chosen for every flow', () => {
    const flows = loadFlows(join(__dirname, '..', '..', 'flows')).map(({ flow }) => flow.id)
    expect(Object.keys(ONE_EACH).sort()).toEqual(flows.sort())
  })

  describeEngine('mongo', (open) => {
    it.each(Object.entries(ONE_EACH))('of %s happens as written: %s', async (_flow, name) => {
      const transcript = readTranscript(name)
      const played = await play(transcript, { open })
      expect(printTranscript(played.transcript)).toBe(printTranscript(transcript))
      expect(played.faults).toEqual([])
    })
  })
})

describe('a process that ends after every message', () => {
  it.each([
    'request.stored.hi',
    'donate.registered.en',
    'claim.linked.hi-Latn',
    'status.close.hi',
    'voice.and-slip.en',
  ])('changes nothing in %s', async (name) => {
    const transcript = readTranscript(name)
    const played = await play(transcript, { restartAlways: true })
    expect(printTranscript(played.transcript)).toBe(printTranscript(transcript))
    expect(played.faults).toEqual([])
  })
})
