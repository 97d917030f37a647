import { join, resolve } from 'node:path'

/** The repository; benches run from `dist-bench/bench`. */
export const ROOT = resolve(__dirname, '../..')

/** A module of the program as `npm run build` left it, which finds flows and texts where they are. */
export function built<T>(module: string): T {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the path is known when it runs
  return require(join(ROOT, 'dist', module)) as T
}
