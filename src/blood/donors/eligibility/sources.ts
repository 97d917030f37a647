/** Where the rules come from. The blood centre's medical officer always decides: ours is a pre-screen. */
export const SOURCES = {
  gazette: {
    name: 'Drugs and Cosmetics Rules 1945, Schedule F Part XII-B section H, as substituted by G.S.R. 166(E), 11 March',
    year: 2020,
  },
  covid_vaccine: {
    name: 'National Blood Transfusion Council, order of 5 May on COVID-19 vaccines',
    year: 2021,
  },
  covid_illness: {
    name: 'National Blood Transfusion Council, interim recommendations of 25 June',
    year: 2020,
  },
} as const

/** How surely we know that the source says so. `to_confirm`: ask the blood centre's officer before launch. */
export type Grade = 'seen' | 'transcribed' | 'draft' | 'to_confirm'

/** The place of a rule in its source. */
export interface Source {
  readonly of: keyof typeof SOURCES
  /** The gazette's item number; absent where the source has none. */
  readonly item?: string
  readonly grade: Grade
}

/** An item of the gazette of 2020. */
export function item(number: string, grade: Grade): Source {
  return { of: 'gazette', item: number, grade }
}
