import type { Action } from './action'
import type { ActionDeps } from './deps'
import { answerAlert } from './answer-alert'
import { answerHandOver } from './answer-hand-over'
import { cancelRequest } from './cancel-request'
import { checkAge } from './check-age'
import { checkGroup } from './check-group'
import { checkPlace } from './check-place'
import { checkWeight } from './check-weight'
import { claimPlace } from './claim-place'
import { claimsForMe } from './claims-for-me'
import { decideClaim } from './decide-claim'
import { decideRequests } from './decide-requests'
import { editRequest } from './edit-request'
import { findCertificate } from './find-certificate'
import { findFirstDay } from './find-first-day'
import { findHandOver } from './find-hand-over'
import { findPatients } from './find-patients'
import { findQuestion } from './find-question'
import { findPledge } from './find-pledge'
import { findRequests } from './find-requests'
import { findStatus } from './find-status'
import { handOver } from './hand-over'
import { issueCertificate } from './issue-certificate'
import { joinFiles } from './join-files'
import { keepFiles } from './keep-files'
import { knownPatient } from './known-patient'
import { listCamps } from './list-camps'
import { listRequests } from './list-requests'
import { makePledge } from './make-pledge'
import { namePatient } from './name-patient'
import { noteOutcome } from './note-outcome'
import { optIn } from './opt-in'
import { optOut } from './opt-out'
import { optState } from './opt-state'
import { ownNumber } from './own-number'
import { permitNews } from './permit-news'
import { raiseFor } from './raise-for'
import { raiseRequest } from './raise-request'
import { recordDonations } from './record-donations'
import { recordImpact } from './record-impact'
import { registerDonor } from './register-donor'
import { releasePlace } from './release-place'
import { reportGave } from './report-gave'
import { screenDonor } from './screen-donor'
import { setLocale } from './set-locale'
import { shareNumber } from './share-number'
import { showFigures } from './show-figures'
import { showFiles } from './show-files'
import { showRequest } from './show-request'
import { wrongNumber } from './wrong-number'

/** Every verb that a flow may call. A further one is a further line. */
const ACTIONS: readonly ((deps: ActionDeps) => Action)[] = [
  answerAlert,
  answerHandOver,
  cancelRequest,
  checkAge,
  checkGroup,
  checkPlace,
  checkWeight,
  claimPlace,
  claimsForMe,
  decideClaim,
  decideRequests,
  editRequest,
  findCertificate,
  findFirstDay,
  findHandOver,
  findPatients,
  findPledge,
  findQuestion,
  findRequests,
  findStatus,
  handOver,
  issueCertificate,
  joinFiles,
  keepFiles,
  knownPatient,
  listCamps,
  listRequests,
  makePledge,
  namePatient,
  noteOutcome,
  optIn,
  optOut,
  optState,
  ownNumber,
  permitNews,
  raiseFor,
  raiseRequest,
  recordDonations,
  recordImpact,
  registerDonor,
  releasePlace,
  reportGave,
  screenDonor,
  setLocale,
  shareNumber,
  showFigures,
  showFiles,
  showRequest,
  wrongNumber,
]

/** The registered actions by name. Arguments are unknown here; each action's own schema reads them. */
export function actions(deps: ActionDeps): ReadonlyMap<string, Action> {
  return new Map(ACTIONS.map((make) => make(deps)).map((action) => [action.name, action]))
}

/** What checks of flows must know of an action. */
export type ActionDescription = Pick<Action, 'name' | 'type' | 'reasons'>

/** Every action as data, for whoever checks flows and performs nothing. */
export function describeActions(): readonly ActionDescription[] {
  // Only `perform` uses what actions depend on.
  const nothing = {} as ActionDeps
  return [...actions(nothing).values()].map(({ name, type, reasons }) => ({ name, type, reasons }))
}
