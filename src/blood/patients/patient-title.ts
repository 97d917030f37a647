import type { Patient } from './patient'

/** How a family recognises its patient without a name: "R.K., B+", with a number for the second of two alike. */
export function patientTitle({
  initials,
  group,
  sibling,
}: Pick<Patient, 'initials' | 'group' | 'sibling'>): string {
  return `${dotted(initials)}, ${group}${sibling > 1 ? ` (${sibling})` : ''}`
}

/** "RK" as "R.K.": a letter with its vowel signs stays together. */
function dotted(initials: string): string {
  return initials.replace(/\p{L}\p{M}*/gu, '$&.')
}
