import { fileKindOf } from '../../src/files/file-kind'

describe('fileKindOf', () => {
  it.each([
    ['image/jpeg', 'photo'],
    ['image/png', 'photo'],
    ['IMAGE/WEBP', 'photo'],
    ['audio/ogg; codecs=opus', 'voice'],
    ['audio/amr', 'voice'],
    ['audio/mp4', 'voice'],
    ['application/pdf', 'document'],
  ])('keeps %s as a %s', (contentType, kind) => expect(fileKindOf(contentType)).toBe(kind))

  it.each(['video/mp4', 'text/vcard', 'text/html', 'image/svg+xml', 'application/msword', '', 'constructor'])(
    'does not keep "%s"',
    (contentType) => expect(fileKindOf(contentType)).toBeUndefined(),
  )
})
