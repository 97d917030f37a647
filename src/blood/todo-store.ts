import type { Todo } from '../base/effect'

/** Where a follow-up is kept: the collection and the id of the document that its effect wrote. */
export interface OpenTodo extends Todo {
  readonly ownerId: string
}

/** Follow-ups of effects, over every collection that has effects. */
export interface TodoStore {
  /** Follow-ups not done yet, oldest first; of one owner when named. */
  open(limit: number, ownerId?: string): Promise<readonly OpenTodo[]>
  /** Repeatable. */
  done(ownerId: string, todoId: string): Promise<void>
}
