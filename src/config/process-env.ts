/** The raw environment: read here and nowhere else. */
export function processEnv(): { readonly [key: string]: string | undefined } {
  return process.env
}
