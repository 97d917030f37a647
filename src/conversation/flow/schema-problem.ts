import type { ErrorObject } from 'ajv'
import { suggestion } from './suggestion'

/** Where in the file an error is: the step (by id, or by its place in the list) and the key in it. */
interface Place {
  readonly step: string
  readonly key: string
}

const PATTERN_REPAIR = 'use small letters, digits and _ (first a letter)'

/** What one error of the schema means for whoever wrote the file; nothing when another error already says it. */
export function schemaProblem(error: ErrorObject, document: unknown): string | undefined {
  if (error.keyword === 'if' || (error.keyword === 'oneOf' && error.instancePath === '')) return undefined
  const { step, key } = placeOf(error, document)
  const said = describe(error, key)
  return step === '' ? said : `step ${step}: ${said}`
}

function describe(error: ErrorObject, key: string): string {
  const params = error.params as Record<string, unknown>
  const of = key === '' ? '' : ` in "${key}"`
  switch (error.keyword) {
    case 'oneOf':
      return 'must have exactly one of "ask", "say" or "do"'
    case 'additionalProperties':
      return unknownKey(String(params['additionalProperty']), of, error)
    case 'required':
      return `lacks "${String(params['missingProperty'])}"${of}; add it`
    case 'dependencies':
      return `has "${String(params['property'])}" without "${String(params['missingProperty'])}"; add that`
    case 'enum':
      return unknownValue(key, String(error.data), params['allowedValues'] as readonly string[])
    case 'false schema':
      return `"${key}" has no place in a step of this kind; remove it, or make it a menu`
    case 'type':
      return wrongType(key, error)
    case 'pattern':
    case 'propertyNames':
      return `"${key}" is ${JSON.stringify(error.data)}; ${PATTERN_REPAIR}`
    default:
      return `"${key}" ${error.message ?? 'is wrong'}`
  }
}

function unknownKey(name: string, of: string, error: ErrorObject): string {
  const parent = error.parentSchema as { properties?: object } | undefined
  const known = Object.keys(parent?.properties ?? {})
  return `the key "${name}"${of} is unknown${suggestion(name, known)}; keys are ${known.join(', ')}`
}

function unknownValue(key: string, value: string, known: readonly string[]): string {
  return `"${key}" is "${value}", which is unknown${suggestion(value, known)}; choose one of ${known.join(', ')}`
}

function wrongType(key: string, error: ErrorObject): string {
  const wanted = [(error.params as { type: string | readonly string[] }).type].flat().join(' or ')
  const quotes = wanted === 'string' && typeof error.data !== 'object' ? '; put it in quotes' : ''
  return `"${key}" is ${JSON.stringify(error.data)}; it must be ${wanted}${quotes}`
}

function placeOf(error: ErrorObject, document: unknown): Place {
  const [first, index, ...rest] = error.instancePath.split('/').slice(1)
  if (first !== 'steps' || index === undefined) {
    return { step: '', key: [first, index, ...rest].filter(Boolean).join('/') }
  }
  const step = (document as { steps: readonly unknown[] }).steps[Number(index)]
  const id = (step as { id?: unknown } | null)?.id
  return { step: typeof id === 'string' ? id : `number ${Number(index) + 1}`, key: rest.join('/') }
}
