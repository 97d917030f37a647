/** What we keep of what people send. */
export type FileKind = 'photo' | 'voice' | 'document'

const KINDS: { readonly [contentType: string]: FileKind } = {
  'image/jpeg': 'photo',
  'image/png': 'photo',
  'image/webp': 'photo',
  'audio/ogg': 'voice',
  'audio/amr': 'voice',
  'audio/3gpp': 'voice',
  'audio/aac': 'voice',
  'audio/mp4': 'voice',
  'audio/mpeg': 'voice',
  'application/pdf': 'document',
}

/** Nothing for a type that is not kept: videos, contact cards, and what nobody here could open safely. */
export function fileKindOf(contentType: string): FileKind | undefined {
  const bare = bareType(contentType)
  return Object.hasOwn(KINDS, bare) ? KINDS[bare] : undefined
}

/** `audio/ogg; codecs=opus` is `audio/ogg`. */
export function bareType(contentType: string): string {
  return contentType.split(';')[0]?.trim().toLowerCase() ?? ''
}
