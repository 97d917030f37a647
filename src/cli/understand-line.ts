import { z } from 'zod'
import type { Instant } from '../base/clock'
import { recognise, recognisers, type Kind } from '../conversation/input/recognise'

const TIME_ZONE = 'Asia/Kolkata'
const MENU = ['1', '2', '3', '4', '5']

const question = z.object({
  id: z.unknown(),
  kind: z.string(),
  text: z.string(),
  now: z.union([z.string(), z.number()]).optional(),
  locale: z.string().optional(),
  options: z.array(z.string()).optional(),
})
type Question = z.infer<typeof question>

/** The answer to one line, or what is wrong with it. */
export type LineAnswer =
  { readonly ok: true; readonly json: string } | { readonly ok: false; readonly problem: string }

function problem(text: string): LineAnswer {
  return { ok: false, problem: text }
}

function isKind(kind: string): kind is Kind {
  return Object.hasOwn(recognisers, kind)
}

function instant(now: string | number | undefined, fallback: Instant): Instant {
  if (now === undefined) return fallback
  return typeof now === 'number' ? now : Date.parse(now)
}

function parse(line: string): Question | string {
  let content: unknown
  try {
    content = JSON.parse(line)
  } catch {
    return 'not valid JSON'
  }
  const checked = question.safeParse(content)
  if (checked.success) return checked.data
  const [issue] = checked.error.issues
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a question'}`
}

/**
 * Answers `{id, kind, text, now?, locale?, options?}` with `{id, value}`, `null` for nothing. `now` is an ISO date-time
 * or milliseconds; without it `fallback` counts. The time zone is Asia/Kolkata, the menu has five numbered options.
 */
export function answerLine(line: string, fallback: Instant): LineAnswer {
  const asked = parse(line)
  if (typeof asked === 'string') return problem(asked)
  if (!isKind(asked.kind))
    return problem(`unknown kind "${asked.kind}"; use one of ${Object.keys(recognisers).join(', ')}`)
  const now = instant(asked.now, fallback)
  if (!Number.isFinite(now))
    return problem(`now "${String(asked.now)}" is neither an ISO date-time nor milliseconds`)
  const value = recognise(asked.kind, asked.text, {
    now,
    timeZone: TIME_ZONE,
    options: asked.options ?? MENU,
    ...(asked.locale === undefined ? {} : { locale: asked.locale }),
  })
  return { ok: true, json: JSON.stringify({ id: asked.id ?? null, value: value ?? null }) }
}
