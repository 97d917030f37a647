/** What came of asking for a file. */
export interface GotMedia {
  readonly status: number
  readonly contentType: string
  readonly bytes: Uint8Array
}

/** A file that a message of ours carried, as the phone has it. */
export type SentFile = Pick<GotMedia, 'contentType' | 'bytes'>

/** Asks for a file as anybody on the internet would: without credentials. Rejects when nothing answers. */
export type GetMedia = (url: string) => Promise<GotMedia>

/** Real HTTP. */
export const httpGetMedia: GetMedia = async (url) => {
  const response = await fetch(url)
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, contentType: response.headers.get('content-type') ?? '', bytes }
}

const MB = 1024 * 1024
const OF_IMAGES = 5 * MB
const OF_ALL = 16 * MB

/** What WhatsApp takes, and the most bytes of each (Twilio, "Guidance on WhatsApp media messages"). */
const TAKEN: Readonly<Record<string, number>> = {
  'image/jpeg': OF_IMAGES,
  'image/png': OF_IMAGES,
  'image/webp': OF_IMAGES,
  'audio/ogg': OF_ALL,
  'audio/amr': OF_ALL,
  'audio/3gpp': OF_ALL,
  'audio/aac': OF_ALL,
  'audio/mpeg': OF_ALL,
  'application/pdf': OF_ALL,
  'application/msword': OF_ALL,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': OF_ALL,
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': OF_ALL,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': OF_ALL,
  'video/mp4': OF_ALL,
  'text/vcard': OF_ALL,
}

/** Fetches what goes with a WhatsApp message; nothing when one of the files cannot be had, or is not taken. */
export async function fetchMedia(
  urls: readonly string[],
  getMedia: GetMedia,
): Promise<readonly SentFile[] | undefined> {
  const files: SentFile[] = []
  for (const url of urls) {
    const got = await getMedia(url).catch(() => undefined)
    const type = got?.contentType.split(';')[0]?.trim().toLowerCase() ?? ''
    const most = Object.hasOwn(TAKEN, type) ? TAKEN[type] : undefined
    const isTaken = got?.status === 200 && most !== undefined && got.bytes.length <= most
    if (!isTaken || got.bytes.length === 0) return undefined
    files.push({ contentType: type, bytes: got.bytes })
  }
  return files
}
