import { actionWays } from './action-ways'
import { againPrompts } from './again-prompts'
import { answerWays } from './answer-ways'
import { deadEnds } from './dead-ends'
import type { Check, CheckInput, Finding } from './finding'
import { liveSteps } from './live-steps'
import { loops } from './loops'
import { misplacedOptions } from './misplaced-options'
import { missingTexts } from './missing-texts'
import { optionLists } from './option-lists'
import { ownConditions } from './own-conditions'
import { placeholders } from './placeholders'
import { reviseMenus } from './revise-menus'
import { rupeeSigns } from './rupee-signs'
import { sharedIntents } from './shared-intents'
import { sideQuestions } from './side-questions'
import { smsSegments } from './sms-segments'
import { smsTurns } from './sms-turns'
import { smsWords } from './sms-words'
import { unconfirmedEffects } from './unconfirmed-effects'
import { unknownActions } from './unknown-actions'
import { unknownAnswers } from './unknown-answers'
import { unknownSlots } from './unknown-slots'
import { unknownTargets } from './unknown-targets'
import { unreachableSteps } from './unreachable-steps'
import { unreadableTexts } from './unreadable-texts'
import { unusedTexts } from './unused-texts'

/** Every check by its name. */
export const CHECKS: { readonly [name: string]: Check } = {
  'action-ways': actionWays,
  'again-prompts': againPrompts,
  'answer-ways': answerWays,
  'dead-ends': deadEnds,
  'live-steps': liveSteps,
  loops,
  'misplaced-options': misplacedOptions,
  'missing-texts': missingTexts,
  'option-lists': optionLists,
  'own-conditions': ownConditions,
  placeholders,
  'revise-menus': reviseMenus,
  'rupee-signs': rupeeSigns,
  'shared-intents': sharedIntents,
  'side-questions': sideQuestions,
  'sms-segments': smsSegments,
  'sms-turns': smsTurns,
  'sms-words': smsWords,
  'unconfirmed-effects': unconfirmedEffects,
  'unknown-actions': unknownActions,
  'unknown-answers': unknownAnswers,
  'unknown-slots': unknownSlots,
  'unknown-targets': unknownTargets,
  'unreachable-steps': unreachableSteps,
  'unreadable-texts': unreadableTexts,
  'unused-texts': unusedTexts,
}

/** Everything that is wrong with the flows and their texts, in the order of files, steps and checks. */
export function checkFlows(input: CheckInput): readonly Finding[] {
  return Object.values(CHECKS)
    .flatMap((check) => check(input))
    .sort((one, other) => compare(sortKey(one), sortKey(other)))
}

function sortKey({ file, step = '', check, message }: Finding): string {
  return [file, step, check, message].join('\n')
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
