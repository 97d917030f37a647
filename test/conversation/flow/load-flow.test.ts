import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { QUESTION_KINDS } from '../../../src/conversation/flow/flow'
import { flowVersion, loadFlow } from '../../../src/conversation/flow/load-flow'

const ASK = '{ id: a, ask: a, kind: yes_no }'
const END = '{ id: z, say: z, next: end }'

function load(yaml: string): ReturnType<typeof loadFlow> {
  return loadFlow(yaml, 'flows/test.yaml')
}

function steps(...lines: readonly string[]): string {
  return `id: test\nsteps:\n${lines.map((line) => `  - ${line}\n`).join('')}`
}

describe('loadFlow', () => {
  it('writes out every default', () => {
    const written = steps(ASK, '{ id: b, do: look, when: { a: x }, next: { ok: end, none: a } }', END)
    expect(load(written)).toEqual({
      id: 'test',
      version: flowVersion(written),
      intents: [],
      side: false,
      given: [],
      steps: [
        {
          id: 'a',
          type: 'ask',
          ask: 'a',
          kind: 'yes_no',
          was: [],
          next: 'b',
          optional: false,
          titled: false,
          unasked: false,
          keepAsWritten: false,
        },
        {
          id: 'b',
          type: 'do',
          do: 'look',
          with: {},
          was: [],
          when: { a: 'x' },
          next: { ok: 'end', none: 'a' },
          over: 'z',
        },
        { id: 'z', type: 'say', say: 'z', was: [], next: 'end' },
      ],
    })
  })

  it('freezes the flow to the last value', () => {
    const flow = load(steps('{ id: a, do: b, with: { c: [1] }, next: { ok: end } }'))
    expect(() => Object.assign(flow.steps[0]?.next ?? {}, { ok: 'a' })).toThrow(TypeError)
  })

  it('gives another version for every change of the text, and the same for the same text', () => {
    expect(flowVersion('a')).not.toBe(flowVersion('a '))
    expect(flowVersion('a')).toMatch(/^[0-9a-f]{16}$/)
  })

  it('keeps yes, no, on and off what they are: words', () => {
    const flow = load(steps('{ id: a, ask: a, kind: yes_no, next: { yes: end, no: end, else: end } }'))
    expect(flow.steps[0]?.next).toEqual({ yes: 'end', no: 'end', else: 'end' })
  })

  it.each<[string, string, string]>([
    ['broken YAML', 'id: [', 'flows/test.yaml: is not valid YAML'],
    ['no mapping', 'hello', 'flows/test.yaml: "" is "hello"; it must be object'],
    ['no steps', 'id: test', 'flows/test.yaml: lacks "steps"; add it'],
    ['a key given twice', 'id: a\nid: b', 'flows/test.yaml: is not valid YAML: Map keys must be unique'],
    [
      'an unknown key',
      steps('{ id: a, say: a, nxt: end }'),
      'step a: the key "nxt" is unknown (did you mean "next"?)',
    ],
    [
      'a key of another type of step',
      steps('{ id: a, say: a, kind: age, next: end }'),
      'step a: the key "kind"',
    ],
    [
      'a step of no type',
      steps('{ id: a, next: end }'),
      'step a: must have exactly one of "ask", "say" or "do"',
    ],
    ['a step of two types', steps('{ id: a, say: a, do: b, next: end }'), 'step a: must have exactly one of'],
    [
      'an unknown kind',
      steps('{ id: a, ask: a, kind: bloodgroup, next: end }'),
      '(did you mean "blood_group"?)',
    ],
    ['a menu without options', steps('{ id: a, ask: a, kind: menu, next: end }'), 'step a: lacks "options"'],
    [
      'a number as option',
      steps('{ id: a, ask: a, kind: menu, options: [1], next: end }'),
      'put it in quotes',
    ],
    [
      'options twice',
      steps('{ id: a, ask: a, kind: menu, options: [x, x], next: end }'),
      'must NOT have duplicate',
    ],
    [
      'a bad id',
      steps('{ id: My Step, say: a, next: end }'),
      'step My Step: "id" is "My Step"; use small letters',
    ],
    ['no id', steps('{ say: a, next: end }'), 'step number 1: lacks "id"'],
    ['an id twice', steps(ASK, ASK, END), 'step a: this id (or former id in "was") belongs to two steps'],
    ['a former id in use', steps(ASK, '{ id: b, was: [a], say: b }', END), 'step a: this id (or former id'],
    ['an id with a meaning', steps('{ id: end, say: a, next: end }'), '"end" has a meaning of its own'],
    ['a last step without next', steps('{ id: a, say: a }'), 'step a: is the last one and needs "next"'],
    [
      'a last step that may be passed over into nothing',
      steps('{ id: a, do: a, when: { b: c }, next: { ok: end } }'),
      'say in "next" by "else"',
    ],
    [
      'fill without save',
      steps('{ id: a, ask: a, kind: age, fill: age, next: end }'),
      'has "fill" without "save"',
    ],
    [
      'fill without understood',
      steps('{ id: a, ask: a, kind: age, fill: age, save: age, next: end }'),
      'the flow has no "understood"',
    ],
    [
      'revise on a question that is no menu',
      steps(ASK, '{ id: b, ask: b, kind: yes_no, options: [yes, no], revise: a }'),
      'step b: "revise" has no place',
    ],
    [
      'a target that cannot be one',
      steps('{ id: a, say: a, next: "flow: x" }'),
      'step a: "next" is "flow: x"',
    ],
    [
      'a say that branches',
      steps('{ id: a, say: a, next: { ok: end } }'),
      'step a: "next" is {"ok":"end"}; it must be',
    ],
  ])('refuses %s and names the repair', (_, yaml, message) => {
    expect(() => load(yaml)).toThrow(message)
  })

  it('names every problem of a file at once', () => {
    expect(() => load(steps('{ id: a, say: a, nxt: b }', '{ id: b, ask: b, kind: x, next: end }'))).toThrow(
      /step a: the key "nxt".*\n.*step b: "kind" is "x"/,
    )
  })
})

describe('flow.schema.json', () => {
  it('has the kinds that the code has', () => {
    const schema = JSON.parse(readFileSync(join(__dirname, '../../../flows/flow.schema.json'), 'utf8')) as {
      definitions: { ask_step: { properties: { kind: { enum: readonly string[] } } } }
    }
    expect(schema.definitions.ask_step.properties.kind.enum).toEqual(QUESTION_KINDS)
  })
})
