import type { OpenStores } from '../../support/engines'
import { alertContract } from './alert-contract'
import { certificateContract } from './certificate-contract'
import { contactContract } from './contact-contract'
import { conversationContract } from './conversation-contract'
import { donationContract } from './donation-contract'
import { donorContract } from './donor-contract'
import { effectContract } from './effect-contract'
import { fileContract } from './file-contract'
import { jobContract } from './job-contract'
import { missContract } from './miss-contract'
import { outboxContract } from './outbox-contract'
import { recordsContract } from './records-contract'
import { repointContract } from './repoint-contract'
import { sendingContract } from './sending-contract'

/** What every engine must keep. */
export function storeContract(open: OpenStores): void {
  conversationContract(open)
  certificateContract(open)
  contactContract(open)
  donationContract(open)
  donorContract(open)
  effectContract(open)
  alertContract(open)
  fileContract(open)
  jobContract(open)
  missContract(open)
  outboxContract(open)
  recordsContract(open)
  repointContract(open)
  sendingContract(open)
}
