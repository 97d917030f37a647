import { keyedId } from '../base/keyed-id'

/** The id of the nth thing (from 0) that a message brought: fetched twice, it is stored once. */
export function fileIdOf(sid: string, nth: number): string {
  return keyedId(`${sid}#file${nth}`)
}
