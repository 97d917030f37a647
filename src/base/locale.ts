/**
 * A language people are answered in, named by its folder in `locales/`: `en`, `hi`, `hi-Latn` (Hindi in Latin
 * letters). A further language is a further folder; code never lists them.
 */
export type Locale = string
