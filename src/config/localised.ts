import { z } from 'zod'

/** A text per language, English always among them. */
export const localised = z
  .record(z.string().min(1))
  .refine((texts) => texts['en'] !== undefined, 'give at least the English text (en)')
