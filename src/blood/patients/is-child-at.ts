/** Completed years. Below, a guardian says yes for a patient: Digital Personal Data Protection Act 2023, section 2(f). */
const ADULT_FROM = 18

/** Whether a patient of this age is a child, for whom a guardian has to say yes. */
export function isChildAt(age: number): boolean {
  return age < ADULT_FROM
}
