import type { CalendarDate } from '../../base/clock'
import type { Locale } from '../../base/locale'
import type { Point } from '../alerts/distance'

/** A text per language; `en` is always there. */
export type Localised = { readonly [locale: Locale]: string }

export interface CentrePhone {
  readonly number: string
  /** When somebody last reached the centre on it. Without it the number is for coordinators only. */
  readonly confirmedOn?: CalendarDate
}

/** A licensed blood centre: the only kind of place a donor is ever sent to. */
export interface BloodCentre {
  /** Its name in the gazetteer. */
  readonly name: string
  readonly kind: 'government' | 'private' | 'charity'
  readonly address: string
  readonly pincode?: string
  /** Where it stands; donors near it are asked first. */
  readonly at: Point
  /** Days between a donation and the day its blood can be given; absent: the usual. */
  readonly processingDays?: number
  /** So many donors it takes for one request; absent: any number. */
  readonly intake?: number
  /** Whether it separates red cells, platelets and plasma. */
  readonly components: boolean
  readonly hours?: string
  readonly phones: readonly CentrePhone[]
}

/** A hospital of the service area, by its name in the gazetteer. */
export interface Hospital {
  readonly name: string
  /** The centre that issues for it; absent: a coordinator finds out. */
  readonly bloodCentre?: string
}

/** A camp as it is planned: on a day, or on the n-th Sunday from now (samples). */
export interface CampPlan {
  readonly id: string
  readonly name: Localised
  readonly place: Localised
  readonly when: { readonly date: CalendarDate } | { readonly sunday: number }
  readonly from: string
  readonly until: string
  readonly bloodCentre: string
  readonly mapLink?: string
}

/** When coordinators answer, and how soon. */
export interface OnCall {
  /** `HH:MM` in `TIME_ZONE`; `from` is before `until`. */
  readonly from: string
  readonly until: string
  readonly answerWithinMinutes: number
}

/** A picture. */
export type Emblem =
  { readonly type: 'svg'; readonly svg: string } | { readonly type: 'png'; readonly bytes: Uint8Array }

/** How the certificate of appreciation looks, and who gives it. */
export interface CertificateDesign {
  /** The first one larger. */
  readonly languages: readonly [Locale] | readonly [Locale, Locale]
  readonly emblem?: Emblem
  /** Nobody: the organisation itself gives it. */
  readonly signatory?: { readonly name: Localised; readonly office: Localised }
}

/** Who runs the service, and every fact that differs from city to city. */
export interface Organisation {
  readonly name: Localised
  readonly city: Localised
  readonly helpline: string
  readonly ambulance: string
  readonly healthLine: string
  readonly socialHandle?: string
  /** Cities and districts, by their names in the gazetteer. */
  readonly serviceArea: readonly string[]
  readonly stockPage: string
  readonly onCall: OnCall
  readonly notice: { readonly version: string; readonly link: string }
  readonly mostOpenRequests: number
  readonly bloodCentres: readonly BloodCentre[]
  readonly hospitals: readonly Hospital[]
  readonly camps: readonly CampPlan[]
  readonly certificate: CertificateDesign
}

/** The text in the language, or else in English. */
export function inLocale(text: Localised, locale: Locale): string {
  const found = text[locale] ?? text['en']
  if (found === undefined) throw new Error(`a text of the organisation has neither ${locale} nor en`)
  return found
}

/** What every text may show as `{{org.<name>}}`. */
export interface ShownOrganisation {
  readonly [fact: string]: string
  readonly name: string
  readonly city: string
  readonly helpline: string
  readonly ambulance: string
  readonly health_line: string
  readonly notice: string
  readonly stock_page: string
  /** A link that opens a WhatsApp chat with us; our helpline where we have no WhatsApp number. */
  readonly whatsapp: string
}

/** The organisation's facts for texts in one language. `whatsapp` is our number there, if any. */
export function shownOrganisation(
  organisation: Organisation,
  locale: Locale,
  whatsapp?: string,
): ShownOrganisation {
  const { helpline, ambulance, healthLine, notice, stockPage } = organisation
  return {
    name: inLocale(organisation.name, locale),
    city: inLocale(organisation.city, locale),
    helpline,
    ambulance,
    health_line: healthLine,
    notice: notice.link,
    stock_page: stockPage,
    whatsapp: whatsapp === undefined ? helpline : `wa.me/${whatsapp.replace(/^\+/, '')}`,
  }
}
