import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv } from 'ajv'
import type { ValidateFunction } from 'ajv'
import { parseDocument } from 'yaml'
import { buildFlow } from './build-flow'
import type { WrittenFlow } from './build-flow'
import { END, LEAVE } from './flow'
import type { Flow } from './flow'
import { FlowFileError } from './flow-file-error'
import { schemaProblem } from './schema-problem'

/** The one description of the format: editors complete by it, and we check by it. */
const SCHEMA_FILE = resolve(__dirname, '../../../flows/flow.schema.json')
const VERSION_LENGTH = 16
const RESERVED = [END, LEAVE, 'else']

let validate: ValidateFunction | undefined

/** The version of a flow file: a short hash of its text. */
export function flowVersion(source: string): string {
  return createHash('sha256').update(source).digest('hex').slice(0, VERSION_LENGTH)
}

/**
 * A flow file's text as a frozen flow. `file` is used in messages only. Throws `FlowFileError` with everything that is
 * wrong in the file itself; what is wrong between flows, texts and actions is found by `checkFlows`.
 */
export function loadFlow(source: string, file: string): Flow {
  const written = parse(source, file)
  const problems = [...schemaProblems(written), ...stepProblems(written)]
  if (problems.length > 0) throw new FlowFileError(problems.map((problem) => `${file}: ${problem}`))
  return buildFlow(written as WrittenFlow, flowVersion(source))
}

/**
 * A file that was valid once, read without asking whether it still is: enough to see which step is which, not to be
 * walked. Nothing when it cannot be read at all.
 */
export function readRetiredFlow(source: string): Flow | undefined {
  try {
    return buildFlow(parse(source, 'published flow') as WrittenFlow, flowVersion(source))
  } catch {
    // Its format is no longer ours; nothing of it can be told apart.
    return undefined
  }
}

function parse(source: string, file: string): unknown {
  const document = parseDocument(source, { uniqueKeys: true })
  if (document.errors.length > 0) {
    throw new FlowFileError(document.errors.map((error) => `${file}: is not valid YAML: ${error.message}`))
  }
  return document.toJS()
}

function schemaProblems(written: unknown): readonly string[] {
  validate ??= new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')) as object,
  )
  if (validate(written)) return []
  const errors = validate.errors ?? []
  // A step that is of no type or of two breaks the rules of every type; one message is enough.
  const typeless = errors.filter((error) => error.keyword === 'oneOf').map((error) => error.instancePath)
  const told = errors.filter(
    (error) => error.keyword === 'oneOf' || !typeless.some((step) => error.instancePath.startsWith(step)),
  )
  return [...new Set(told.flatMap((error) => schemaProblem(error, written) ?? []))]
}

/** What a schema cannot say. Looks only at what has the right shape: the schema tells the rest. */
function stepProblems(written: unknown): readonly string[] {
  const flow = written as Partial<WrittenFlow> | null
  const steps = Array.isArray(flow?.steps) ? (flow.steps as WrittenFlow['steps']).filter(Boolean) : []
  return [
    ...repeatedIds(steps),
    ...steps
      .filter((step) => RESERVED.includes(step.id))
      .map((step) => `step ${step.id}: "${step.id}" has a meaning of its own; choose another id`),
    ...lastStepProblems(steps.at(-1)),
    ...(flow?.understood === undefined ? steps.filter((step) => step.fill !== undefined) : []).map(
      (step) =>
        `step ${step.id}: has "fill", but the flow has no "understood" that repeats what was filled; add it`,
    ),
  ]
}

function repeatedIds(steps: WrittenFlow['steps']): readonly string[] {
  const ids = steps.flatMap((step) => [
    step.id,
    ...(Array.isArray(step.was) ? (step.was as readonly string[]) : []),
  ])
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map(
    (id) => `step ${id}: this id (or former id in "was") belongs to two steps; rename one`,
  )
}

function lastStepProblems(step: WrittenFlow['steps'][number] | undefined): readonly string[] {
  if (!step) return []
  if (step.next === undefined && step.revise === undefined) {
    return [`step ${step.id}: is the last one and needs "next": a step, end, leave or flow:<id>`]
  }
  const overNowhere =
    step.when !== undefined && typeof step.next === 'object' && step.next !== null && !('else' in step.next)
  return overNowhere
    ? [
        `step ${step.id}: is the last one and has "when"; say in "next" by "else" where it leads when passed over`,
      ]
    : []
}
