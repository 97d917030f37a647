/** Name and password of a Basic authorization header; nothing of any other. */
export function basicCredentials(header: string | undefined): { username?: string; password?: string } {
  const encoded = /^Basic (\S+)$/i.exec(header ?? '')?.[1]
  if (encoded === undefined) return {}
  const [username = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  return { username, password: rest.join(':') }
}
