const DEVANAGARI = /[\p{Script=Devanagari}\u200c\u200d]/u
const LATIN = /\p{Script=Latin}/u

/**
 * A text in pieces of one script each. The shaper looks at a piece as a whole and takes the rules of one script for all of
 * it: Devanagari beside Latin letters would come out with its vowel signs in the wrong place.
 */
export function scriptRuns(text: string): readonly string[] {
  const runs: string[] = []
  let last: RegExp | undefined
  for (const sign of text) {
    const script = DEVANAGARI.test(sign) ? DEVANAGARI : LATIN.test(sign) ? LATIN : last
    if (runs.length === 0 || (script !== last && last !== undefined)) runs.push(sign)
    else runs[runs.length - 1] += sign
    last = script
  }
  return runs
}
