import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  CONTENT_TYPES,
  type FieldRule,
  type Shape,
} from '../../../src/channels/twilio-stand-in/content-tables'
import {
  OPERATIONS,
  PATH_SIDS,
  type Operation,
  type OperationId,
} from '../../../src/channels/twilio-stand-in/request-tables'

/** Twilio's own OpenAPI descriptions; they lie beside the checkout, not in it. */
const FOLDER = join(__dirname, '../../../../shared/data/twilio-oai')
const present = existsSync(join(FOLDER, 'twilio_api_v2010.json'))
if (!present) console.warn(`SKIPPED: the stand-in's tables were not compared with Twilio's: no ${FOLDER}`)

interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}
interface Described {
  readonly operationId: string
  readonly parameters?: readonly { in: string; name: string; required?: boolean; schema: Schema }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses: Readonly<Record<string, unknown>>
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

const read = (name: string): Description =>
  JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Description

function resolve(description: Description, schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1)
  return name === undefined ? schema : (description.components.schemas[name] ?? {})
}

const FORMATS = ['phone-number', 'uri', 'date-time']

function rule(description: Description, given: Schema, required: boolean): object {
  const schema = resolve(description, given)
  return {
    type: schema.type,
    ...(schema.format !== undefined && FORMATS.includes(schema.format) && { format: schema.format }),
    ...(schema.pattern !== undefined && { pattern: schema.pattern }),
    ...(schema.enum && { enum: schema.enum }),
    ...(schema.minimum !== undefined && { minimum: schema.minimum }),
    ...(schema.maximum !== undefined && { maximum: schema.maximum }),
    ...(required && { required: true }),
  }
}

function operationOf(
  description: Description,
  { path, method, described }: { path: string; method: string; described: Described },
): object {
  const query = (described.parameters ?? []).filter((one) => one.in === 'query')
  const form = described.requestBody?.content['application/x-www-form-urlencoded']?.schema
  const fields = Object.entries(form?.properties ?? {})
  return {
    method: method.toUpperCase(),
    path,
    status: Number(Object.keys(described.responses)[0]),
    ...(query.length > 0 && {
      query: Object.fromEntries(
        query.map((one) => [one.name, rule(description, one.schema, one.required === true)]),
      ),
    }),
    ...(form && {
      form: Object.fromEntries(
        fields.map(([name, schema]) => [
          name,
          rule(description, schema, form.required?.includes(name) === true),
        ]),
      ),
    }),
  }
}

const suite = present ? describe : describe.skip

suite("the stand-in's tables", () => {
  const descriptions = present ? [read('twilio_api_v2010.json'), read('twilio_content_v1.json')] : []

  function find(id: string): object | undefined {
    for (const description of descriptions) {
      for (const [path, methods] of Object.entries(description.paths)) {
        for (const [method, described] of Object.entries(methods)) {
          if (described.operationId === id) return operationOf(description, { path, method, described })
        }
      }
    }
    return undefined
  }

  it.each(Object.keys(OPERATIONS) as OperationId[])("have %s as Twilio's description has it", (id) => {
    expect(OPERATIONS[id]).toEqual(find(id))
  })

  it("have the SIDs in paths as Twilio's description has them", () => {
    const patterns = new Map<string, string | undefined>()
    for (const operation of Object.values(OPERATIONS) as Operation[]) {
      const before = [...operation.path.matchAll(/\/(\w+)\/\{(\w+)\}/g)]
      for (const description of descriptions) {
        const described = description.paths[operation.path]?.[operation.method.toLowerCase()]
        for (const [, part = '', name] of described ? before : []) {
          patterns.set(part, described?.parameters?.find((one) => one.name === name)?.schema.pattern)
        }
      }
    }
    expect(Object.fromEntries(patterns)).toEqual(PATH_SIDS)
  })

  it.each(Object.keys(CONTENT_TYPES))("have the content type %s as Twilio's description has it", (type) => {
    const description = descriptions[1] as Description
    const schema = description.components.schemas.types?.properties?.[type]
    expect(CONTENT_TYPES[type]).toEqual(schema && shape(description, schema))
  })

  function shape(description: Description, given: Schema): Shape {
    const schema = resolve(description, given)
    const properties = Object.entries(schema.properties ?? {})
    const words = properties.flatMap(([name, one]) => {
      const values = resolve(description, one).enum
      return values ? [[name, values] as const] : []
    })
    return {
      required: schema.required ?? [],
      fields: Object.fromEntries(properties.map(([name, one]) => [name, field(description, one)])),
      ...(words.length > 0 && { words: Object.fromEntries(words) }),
    }
  }

  function field(description: Description, given: Schema): FieldRule {
    const schema = resolve(description, given)
    if (schema.type !== 'array') return schema.type as FieldRule
    const items = resolve(description, schema.items ?? {})
    return items.type === 'string' ? 'strings' : { items: shape(description, items) }
  }
})
