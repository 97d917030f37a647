/** A flow file that cannot be used: each problem names the file, the step, the key and the repair. */
export class FlowFileError extends Error {
  override readonly name = 'FlowFileError'

  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'))
  }
}
