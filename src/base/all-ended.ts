/** Waits until every one has ended, then rejects with the first failure, if any: nothing goes on unseen after that. */
export async function allEnded(under: readonly Promise<unknown>[]): Promise<void> {
  const ended = await Promise.allSettled(under)
  const failed = ended.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
}
