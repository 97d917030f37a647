/** ABO group and RhD sign. Both are always known: a group without its sign is not a group. */
export const BLOOD_GROUPS = ['A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-'] as const
export type BloodGroup = (typeof BLOOD_GROUPS)[number]

/** What the patient needs. What a donor gives is a `DonationKind`, which is another matter. */
export const COMPONENTS = ['packed_red_cells', 'whole_blood', 'platelets', 'plasma'] as const
export type Component = (typeof COMPONENTS)[number]
