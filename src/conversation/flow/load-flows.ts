import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Flow } from './flow'
import { FlowFileError } from './flow-file-error'
import { loadFlow } from './load-flow'

/** A flow and the text it was read from, which is published under the flow's version. */
export interface LoadedFlow {
  readonly flow: Flow
  readonly source: string
}

/** Reads `<folder>/*.yaml`. Throws one `FlowFileError` that names every problem of every file. */
export function loadFlows(folder: string): readonly LoadedFlow[] {
  const { flows, problems } = readFlows(folder)
  if (problems.length > 0) throw new FlowFileError(problems)
  return flows
}

/** The flows of the folder that can be read, and what is wrong with the others. */
export function readFlows(folder: string): {
  readonly flows: readonly LoadedFlow[]
  readonly problems: readonly string[]
} {
  const flows: LoadedFlow[] = []
  const problems: string[] = []
  for (const name of readdirSync(folder)
    .filter((entry) => entry.endsWith('.yaml'))
    .sort()) {
    try {
      flows.push(readFlow(folder, name))
    } catch (error) {
      if (!(error instanceof FlowFileError)) throw error
      problems.push(...error.problems)
    }
  }
  return { flows, problems }
}

function readFlow(folder: string, name: string): LoadedFlow {
  const source = readFileSync(join(folder, name), 'utf8')
  const flow = loadFlow(source, `flows/${name}`)
  if (`${flow.id}.yaml` !== name) {
    throw new FlowFileError([
      `flows/${name}: its id is "${flow.id}"; rename the file to ${flow.id}.yaml, or the id`,
    ])
  }
  return { flow, source }
}
