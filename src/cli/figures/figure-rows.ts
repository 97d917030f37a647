import type { Figures } from '../../blood/figures/figures'

/** One figure: its name in files, its names for people, and its amount. */
export interface FigureRow {
  readonly name: string
  readonly en: string
  readonly hi: string
  readonly amount: number
}

/** Every single figure, in the order in which it is shown; what is not known is left out. */
export function figureRows(figures: Figures): readonly FigureRow[] {
  const { units, donations, camps, requests, patientsHelped } = figures
  const row = (name: string, [en, hi]: readonly [string, string], amount: number | undefined) =>
    amount === undefined ? [] : [{ name, en, hi, amount }]
  return [
    ...row('units', ['Units given', 'मिला खून (यूनिट)'], units.total),
    ...row('units.whole_blood', ['whole blood', 'पूरा खून'], units.whole_blood),
    ...row('units.plasma', ['plasma', 'प्लाज़्मा'], units.plasma_apheresis),
    ...row('units.platelets', ['platelets', 'प्लेटलेट'], units.platelet_apheresis),
    ...row('donations', ['Donations', 'खूनदान'], donations.total),
    ...row('donations.citizens', ['by citizens', 'नागरिकों से'], donations.citizen),
    ...row('donations.police', ['by police', 'पुलिस से'], donations.police),
    ...row('donations.first_time', ['first time', 'पहली बार'], donations.firstTime),
    ...row('donations.returning', ['returning', 'फिर से'], donations.returning),
    ...row('people', ['People who gave', 'खून देने वाले लोग'], donations.people),
    ...row('camps', ['Camps held', 'कैंप'], camps.held),
    ...row('camps.donations', ['donations at camps', 'कैंपों में खूनदान'], camps.donations),
    ...row('camps.units', ['units at camps', 'कैंपों में यूनिट'], camps.units),
    ...row('requests', ['Requests', 'अनुरोध'], requests.raised),
    ...row('requests.met', ['met by donors', 'डोनर से पूरे'], requests.met),
    ...row('requests.met_from_stock', ['met from stock', 'स्टॉक से पूरे'], requests.metFromStock),
    ...row('requests.open', ['still open', 'अभी खुले'], requests.open),
    ...row('requests.ended_otherwise', ['ended otherwise', 'और तरह से बंद'], requests.endedOtherwise),
    ...row(
      'requests.minutes_to_first_yes',
      ['minutes to the first yes (median)', 'पहली हाँ तक मिनट (बीच का मान)'],
      requests.minutesToFirstYes,
    ),
    ...row('patients_helped', ['Patients helped', 'जिन मरीज़ों के काम आया'], patientsHelped),
  ]
}
