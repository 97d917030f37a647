import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TRANSCRIPTS } from '../support/transcript-runner'
import { CARE_RULES, type Proof } from './care-rules'

const LANGUAGES = ['en', 'hi', 'hi-Latn']

/** What a proof lacks: empty where every transcript shows it in every language. */
function lacks({ in: transcripts, line, never }: Proof): readonly string[] {
  const files = transcripts.flatMap((name) => LANGUAGES.map((locale) => `${name}.${locale}.chat`))
  return files.flatMap((file) => {
    const path = join(TRANSCRIPTS, file)
    if (!existsSync(path)) return [`${file} is missing`]
    const lines = readFileSync(path, 'utf8').split('\n')
    const bad = never && lines.find((one) => never.test(one))
    return [
      ...(lines.some((one) => line.test(one)) ? [] : [`${file} has no line ${line.source}`]),
      ...(bad === undefined ? [] : [`${file} must not have "${bad}"`]),
    ]
  })
}

describe('what must never happen to people', () => {
  it.each(CARE_RULES)('$rule', ({ proofs }) => {
    expect(proofs.flatMap(lacks)).toEqual([])
  })

  it('would be noticed', () => {
    expect(lacks({ in: ['request.stored'], line: /^! donor / })).toHaveLength(3)
    expect(lacks({ in: ['request.stored'], line: /^! request /, never: /^! consent / })).toHaveLength(3)
    expect(lacks({ in: ['nowhere.to-be-found'], line: /./ })).toHaveLength(3)
  })
})
