import { describeActions } from '../../../src/conversation/action/registry'

describe('the registered actions', () => {
  it('are these, with these ways on besides ok', () => {
    const lines = describeActions().map(
      ({ name, type, reasons }) => `${type} ${name}${reasons.map((reason) => ` ${reason}`).join('')}`,
    )
    expect(lines).toEqual([
      'effect answer_hand_over unknown_code not_coordinator',
      'effect cancel_request not_open',
      'look check_age too_young too_old',
      'look check_place outside',
      'look check_weight underweight',
      'look claims_for_me none',
      'effect decide_claim no_code unknown_code not_coordinator',
      'effect decide_requests no_code no_choice not_coordinator',
      'effect edit_request no_code unknown_code closed not_understood unknown_centre not_coordinator',
      'look find_hand_over unknown_code not_coordinator',
      'look find_patients none',
      'look find_requests none',
      'look find_status nothing',
      'effect hand_over nobody',
      'effect join_files not_open',
      'effect keep_files',
      'look list_camps none',
      'look list_requests none not_coordinator',
      'look name_patient',
      'effect opt_in',
      'effect opt_out',
      'look opt_state opted_out',
      'look own_number',
      'effect permit_news',
      'effect raise_for too_many unknown_code not_coordinator',
      'effect raise_request too_many',
      'effect register_donor too_young too_old underweight',
      'effect set_locale',
      'look show_request no_code unknown_code not_coordinator',
      'effect show_files unknown',
      'effect answer_alert unknown_code',
      'effect claim_place unknown_code stranger own_request do_not_give has_place has_come standby too_late_to_come too_late met closed wrong_group resting',
      'look find_pledge none',
      'effect make_pledge unknown_code past too_early too_late standby closed',
      'effect note_outcome no_code unknown_code which_donor not_now not_coordinator',
      'effect release_place',
      'effect report_gave',
      'look screen_donor unknown_code doctor by_hand another_hour not_now do_not_give',
      'effect share_number no_number closed',
      'effect wrong_number',
    ])
  })
})
