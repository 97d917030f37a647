import type { Todo } from '../../base/effect'
import type { HandOver } from './hand-over'

export interface HandOverStore {
  /**
   * Stores it under the effect key; the same key again gives the first one. `code_taken`: try another code with the
   * same `handOver.id` (make it from the key, so that every try has the same).
   */
  open(
    key: string,
    handOver: HandOver,
    todo: readonly Todo[],
  ): Promise<
    { readonly ok: true; readonly handOver: HandOver } | { readonly ok: false; readonly reason: 'code_taken' }
  >
  byCode(code: string): Promise<HandOver | undefined>
  get(id: string): Promise<HandOver | undefined>
  /** Adds follow-ups under the effect key; the same key again changes nothing. False when there is none of this id. */
  follow(key: string, id: string, todo: readonly Todo[]): Promise<boolean>
  /**
   * Records that a coordinator answered, under the effect key, with the follow-up that carries the answer; the same key again changes nothing.
   * False when there is none of this id.
   */
  answer(key: string, id: string, todo: readonly Todo[]): Promise<boolean>
}
