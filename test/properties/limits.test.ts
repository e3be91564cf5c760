import { LIMIT_PROPERTIES } from './limits.ts'
import { describeProperties } from './run.ts'

describeProperties('limits', LIMIT_PROPERTIES)
