import { z } from 'zod'
import { dateAt } from '../../base/calendar'
import { giveBy } from '../../blood/organisation/give-by'
import { patientTitle } from '../../blood/patients/patient-title'
import type { Action } from './action'
import type { ActionDeps } from './deps'
import { isCoordinator } from './is-coordinator'
import { filesOfRequest } from './recent-files'
import { shownRequest } from './shown-request'

const args = z.object({ codes: z.array(z.string()) })

/** Everything a coordinator needs to call a family, for one code. */
export function showRequest(deps: ActionDeps): Action<z.infer<typeof args>> {
  return {
    name: 'show_request',
    type: 'look',
    args,
    reasons: ['no_code', 'unknown_code', 'not_coordinator'],
    perform: async ({ codes: [code] }, context) => {
      if (!isCoordinator(deps, context)) return { ok: false, reason: 'not_coordinator' }
      if (code === undefined) return { ok: false, reason: 'no_code' }
      const request = await deps.stores.requests.byCode(code)
      if (!request) return { ok: false, reason: 'unknown_code' }
      const patient = await deps.stores.patients.get(request.patientId)
      const files = await filesOfRequest(request.id, deps)
      const { bloodCentre, contactPhone, createdAt } = request
      return {
        ok: true,
        values: {
          ...shownRequest(request),
          patient: patient ? patientTitle({ ...patient, group: request.group }) : request.group,
          condition: patient?.condition ?? 'other',
          centre: bloodCentre ?? null,
          phone: contactPhone ?? null,
          give_by: giveBy(request, deps.organisation),
          asked_on: dateAt(createdAt, deps.timeZone),
          sent: files.length > 0,
          files: files.map(({ id, kind }) => ({ kind, link: deps.fileLinks.linkTo(id, context.now) })),
        },
      }
    },
  }
}
