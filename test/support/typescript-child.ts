import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

// What jest does for tests: compile on the way in.
const COMPILE_ON_REQUIRE = `
const { transformFileSync } = require('@swc/core')
require.extensions['.ts'] = (module, file) =>
  module._compile(transformFileSync(file, { module: { type: 'commonjs' } }).code, file)
require(process.argv[1])
`

/**
 * A real Node process that runs a TypeScript file (a path from the repository's root): for what only a
 * process of its own can show, such as being killed. Its standard output is piped, its errors go to ours.
 */
export function typescriptChild(file: string, args: readonly string[]): ChildProcess {
  const root = join(__dirname, '..', '..')
  return spawn(process.execPath, ['-e', COMPILE_ON_REQUIRE, join(root, file), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}
