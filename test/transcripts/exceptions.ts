/** A step, action or text that no transcript visits, and why it is right so. */
export interface Exception {
  readonly what: RegExp
  readonly why: string
}

export const EXCEPTIONS: readonly Exception[] = []
