import { CLAIM_PROPERTIES } from './claims.ts'
import { describeProperties } from './run.ts'

describeProperties('claims', CLAIM_PROPERTIES)
