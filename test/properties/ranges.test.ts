import { RANGE_PROPERTIES } from './ranges.ts'
import { describeProperties } from './run.ts'

describeProperties('ranges', RANGE_PROPERTIES)
