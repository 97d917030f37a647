import { describeEngine } from '../support/engines'
import { storeContract } from './contract/store-contract'

describeEngine('mongo', storeContract)
