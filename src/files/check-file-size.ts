import { MAX_FILE_BYTES } from './file-store'

/** Throws a RangeError when a file of these bytes is too large to be stored. */
export function checkFileSize(bytes: Uint8Array): void {
  if (bytes.length > MAX_FILE_BYTES) throw new RangeError(`A file holds at most ${MAX_FILE_BYTES} bytes.`)
}
