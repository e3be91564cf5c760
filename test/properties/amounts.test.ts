import { AMOUNT_PROPERTIES } from './amounts.ts'
import { describeProperties } from './run.ts'

describeProperties('amounts', AMOUNT_PROPERTIES)
